package dev.vane.adapters.rest.openmeteo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The variables that Open-Meteo documents, without level and aggregation: {@code variables.csv} has them in the order of its
 * FlatBuffers schema, where a variable is the number of its place.
 */
final class Catalogue {

    /**
     * A variable.
     *
     * @param code its number in the schema
     * @param name its name there
     * @param unit the unit that it has by default, but for speeds in m/s
     */
    record Entry(byte code, String name, Measure unit) {}

    /** What is nobody's variable. */
    static final Entry UNKNOWN = new Entry((byte) 0, "undefined", Measure.UNDEFINED);

    private static final Map<String, Entry> ENTRIES = read();

    /** The beginnings of names in use before 2023, and those of today. */
    private static final Map<String, String> RENAMED = Map.ofEntries(
            Map.entry("relativehumidity", "relative_humidity"),
            Map.entry("dewpoint", "dew_point"),
            Map.entry("windspeed", "wind_speed"),
            Map.entry("winddirection", "wind_direction"),
            Map.entry("windgusts", "wind_gusts"),
            Map.entry("cloudcover", "cloud_cover"),
            Map.entry("weathercode", "weather_code"),
            Map.entry("freezinglevel", "freezing_level"),
            Map.entry("vapor_pressure", "vapour_pressure"),
            Map.entry("latent_heatflux", "latent_heat_flux"),
            Map.entry("sensible_heatflux", "sensible_heat_flux"),
            Map.entry("surface_air_pressure", "surface_pressure"),
            Map.entry("skin_temperature", "surface_temperature"),
            Map.entry("growing_degree_days_base_0_limit_50", "growing_degree_days"));

    /** The ends of names of air quality that stand for others. */
    private static final Map<String, String> SHORT = Map.of(
            "aqi_no2", "aqi_nitrogen_dioxide",
            "aqi_o3", "aqi_ozone",
            "aqi_so2", "aqi_sulphur_dioxide",
            "aqi_co", "aqi_carbon_monoxide");

    private Catalogue() {}

    /** The variable of a name of today or of before. */
    static Optional<Entry> find(String name) {
        return Optional.ofNullable(ENTRIES.get(current(name)));
    }

    private static String current(String name) {
        String renamed = name;
        for (Map.Entry<String, String> old : RENAMED.entrySet()) {
            if (name.startsWith(old.getKey())) {
                renamed = old.getValue() + name.substring(old.getKey().length());
            }
        }
        for (Map.Entry<String, String> end : SHORT.entrySet()) {
            if (renamed.endsWith(end.getKey())) {
                renamed = renamed.substring(0, renamed.length() - end.getKey().length()) + end.getValue();
            }
        }
        boolean fine = renamed.equals("pm2_5") || renamed.endsWith("_pm2_5");
        return fine ? renamed.replace("pm2_5", "pm2p5") : renamed;
    }

    private static Map<String, Entry> read() {
        try (InputStream stream =
                Objects.requireNonNull(Catalogue.class.getResourceAsStream("variables.csv"), "variables.csv")) {
            List<String> lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
            Map<String, Entry> entries = new HashMap<>();
            for (int code = 1; code < lines.size(); code++) { // 0 is no variable
                String[] cells = lines.get(code).split(",", -1);
                entries.put(cells[0], new Entry((byte) code, cells[0], Measure.valueOf(cells[1])));
            }
            return Map.copyOf(entries);
        } catch (IOException e) {
            throw new UncheckedIOException("variables.csv of the Open-Meteo format cannot be read", e);
        }
    }
}
