package dev.vane.adapters.rest.exchange;

import dev.vane.application.api.ReportReadings;
import dev.vane.application.api.WeatherOutcome;
import java.time.Duration;
import java.util.Locale;

/** Why a request is not served. {@link Problems} says each in HTTP. */
public sealed interface Refusal {

    /**
     * A parameter of the query or the path is missing, malformed or out of range.
     *
     * @param parameter its name
     * @param fault what is wrong with it, to follow its name in a sentence
     */
    record InvalidParameter(String parameter, String fault) implements Refusal {}

    /**
     * The request is not HTTP, or not HTTP as the service takes it.
     *
     * @param detail a sentence
     */
    record MalformedRequest(String detail) implements Refusal {}

    /**
     * There is no such place.
     *
     * @param parameter the parameter that names the place
     */
    record UnknownPlace(String parameter) implements Refusal {}

    /**
     * The place is not watched.
     *
     * @param parameter the parameter that names the place
     */
    record NotWatched(String parameter) implements Refusal {}

    /**
     * As many places are watched as may be.
     *
     * @param limit how many
     */
    record TooManyWatches(int limit) implements Refusal {}

    /** The page of another site asks for a change. */
    record CrossSite() implements Refusal {}

    /** There is nothing under the path. */
    record UnknownRoute() implements Refusal {}

    /**
     * The path does not know the method.
     *
     * @param allowed the methods that it knows, joined by commas
     */
    record MethodNotAllowed(String allowed) implements Refusal {}

    /**
     * The client takes none of the media types there are.
     *
     * @param available what there is
     */
    record NotAcceptable(String available) implements Refusal {}

    /** The body of the request is larger than allowed. */
    record BodyTooLarge() implements Refusal {}

    /** The body of the request breaks off, or is not framed as HTTP has it. */
    record BrokenBody() implements Refusal {}

    /** No station is configured whose readings could be taken. */
    record NoStation() implements Refusal {}

    /** The readings are not from the station. */
    record NotTheStation() implements Refusal {}

    /**
     * Too many uploads.
     *
     * @param retryAfter when the next is taken
     */
    record TooManyUploads(Duration retryAfter) implements Refusal {}

    /**
     * As many are subscribed to events as may be.
     *
     * @param limit how many
     * @param retryAfter when to try again
     */
    record TooManyStreams(int limit, Duration retryAfter) implements Refusal {}

    /**
     * As many places are followed as may be, besides the watched ones.
     *
     * @param limit how many
     * @param retryAfter when to try again
     */
    record TooManyFollowed(int limit, Duration retryAfter) implements Refusal {}

    /**
     * A reading is too old, or from the future.
     *
     * @param outcome with the time and the limits
     */
    record OutOfTime(ReportReadings.OutOfTime outcome) implements Refusal {}

    /**
     * The record cannot be written.
     *
     * @param retryAfter when to try again
     */
    record NotKept(Duration retryAfter) implements Refusal {}

    /** The target of the request is longer than allowed. */
    record TargetTooLong() implements Refusal {}

    /**
     * The body of the request is in a media type or a coding that is not understood.
     *
     * @param detail a sentence
     */
    record UnsupportedContent(String detail) implements Refusal {}

    /** The headers of the request are larger than allowed. */
    record HeadersTooLarge() implements Refusal {}

    /**
     * Several places match about equally well.
     *
     * @param outcome with the candidates
     * @param language the language of the candidates' labels
     */
    record AmbiguousPlace(WeatherOutcome.AmbiguousPlace outcome, Locale language) implements Refusal {}

    /**
     * No source has an answer, and nothing is remembered.
     *
     * @param outcome with the states of the sources
     */
    record NoWeather(WeatherOutcome.NoWeather outcome) implements Refusal {}

    /**
     * The service has a fault of its own.
     *
     * @param requestId under which the log has more
     */
    record InternalFault(String requestId) implements Refusal {}
}
