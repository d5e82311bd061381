package dev.vane.adapters.rest.operations;

import dev.vane.adapters.rest.contract.BuildView;
import dev.vane.adapters.rest.contract.Json;
import dev.vane.adapters.rest.contract.StorageView;
import dev.vane.adapters.rest.storage.StorageInfo;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Says what the program is and what its database lies on, on the operations listener alone. */
public final class InfoService implements HttpService {

    private static final System.Logger LOGGER = System.getLogger(InfoService.class.getName());

    private final Function<Optional<StorageView>, BuildView> program;
    private final Optional<Supplier<StorageInfo>> storage;

    /**
     * Says what the program is.
     *
     * @param program what it is, with what its database is
     * @param storage what its database is when it is asked
     */
    public InfoService(Function<Optional<StorageView>, BuildView> program, Optional<Supplier<StorageInfo>> storage) {
        this.program = program;
        this.storage = storage;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(
                "/info",
                (request, response) -> response.header(HeaderValues.create(HeaderNames.CONTENT_TYPE, Json.MEDIA_TYPE))
                        .send(Json.bytes(program.apply(storage()))));
    }

    /** What the program is must be to be had when its database is not. */
    private Optional<StorageView> storage() {
        try {
            return storage.map(Supplier::get).map(StorageView::of);
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "the state of the database cannot be read", e);
            return Optional.empty();
        }
    }
}
