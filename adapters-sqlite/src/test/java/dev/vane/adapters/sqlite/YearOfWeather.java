package dev.vane.adapters.sqlite;

import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Weather of one place by the hour that looks like real weather to who packs it: days and seasons, highs and lows that
 * take days to pass, clear and overcast skies that stay, showers, small disturbances from hour to hour, values with as
 * many decimals as providers publish. Forecasts drift away from it, each in its own way.
 */
final class YearOfWeather {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final int hours;
    private final Random random;
    private final Map<Variable, double[]> series = new EnumMap<>(Variable.class);

    YearOfWeather(long seed, int hours) {
        this.hours = hours;
        this.random = new Random(seed);
        fill();
    }

    static Instant time(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    private void fill() {
        double[] cloud = new double[hours];
        double[] wet = smooth(1, 5, 0.1);
        double[] synoptic = smooth(4, 30, 0.12);
        double[] moisture = smooth(2.5, 14, 0.1);
        double[] cloudiness = smooth(55, 9, 5);
        double[] wind = smooth(2.5, 10, 0.15);
        for (int hour = 0; hour < hours; hour++) {
            cloud[hour] = Math.clamp(50 + cloudiness[hour] + 30 * wet[hour], 0, 100);
            double sun = sun(hour);
            double temperature = 10
                    - 9 * Math.cos(2 * Math.PI * hour / 8766)
                    + (4 - cloud[hour] / 40) * Math.sin(2 * Math.PI * (hour % 24 - 9) / 24)
                    + synoptic[hour];
            put(Variable.TEMPERATURE, hour, temperature);
            double dewPoint = temperature - Math.abs(4 - 4 * cloud[hour] / 100 + moisture[hour] + 5 * sun);
            put(Variable.DEW_POINT, hour, dewPoint);
            put(Variable.RELATIVE_HUMIDITY, hour, Math.min(100, 100 * vapour(dewPoint) / vapour(temperature)));
            double speed = Math.abs(3.5 + wind[hour] + 1.5 * sun);
            put(Variable.WIND_SPEED, hour, speed);
            put(Variable.WIND_GUST, hour, speed * 1.7 + Math.abs(random.nextGaussian() * 0.3));
            put(Variable.APPARENT_TEMPERATURE, hour, temperature - 0.6 * speed + 0.15 * dewPoint - 1);
            put(Variable.CLOUD_COVER, hour, cloud[hour]);
            double fall = Math.max(0, wet[hour] - 1.1) * 1.5;
            put(Variable.PRECIPITATION, hour, fall);
            put(Variable.RAIN, hour, temperature > 1 ? fall : 0);
            put(Variable.SNOWFALL, hour, temperature > 1 ? 0 : 0.7 * fall);
            put(Variable.PRECIPITATION_PROBABILITY, hour, Math.clamp(45 * wet[hour] + 5, 0, 100));
            double clear = 1 - 0.75 * Math.pow(cloud[hour] / 100, 3);
            put(Variable.SHORTWAVE_RADIATION, hour, 900 * sun * clear);
            put(Variable.UV_INDEX, hour, 8 * sun * sun * clear);
            put(Variable.SUNSHINE_DURATION, hour, sun > 0.1 ? Math.clamp(3600 * (2.2 * clear - 1), 0, 3600) : 0);
            put(Variable.VISIBILITY, hour, Math.max(200, 24_140 - 9000 * Math.max(0, fall + moisture[hour] / 3)));
        }
        series.put(Variable.PRESSURE_MSL, plus(1014, smooth(7, 30, 0.05)));
        series.put(Variable.WIND_DIRECTION, plus(3600, smooth(110, 20, 4)));
        series.put(Variable.SNOW_DEPTH, snowDepth());
    }

    private void put(Variable variable, int hour, double value) {
        series.computeIfAbsent(variable, name -> new double[hours])[hour] = value;
    }

    /** Something that wanders around 0 by a standard deviation within some hours, with a disturbance each hour. */
    private double[] smooth(double deviation, double hoursOfMemory, double disturbance) {
        double keep = Math.exp(-1 / hoursOfMemory);
        double gain = deviation * 1.4 * Math.sqrt(hoursOfMemory) * (1 - keep);
        double[] smooth = new double[hours];
        double first = 0;
        double second = 0;
        for (int hour = 0; hour < hours; hour++) {
            first = keep * first + random.nextGaussian() * gain;
            second = keep * second + (1 - keep) * first;
            smooth[hour] = 2 * second / Math.sqrt(hoursOfMemory) * Math.sqrt(hoursOfMemory)
                    + random.nextGaussian() * disturbance;
        }
        return smooth;
    }

    private static double[] plus(double base, double[] other) {
        double[] sum = other.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += base;
        }
        return sum;
    }

