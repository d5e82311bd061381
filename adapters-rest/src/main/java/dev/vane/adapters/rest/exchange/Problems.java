package dev.vane.adapters.rest.exchange;

import dev.vane.adapters.rest.contract.PlaceView;
import dev.vane.adapters.rest.contract.ProblemView;
import dev.vane.adapters.rest.contract.SourceReadingView;
import dev.vane.adapters.rest.contract.Times;
import dev.vane.application.api.WeatherOutcome;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The one place that says refusals in HTTP, as RFC 9457 problem details. The types are relative URIs that do not change;
 * a refusal that is not handled here does not compile.
 */
final class Problems {

    private static final Status HEADERS_TOO_LARGE = Status.create(431, "Request Header Fields Too Large");
    private static final Status UNSUPPORTED = Status.UNSUPPORTED_MEDIA_TYPE_415;
    private static final String BASIC = "Basic realm=\"station\", charset=\"UTF-8\"";
    private static final Status UNPROCESSABLE = Status.create(422, "Unprocessable Content");

    /**
     * A refusal in HTTP.
     *
     * @param status the status
     * @param header the header that belongs to the status, if one does
     * @param body the problem details
     */
    record Problem(Status status, Optional<Header> header, ProblemView body) {

        private Problem with(Header belonging) {
            return new Problem(status, Optional.of(belonging), body);
        }

        private Problem parameter(String name) {
            return new Problem(
                    status,
                    header,
                    new ProblemView(
                            body.type(),
                            body.title(),
                            body.status(),
                            body.detail(),
                            Optional.of(name),
                            body.candidates(),
                            body.sources()));
        }

        private Problem candidates(List<PlaceView> places) {
            return new Problem(
                    status,
                    header,
                    new ProblemView(
                            body.type(),
                            body.title(),
                            body.status(),
                            body.detail(),
                            body.parameter(),
                            Optional.of(places),
                            body.sources()));
        }

        private Problem sources(List<SourceReadingView> readings) {
            return new Problem(
                    status,
                    header,
                    new ProblemView(
                            body.type(),
                            body.title(),
                            body.status(),
                            body.detail(),
                            body.parameter(),
                            body.candidates(),
                            Optional.of(readings)));
        }
    }

    private Problems() {}

