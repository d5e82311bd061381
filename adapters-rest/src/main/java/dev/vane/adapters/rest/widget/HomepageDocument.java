package dev.vane.adapters.rest.widget;

import dev.vane.adapters.rest.contract.Times;
import dev.vane.adapters.rest.widget.Glimpse.Now;
import dev.vane.domain.units.Dimension;
import dev.vane.domain.units.UnitSystem;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.Quantity;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import io.avaje.jsonb.Jsonb;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A flat object for Homepage's {@code customapi} widget, which shows one member a line: each thing as a number, and as a text
 * that is ready to be shown. The members are always all there, null for what is not known.
 */
final class HomepageDocument {

    private static final Jsonb JSONB = Jsonb.builder().serializeNulls(true).build();
    private static final int DECIMALS = 2;

    private final Glimpse glimpse;
    private final UnitSystem units;
    private final Map<String, Object> members = new LinkedHashMap<>();

    private HomepageDocument(Glimpse glimpse, UnitSystem units) {
        this.glimpse = glimpse;
        this.units = units;
    }

    static byte[] of(Glimpse glimpse, UnitSystem units) {
        HomepageDocument document = new HomepageDocument(glimpse, units);
        document.fill();
        return JSONB.toJsonBytes(document.members);
    }

    private void fill() {
        Optional<Now> now = glimpse.now();
        text("place", Optional.of(glimpse.place().name()));
        text("time", now.map(it -> Times.text(it.time())));
        text("sky", now.map(glimpse::sky));
        text("condition", now.map(it -> it.sky().condition().key()));
        Values<Variable> values = now.map(Now::values).orElse(Values.none(Variable.class));
        number("temperature", values, Variable.TEMPERATURE);
        text("temperatureText", Glimpse.said(values.get(Variable.TEMPERATURE), glimpse.amounts()::temperature));
        number("feelsLike", values, Variable.APPARENT_TEMPERATURE);
        text("feelsLikeText", Glimpse.said(values.get(Variable.APPARENT_TEMPERATURE), glimpse.amounts()::temperature));
        number("humidity", values, Variable.RELATIVE_HUMIDITY);
        text("humidityText", Glimpse.said(values.get(Variable.RELATIVE_HUMIDITY), glimpse.amounts()::share));
        number("windSpeed", values, Variable.WIND_SPEED);
        text("windText", now.flatMap(glimpse::wind));
        number("pressure", values, Variable.PRESSURE_MSL);
        today(glimpse.days().stream().findFirst());
        List<String> warnings = glimpse.warnings();
        members.put("warnings", warnings.size());
        text("warningsText", Optional.of(String.join(", ", warnings)).filter(text -> !text.isEmpty()));
        members.put("simulated", glimpse.simulated());
        text("credits", Optional.of(String.join(" · ", glimpse.credits())));
    }

    private void today(Optional<DailyForecast> today) {
        Values<DailyVariable> values = today.map(DailyForecast::values).orElse(Values.none(DailyVariable.class));
        number("high", values, DailyVariable.TEMPERATURE_MAX);
        text("highText", Glimpse.said(values.get(DailyVariable.TEMPERATURE_MAX), glimpse.amounts()::temperature));
        number("low", values, DailyVariable.TEMPERATURE_MIN);
        text("lowText", Glimpse.said(values.get(DailyVariable.TEMPERATURE_MIN), glimpse.amounts()::temperature));
        number("precipitation", values, DailyVariable.PRECIPITATION_SUM);
        text(
                "precipitationText",
                Glimpse.said(values.get(DailyVariable.PRECIPITATION_SUM), glimpse.amounts()::precipitation));
        number("chance", values, DailyVariable.PRECIPITATION_PROBABILITY_MAX);
        text(
                "chanceText",
                Glimpse.said(values.get(DailyVariable.PRECIPITATION_PROBABILITY_MAX), glimpse.amounts()::share));
    }

    private void text(String name, Optional<String> text) {
        members.put(name, text.orElse(null)); // JSON's null: there is no other in this module
    }

    private <Q extends Enum<Q> & Quantity> void number(String name, Values<Q> values, Q quantity) {
        Dimension dimension = quantity.dimension();
        members.put(
                name,
                values.has(quantity)
                        ? rounded(units.convert(values.get(quantity).orElseThrow(), dimension))
                        : null);
    }

    private static BigDecimal rounded(double value) {
        BigDecimal plain = BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