    private double[] snowDepth() {
        double[] depth = new double[hours];
        for (int hour = 1; hour < hours; hour++) {
            double melting = 0.1 * Math.max(0, series.get(Variable.TEMPERATURE)[hour]);
            depth[hour] = Math.max(0, depth[hour - 1] + series.get(Variable.SNOWFALL)[hour] - melting);
        }
        return depth;
    }

    private static double sun(int hour) {
        double noon = 0.55 - 0.3 * Math.cos(2 * Math.PI * hour / 8766);
        return Math.max(0, noon - 0.6 * Math.cos(2 * Math.PI * (hour % 24) / 24) - 0.15);
    }

    private static double vapour(double temperature) {
        return Math.exp(17.27 * temperature / (temperature + 237.3));
    }

    /** What a source observed at an hour. */
    Observation observation(Pattern pattern, int hour) {
        return new Observation(time(hour), HOUR, conditions(pattern, hour, 0, 0));
    }

    /** What a source forecast at an hour. */
    Run run(Pattern pattern, int hour) {
        double drift = random.nextGaussian();
        List<ForecastStep> steps = new ArrayList<>();
        for (int lead : pattern.leads()) {
            int before = steps.isEmpty() ? lead - 1 : pattern.leads().get(steps.size() - 1);
            steps.add(new ForecastStep(
                    time(hour + lead),
                    HOUR.multipliedBy(lead - before),
                    conditions(pattern, hour + lead, lead, drift)));
        }
        List<DailyForecast> days = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(time(hour), ZoneOffset.UTC);
        for (int day = 0; day < pattern.days(); day++) {
            days.add(day(pattern, today.plusDays(day), hour - hour % 24 + 24 * day));
        }
        return new Run(Optional.of(time(hour)), time(hour), steps, days);
    }

    private Conditions conditions(Pattern pattern, int hour, int lead, double drift) {
        Values.Builder<Variable> values = Values.of(Variable.class);
        for (Variable variable : pattern.variables()) {
            double value = series.get(variable)[hour] + drift * lead * pattern.driftOf(variable);
            values.set(variable, pattern.published(variable, value));
        }
        return new Conditions(sky(hour), values.build());
    }

    private Sky sky(int hour) {
        double fall = series.get(Variable.PRECIPITATION)[hour];
        double cloud = series.get(Variable.CLOUD_COVER)[hour];
        if (fall > 0.05) {
            Sky.Intensity intensity = fall > 1 ? Sky.Intensity.MODERATE : Sky.Intensity.LIGHT;
            return Sky.of(series.get(Variable.TEMPERATURE)[hour] > 1 ? Condition.RAIN : Condition.SNOW, intensity);
        }
        return Sky.of(cloud < 20 ? Condition.CLEAR : cloud < 80 ? Condition.PARTLY_CLOUDY : Condition.OVERCAST);
    }

    private DailyForecast day(Pattern pattern, LocalDate date, int from) {
        Values.Builder<DailyVariable> values = Values.of(DailyVariable.class);
        for (DailyVariable daily : DailyVariable.values()) {
            double sum = 0;
            double least = Double.MAX_VALUE;
            double greatest = -Double.MAX_VALUE;
            for (int hour = from; hour < from + 24; hour++) {
                double value = series.get(daily.base())[hour];
                sum += value;
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
            String name = daily.name();
            double value = name.endsWith("MAX") ? greatest : name.endsWith("MIN") ? least : sum;
            boolean mean = name.endsWith("MEAN") || name.endsWith("DOMINANT");
            values.set(daily, pattern.published(daily.base(), mean ? value / 24 : value, daily));
        }
        return new DailyForecast(date, sky(from + 12), values.build());
    }
}