    /** Says a refusal in HTTP. */
    static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.InvalidParameter it -> invalid(it);
            case Refusal.MalformedRequest it ->
                problem(Status.BAD_REQUEST_400, "malformed-request", "The request is malformed", it.detail());
            case Refusal.UnknownPlace it ->
                problem(Status.NOT_FOUND_404, "unknown-place", "There is no such place", "No place matches.")
                        .parameter(it.parameter());
            case Refusal.NotWatched it ->
                problem(Status.NOT_FOUND_404, "not-watched", "The place is not watched", "This place is not watched.")
                        .parameter(it.parameter());
            case Refusal.TooManyWatches it -> tooManyWatches(it);
            case Refusal.CrossSite() -> crossSite();
            case Refusal.UnknownRoute() ->
                problem(Status.NOT_FOUND_404, "unknown-route", "There is nothing here", "This path leads to nothing.");
            case Refusal.MethodNotAllowed it -> notAllowed(it);
            case Refusal.NotAcceptable it -> notAcceptable(it);
            case Refusal.BodyTooLarge() -> tooLarge(Status.REQUEST_ENTITY_TOO_LARGE_413, "body-too-large", "body");
            case Refusal.BrokenBody() ->
                problem(
                        Status.BAD_REQUEST_400,
                        "malformed-request",
                        "The request is malformed",
                        "The body of the request breaks off, or is not framed as HTTP has it.");
            case Refusal.NoStation() -> noStation();
            case Refusal.NotTheStation() -> notTheStation();
            case Refusal.TooManyUploads it -> tooManyUploads(it);
            case Refusal.TooManyStreams it -> tooManyStreams(it);
            case Refusal.TooManyFollowed it -> tooManyFollowed(it);
            case Refusal.OutOfTime it -> outOfTime(it);
            case Refusal.NotKept it -> notKept(it);
            case Refusal.TargetTooLong() -> tooLarge(Status.REQUEST_URI_TOO_LONG_414, "target-too-long", "target");
            case Refusal.HeadersTooLarge() -> tooLarge(HEADERS_TOO_LARGE, "headers-too-large", "header section");
            case Refusal.UnsupportedContent it ->
                problem(UNSUPPORTED, "unsupported-content", "The body is not understood", it.detail());
            case Refusal.AmbiguousPlace it -> ambiguous(it);
            case Refusal.NoWeather it -> noWeather(it.outcome());
            case Refusal.InternalFault it -> internal(it);
        };
    }

    private static Problem invalid(Refusal.InvalidParameter refusal) {
        String detail = "'" + refusal.parameter() + "' " + refusal.fault() + ".";
        return problem(Status.BAD_REQUEST_400, "invalid-parameter", "A parameter is not valid", detail)
                .parameter(refusal.parameter());
    }

    private static Problem tooManyWatches(Refusal.TooManyWatches refusal) {
        String detail = "No more than " + refusal.limit() + " places can be watched: stop watching another one first.";
        return problem(Status.CONFLICT_409, "too-many-watches", "Too many places are watched", detail);
    }

    private static Problem crossSite() {
        String detail = "A page of another site cannot change anything here.";
        return problem(Status.FORBIDDEN_403, "cross-site", "The request comes from another site", detail);
    }

    private static Problem noStation() {
        String detail =
                "No station is set up in the configuration of this service, so that nobody can report readings.";
        return problem(Status.NOT_FOUND_404, "no-station", "There is no station", detail);
    }

    private static Problem notTheStation() {
        String detail = "The name and the password of the request are not those of the station.";
        return problem(Status.UNAUTHORIZED_401, "not-the-station", "The credentials are not right", detail)
                .with(HeaderValues.create(HeaderNames.WWW_AUTHENTICATE, BASIC));
    }

    private static Problem tooManyUploads(Refusal.TooManyUploads refusal) {
        String detail = "Nothing of this upload is kept. Send it again in " + seconds(refusal.retryAfter()) + " s.";
        return problem(Status.TOO_MANY_REQUESTS_429, "too-many-uploads", "There are too many uploads", detail)
                .with(HeaderValues.create(HeaderNames.RETRY_AFTER, seconds(refusal.retryAfter())));
    }

    private static Problem tooManyStreams(Refusal.TooManyStreams refusal) {
        String detail = refusal.limit() + " streams are open, and no more can be. Try again in "
                + seconds(refusal.retryAfter()) + " s.";
        return problem(Status.TOO_MANY_REQUESTS_429, "too-many-streams", "There are too many streams", detail)
                .with(HeaderValues.create(HeaderNames.RETRY_AFTER, seconds(refusal.retryAfter())));
    }

    private static Problem tooManyFollowed(Refusal.TooManyFollowed refusal) {
        String detail =
                "Streams follow " + refusal.limit() + " places that are not watched, and cannot follow more. Try again"
                        + " in " + seconds(refusal.retryAfter()) + " s, or watch the place.";
        return problem(Status.TOO_MANY_REQUESTS_429, "too-many-followed", "Too many places are followed", detail)
                .with(HeaderValues.create(HeaderNames.RETRY_AFTER, seconds(refusal.retryAfter())));
    }

    private static Problem outOfTime(Refusal.OutOfTime refusal) {
        String detail = "A reading is of " + Times.text(refusal.outcome().validTime()) + ", and only those from "
                + Times.text(refusal.outcome().earliest()) + " to "
                + Times.text(refusal.outcome().latest()) + " are taken. Nothing of the upload is kept.";
        return problem(Status.BAD_REQUEST_400, "out-of-time", "A reading is of another time", detail);
    }

    private static Problem notKept(Refusal.NotKept refusal) {
        String detail = "The record cannot be written. Nothing of this upload is kept: send it again in "
                + seconds(refusal.retryAfter()) + " s.";
        return problem(Status.SERVICE_UNAVAILABLE_503, "not-kept", "The readings are not kept", detail)
                .with(HeaderValues.create(HeaderNames.RETRY_AFTER, seconds(refusal.retryAfter())));
    }

    /** Whole seconds, at least one: a wait that is rounded down would end too early. */
    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }

    private static Problem notAllowed(Refusal.MethodNotAllowed refusal) {
        String detail = "This path knows " + refusal.allowed() + ".";
        return problem(Status.METHOD_NOT_ALLOWED_405, "method-not-allowed", "The method is not allowed", detail)
                .with(HeaderValues.create(HeaderNames.ALLOW, refusal.allowed()));
    }

    private static Problem notAcceptable(Refusal.NotAcceptable refusal) {
        String detail =
                "This path has " + refusal.available() + ", which the Accept header of the request does not allow.";
        return problem(Status.NOT_ACCEPTABLE_406, "not-acceptable", "There is no such media type", detail);
    }

    private static Problem tooLarge(Status status, String type, String part) {
        String detail = "The " + part + " of the request is larger than this service takes.";
        return problem(status, type, "The " + part + " is too large", detail);
    }

    private static Problem internal(Refusal.InternalFault refusal) {
        String detail = "The log of the service has more under request " + refusal.requestId() + ".";
        return problem(Status.INTERNAL_SERVER_ERROR_500, "internal-fault", "The service has a fault", detail);
    }

    private static Problem ambiguous(Refusal.AmbiguousPlace refusal) {
        List<PlaceView> candidates = refusal.outcome().candidates().stream()
                .map(place -> PlaceView.of(place, refusal.language()))
                .toList();
        return problem(
                        UNPROCESSABLE,
                        "ambiguous-place",
                        "Several places match",
                        candidates.size() + " places match about equally well: choose one of the candidates by its id.")
                .parameter("q")
                .candidates(candidates);
    }

    private static Problem noWeather(WeatherOutcome.NoWeather outcome) {
        long seconds = Math.max(1, outcome.retryAfter().toSeconds());
        return problem(
                        Status.SERVICE_UNAVAILABLE_503,
                        "no-weather",
                        "There is no weather yet",
                        "No source answered"
                                + " for " + outcome.place().name() + ", and nothing is remembered of it. Try again in "
                                + seconds
                                + " s.")
                .with(HeaderValues.create(HeaderNames.RETRY_AFTER, seconds))
                .sources(outcome.sources().stream().map(SourceReadingView::of).toList());
    }

    private static Problem problem(Status status, String type, String title, String detail) {
        return new Problem(
                status,
                Optional.empty(),
                new ProblemView(
                        "/problems/" + type,
                        title,
                        status.code(),
                        detail,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }
}
