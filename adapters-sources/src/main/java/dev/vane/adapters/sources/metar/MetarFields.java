package dev.vane.adapters.sources.metar;

import dev.vane.adapters.sources.json.JsonArray;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.adapters.sources.metar.Decoded.Header;
import dev.vane.adapters.sources.metar.Decoded.Report;
import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Reads a report of which there are members only: °C, knots, statute miles, hPa and inches. {@code wdir} is a number or
 * {@code VRB}, {@code visib} a number or a text such as {@code 10+}. A value that cannot be is left out.
 */
final class MetarFields {

    private static final Pattern MILES = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,4})?\\+?");

    /** What the API says of a trace. */
    private static final double TRACE = 0.005;

    private final JsonObject entry;
    private final MetarDraft draft = new MetarDraft();

    private MetarFields(JsonObject entry) {
        this.entry = entry;
    }

    /** The report of a station. */
    static Report report(JsonObject entry, String station, Instant time) {
        boolean special = entry.text("metarType").filter("SPECI"::equals).isPresent();
        return new MetarFields(entry).report(new Header(station, time, special, false));
    }

    private Report report(Header header) {
        set("temp", Variable.TEMPERATURE, Unit.CELSIUS);
        set("dewp", Variable.DEW_POINT, Unit.CELSIUS);
        set("slp", Variable.PRESSURE_MSL, Unit.HECTOPASCAL);
        set("wspd", Variable.WIND_SPEED, Unit.KNOT);
        set("wgst", Variable.WIND_GUST, Unit.KNOT);
        direction();
        visibility();
        entry.number("altim").ifPresent(value -> draft.altimeter(value, Unit.HECTOPASCAL));
        entry.text("wxString").ifPresent(text -> {
            for (String group : text.strip().split("\\s+", -1)) {
                WeatherGroup.read(group, draft);
            }
        });
        entry.array("clouds").ifPresent(this::clouds);
        Duration period = header.special() ? Duration.ZERO : precipitation();
        return new Report(header, draft.conditions(), period, draft.altimeter(), 0);
    }

    private void set(String name, Variable variable, Unit unit) {
        entry.number(name).ifPresent(value -> draft.set(variable, value, unit));
    }

    private void direction() {
        OptionalDouble from = numberOrText("wdir");
        if (draft.get(Variable.WIND_SPEED).orElse(1) > 0) {
            from.ifPresent(degrees -> draft.set(Variable.WIND_DIRECTION, degrees, Unit.DEGREE));
        }
    }

    private void visibility() {
        numberOrText("visib").ifPresent(miles -> draft.set(Variable.VISIBILITY, miles, Unit.MILE));
    }

    private OptionalDouble numberOrText(String name) {
        try {
            return entry.number(name);
        } catch (JsonFault text) {
            return entry.text(name)
                    .filter(MILES.asMatchPredicate())
                    .map(miles -> OptionalDouble.of(Double.parseDouble(miles.replace("+", ""))))
                    .orElse(OptionalDouble.empty());
        }
    }

    private void clouds(JsonArray layers) {
        for (int i = 0; i < layers.size(); i++) {
            layers.object(i).text("cover").ifPresent(this::layer);
        }
    }

    private void layer(String cover) {
        switch (cover) {
            case "FEW", "SCT", "BKN", "OVC" -> draft.clouds().read(cover + "///");
            case "OVX" -> draft.clouds().read("VV///");
            default -> draft.clouds().read(cover);
        }
    }

    private Duration precipitation() {
        OptionalDouble inches = entry.number("precip");
        if (inches.isEmpty()) {
            return Duration.ZERO;
        }
        double amount = inches.getAsDouble() <= TRACE ? 0 : inches.getAsDouble();
        return draft.set(Variable.PRECIPITATION, amount, Unit.INCH) ? Duration.ofHours(1) : Duration.ZERO;
    }
}
