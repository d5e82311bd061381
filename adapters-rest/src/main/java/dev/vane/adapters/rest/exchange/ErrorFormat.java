package dev.vane.adapters.rest.exchange;

import dev.vane.adapters.rest.contract.Json;
import dev.vane.adapters.rest.contract.ProblemView;
import io.helidon.http.Header;
import io.helidon.http.Status;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How a format says that a request is refused. Whatever it says, the header that belongs to the refusal (Retry-After,
 * WWW-Authenticate, Allow) is sent, and nothing is kept. Safe for use by several threads.
 */
@FunctionalInterface
public interface ErrorFormat {

    /** RFC 9457 problem details: Vane's own way. */
    ErrorFormat PROBLEM = (call, problem) -> Said.problem(problem);

    /**
     * Says a refusal.
     *
     * @param call the request
     * @param problem the refusal: its status, a type that does not change, and a sentence for a person
     */
    Said say(Call call, ProblemView problem);

    /**
     * A refusal as it is sent.
     *
     * @param status the status: as a rule the problem's
     * @param contentType the media type
     * @param body the body, sent as UTF-8
     * @param headers headers of the format's own; they come in place of those that stand on every answer
     */
    record Said(Status status, String contentType, String body, List<Header> headers) {

        /** Copies the list. */
        public Said {
            headers = List.copyOf(headers);
        }

        /** A refusal without headers of its own. */
        public Said(Status status, String contentType, String body) {
            this(status, contentType, body, List.of());
        }

        static Said problem(ProblemView problem) {
            return new Said(
                    Status.create(problem.status()),
                    Reply.PROBLEM,
                    new String(Json.bytes(problem), StandardCharsets.UTF_8));
        }
    }
}
