package dev.vane.adapters.rest.contract;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;

/**
 * Schema {@code Problem}: RFC 9457 problem details.
 *
 * @param type a relative URI that does not change
 * @param title what kind of problem it is
 * @param status the HTTP status
 * @param detail what happened, for a person
 * @param parameter the parameter at fault
 * @param candidates the places that match
 * @param sources what each source says of itself
 */
@Json
public record ProblemView(
        String type,
        String title,
        int status,
        String detail,
        Optional<String> parameter,
        Optional<List<PlaceView>> candidates,
        Optional<List<SourceReadingView>> sources) {}
