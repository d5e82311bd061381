package dev.vane.adapters.sources.openmeteo;

import dev.vane.adapters.sources.StubProvider;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what a stub was asked last. */
final class LastQuery {

    private LastQuery() {}

    /** The parameters of the last request. */
    static Map<String, String> of(StubProvider stub) {
        String query = stub.requests().getLast().uri().getQuery();
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
