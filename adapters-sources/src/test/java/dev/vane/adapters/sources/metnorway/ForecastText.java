package dev.vane.adapters.sources.metnorway;

import java.util.ArrayList;
import java.util.List;

/** Writes small answers of locationforecast. */
final class ForecastText {

    private static final String UNITS = """
            {"air_temperature": "celsius", "dew_point_temperature": "celsius", "relative_humidity": "%",
             "air_pressure_at_sea_level": "hPa", "wind_speed": "m/s", "wind_speed_of_gust": "m/s",
             "wind_from_direction": "degrees", "cloud_area_fraction": "%", "fog_area_fraction": "%",
             "ultraviolet_index_clear_sky": "1", "precipitation_amount": "mm", "probability_of_precipitation": "%"}
            """;

    private final String updatedAt;
    private final List<String> entries = new ArrayList<>();

    private ForecastText(String updatedAt) {
        this.updatedAt = updatedAt;
    }

    static ForecastText updated(String time) {
        return new ForecastText(time);
    }

    /** An entry with a temperature and what is said of the time after it. */
    ForecastText entry(String time, double temperature, String... sections) {
        String instant = "\"instant\": {\"details\": {\"air_temperature\": " + temperature + "}}";
        List<String> data = new ArrayList<>(List.of(instant));
        data.addAll(List.of(sections));
        return raw("{\"time\": \"" + time + "\", \"data\": {" + String.join(", ", data) + "}}");
    }

    ForecastText raw(String entry) {
        entries.add(entry);
        return this;
    }

    static String hour(String symbol, double millimetres) {
        return section("next_1_hours", symbol, millimetres);
    }

    static String sixHours(String symbol, double millimetres) {
        return section("next_6_hours", symbol, millimetres);
    }

    private static String section(String name, String symbol, double millimetres) {
        return "\"" + name + "\": {\"summary\": {\"symbol_code\": \"" + symbol
                + "\"}, \"details\": {\"precipitation_amount\": " + millimetres + "}}";
    }

    String json() {
        return "{\"type\": \"Feature\", \"properties\": {\"meta\": {\"updated_at\": \"" + updatedAt + "\", \"units\": "
                + UNITS + "}, \"timeseries\": [" + String.join(",\n", entries) + "]}}";
    }
}
