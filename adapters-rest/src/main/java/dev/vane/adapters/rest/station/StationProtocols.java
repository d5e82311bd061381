package dev.vane.adapters.rest.station;

import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.Refusal;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.adapters.rest.exchange.Resource;
import dev.vane.application.api.ReportReadings;
import dev.vane.application.api.ReportReadings.Credentials;
import dev.vane.application.api.ReportReadings.PassKey;
import dev.vane.application.api.ReportReadings.StationPassword;
import dev.vane.application.api.ReportReadings.Upload;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The protocols that stations speak by themselves: the Weather Underground's <i>PWS upload protocol</i>, and what Ecowitt's
 * gateways call a customized server with the protocol type Ecowitt. Both are parameters in imperial units, and answers of a
 * line of text. Safe for use by several threads.
 *
 * <p>The credentials are among the parameters, in the URL if the station likes. They are in no answer: a fault names a
 * parameter, and tells its value only of those that hold numbers or a time.
 */
final class StationProtocols {

    static final String WEATHER_UNDERGROUND = "/weatherstation/updateweatherstation.php";
    static final String ECOWITT = "/data/report";

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String WRONG_PASSWORD = "INVALIDPASSWORDID|Password or key and/or id are incorrect";
    private static final String WRONG_KEY = "The PASSKEY is not that of the station.";
    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

    private final ReportReadings reports;
    private final Clock clock;

    StationProtocols(ReportReadings reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /** Takes an upload by the Weather Underground's protocol. */
    Answer weatherUnderground(Call call) {
        return inWords(call, it -> {
            Parameters parameters = it.anyParameters(body(it));
            String action = parameters.text("action").orElse("updateraw");
            if (!action.equals("updateraw")) {
                throw RefusedException.invalid("action", "is '" + Parameters.shown(action) + "', not updateraw");
            }
            Credentials credentials =
                    new StationPassword(parameters.requiredText("ID"), parameters.requiredText("PASSWORD"));
            return report(parameters, credentials, WRONG_PASSWORD);
        });
    }

    /** Takes an upload by Ecowitt's protocol. */
    Answer ecowitt(Call call) {
        return inWords(call, it -> {
            Parameters parameters = it.anyParameters(body(it));
            return report(parameters, new PassKey(parameters.requiredText("PASSKEY")), WRONG_KEY);
        });
    }

    /** A form is ASCII, and whatever is not is found when it is decoded; some stations end it with a line break. */
    private static String body(Call call) {
        if (call.request().prologue().method().equals(Method.GET)) {
            return "";
        }
        String type = call.header(HeaderNames.CONTENT_TYPE)
                .orElse(FORM)
                .split(";", -1)[0]
                .strip();
        if (!type.equalsIgnoreCase(FORM)) {
            throw new RefusedException(
                    new Refusal.UnsupportedContent("The body has to be of the media type " + FORM + "."));
        }
        return new String(call.body(), StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private Answer report(Parameters parameters, Credentials credentials, String wrong) {
        Readings.Decoded decoded = Readings.decode(parameters, StationTime.of(parameters, clock.instant()));
        Upload upload = new Upload(credentials, List.of(decoded.observation()), StationBatteries.of(parameters));
        return switch (reports.report(upload)) {
            case ReportReadings.Kept _ -> words(Status.OK_200, success(decoded.leftOut()));
            case ReportReadings.NoStation() -> words(Status.NOT_FOUND_404, "No station is set up here.\n");
            case ReportReadings.Forbidden() ->
                // RFC 9110, 11.6.1 wants a challenge; its scheme is none that a browser would ask a password for
                words(
                        Status.UNAUTHORIZED_401,
                        HeaderValues.create(HeaderNames.WWW_AUTHENTICATE, "Station-Parameters realm=\"station\""),
                        wrong + "\n");
            case ReportReadings.TooMany(Duration wait) ->
                words(Status.TOO_MANY_REQUESTS_429, retryAfter(wait), "There are too many uploads.\n");
            case ReportReadings.OutOfTime outcome ->
                words(
                        Status.BAD_REQUEST_400,
                        StationTime.PARAMETER + " is " + outcome.validTime() + ", not between " + outcome.earliest()
                                + " and " + outcome.latest() + ".\n");
            case ReportReadings.NotKept() ->
                words(
                        Status.SERVICE_UNAVAILABLE_503,
                        retryAfter(TRY_AGAIN),
                        "The reading cannot be kept now: send it again.\n");
        };
    }

    private static String success(List<String> leftOut) {
        return leftOut.isEmpty() ? "success\n" : "success\n" + String.join(".\n", leftOut) + ".\n";
    }

    private static Header retryAfter(Duration wait) {
        return HeaderValues.create(
                HeaderNames.RETRY_AFTER, Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
    }

    /** What is wrong with the parameters is said in the way of these protocols. */
    private static Answer inWords(Call call, Resource resource) {
        try {
            return resource.answer(call);
        } catch (RefusedException e) {
            return switch (e.refusal()) {
                case Refusal.InvalidParameter(String parameter, String fault) ->
                    words(Status.BAD_REQUEST_400, parameter + " " + fault + ".\n");
                case Refusal.MalformedRequest(String detail) -> words(Status.BAD_REQUEST_400, detail + "\n");
                default -> throw e;
            };
        }
    }

    private static Answer words(Status status, String text) {
        return new Answer.Words(status, Optional.empty(), text);
    }

    private static Answer words(Status status, Header header, String text) {
        return new Answer.Words(status, Optional.of(header), text);
    }
}
