package dev.vane.application.weather;

import dev.vane.application.api.Origins;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Values;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One source's day with its gaps filled from others. Not safe for use by several threads. */
final class DayFusion {

    private DailyForecast day;
    private final Map<DailyVariable, SourceId> filled = new EnumMap<>(DailyVariable.class);
    private Optional<SourceId> skyFrom = Optional.empty();

    DayFusion(DailyForecast day) {
        this.day = day;
    }

    /** Takes what is missing yet. */
    void fillFrom(SourceId source, DailyForecast other) {
        boolean sky = day.sky().equals(Sky.UNKNOWN) && !other.sky().equals(Sky.UNKNOWN);
        Values.Builder<DailyVariable> more = Values.of(DailyVariable.class);
        for (DailyVariable variable : other.values().known()) {
            if (!day.values().has(variable) && agrees(variable, other)) {
                more.set(variable, other.values().get(variable));
                filled.put(variable, source);
            }
        }
        if (sky) {
            skyFrom = Optional.of(source);
        }
        Values<DailyVariable> missing = more.build();
        if (sky || !missing.isEmpty()) {
            Values<DailyVariable> all = Values.of(DailyVariable.class)
                    .fillFrom(day.values())
                    .fillFrom(missing)
                    .build();
            day = new DailyForecast(day.date(), sky ? other.sky() : day.sky(), all);
        }
    }

    /** Tells whether another source's value can stand beside those that are known: no maximum below its minimum. */
    private boolean agrees(DailyVariable variable, DailyForecast other) {
        double value = other.values().get(variable).orElseThrow();
        return switch (variable) {
            case TEMPERATURE_MAX -> value >= known(DailyVariable.TEMPERATURE_MIN, value);
            case TEMPERATURE_MIN -> value <= known(DailyVariable.TEMPERATURE_MAX, value);
            case APPARENT_TEMPERATURE_MAX -> value >= known(DailyVariable.APPARENT_TEMPERATURE_MIN, value);
            case APPARENT_TEMPERATURE_MIN -> value <= known(DailyVariable.APPARENT_TEMPERATURE_MAX, value);
            case WIND_GUST_MAX -> value >= known(DailyVariable.WIND_SPEED_MAX, value);
            case RAIN_SUM -> value <= known(DailyVariable.PRECIPITATION_SUM, value);
            default -> true;
        };
    }

    private double known(DailyVariable variable, double otherwise) {
        return day.values().get(variable).orElse(otherwise);
    }

    DailyForecast day() {
        return day;
    }

    Origins<DailyVariable> origins() {
        return filled.isEmpty() && skyFrom.isEmpty() ? Origins.none() : new Origins<>(filled, Set.of(), skyFrom);
    }
}
