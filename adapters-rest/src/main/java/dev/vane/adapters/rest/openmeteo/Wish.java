package dev.vane.adapters.rest.openmeteo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a client wants to know of each of its places, and how it wants to have it.
 *
 * @param currentWeather whether the block that was there before {@code current} is wanted
 * @param current of now
 * @param quarterly by the quarter of an hour
 * @param hourly by the hour
 * @param daily by the day
 * @param units the units
 * @param unixTime whether times are in seconds since 1970, not ISO 8601
 * @param format of the answer
 * @param span of which time
 */
record Wish(
        boolean currentWeather,
        List<VariableName> current,
        List<VariableName> quarterly,
        List<VariableName> hourly,
        List<VariableName> daily,
        ClientUnits units,
        boolean unixTime,
        Format format,
        Span span) {

    private static final String VARIABLE = "ForecastVariable";
    private static final Map<String, Boolean> TIMES = Map.of("iso8601", false, "unixtime", true);
    private static final Map<String, Format> FORMATS =
            Map.of("json", Format.JSON, "csv", Format.CSV, "flatbuffers", Format.FLATBUFFERS);
    private static final Map<String, String> RESOLUTIONS =
            Map.of("native", "hourly", "hourly", "hourly", "hourly_1", "hourly");

    /** Formats of answers. */
    enum Format {
        JSON(OpenMeteoErrors.JSON),
        CSV("text/csv; charset=utf-8"),
        FLATBUFFERS("application/octet-stream");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }

    static Wish of(Input input, Span.Limits limits) {
        input.choice("temporal_resolution", "ApiTemporalResolution", RESOLUTIONS);
        if (input.text("bounding_box").isPresent()) {
            throw OpenMeteoErrors.refused("Bounding box calls not supported");
        }
        return new Wish(
                input.flag("current_weather"),
                input.variables("current", VARIABLE),
                input.variables("minutely_15", VARIABLE),
                input.variables("hourly", VARIABLE),
                input.variables("daily", "ForecastVariableDaily"),
                ClientUnits.of(input),
                input.choice("timeformat", "Timeformat", TIMES).orElse(false),
                input.choice("format", "ForecastResultFormat", FORMATS).orElse(Format.JSON),
                Span.of(input, limits));
    }

    /**
     * What tells this wish from others, in little room: it is remembered beside each document.
     *
     * @param names of the variables, by block
     * @param currentWeather as in the wish
     * @param units as in the wish
     * @param unixTime as in the wish
     * @param format as in the wish
     * @param span as in the wish
     */
    record Key(String names, boolean currentWeather, ClientUnits units, boolean unixTime, Format format, Span span) {}

    /** The key of this wish. */
    Key key() {
        String names = Stream.of(current, quarterly, hourly, daily)
                .map(block -> block.stream().map(VariableName::asked).collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
        return new Key(names, currentWeather, units, unixTime, format, span);
    }
}
