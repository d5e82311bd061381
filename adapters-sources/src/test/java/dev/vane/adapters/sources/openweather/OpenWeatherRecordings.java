package dev.vane.adapters.sources.openweather;

import dev.vane.adapters.sources.json.JsonTree;
import dev.vane.adapters.sources.report.ReportDraft;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceInfo.Rhythm;
import dev.vane.application.spi.SourceReply;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.SourceId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Decodes answers that were asked for in other units than Vane's, which the source itself never does. */
public final class OpenWeatherRecordings {

    private static final SourceInfo INFO = new SourceInfo(
            new SourceId("openweather"),
            "OpenWeather",
            "",
            URI.create("x:y"),
            new Rhythm(Duration.ofMinutes(1), Duration.ofHours(6)),
            false);

    private OpenWeatherRecordings() {}

    /** An answer of 2.5/weather. */
    public static Observation current(String json, String units) {
        return new FreeDecoder(units(units)).observation(JsonTree.parse(json)).orElseThrow();
    }

    /** An answer of 2.5/forecast. */
    public static List<ForecastStep> forecast(String json, String units) {
        return new FreeDecoder(units(units)).steps(JsonTree.parse(json));
    }

    /** An answer of One Call. */
    public static SourceReply oneCall(String json, String units, String zone) {
        ReportDraft draft = new ReportDraft(INFO, text -> text);
        new OneCallDecoder(JsonTree.parse(json), units(units), ZoneId.of(zone)).decodeInto(draft);
        return draft.finish(Instant.EPOCH);
    }

    private static OpenWeatherUnits units(String name) {
        return switch (name) {
            case "standard" -> OpenWeatherUnits.STANDARD;
            case "metric" -> OpenWeatherUnits.METRIC;
            case "imperial" -> OpenWeatherUnits.IMPERIAL;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
