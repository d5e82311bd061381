package dev.vane.adapters.sources.metar;

import dev.vane.adapters.sources.metar.Decoded.Header;
import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the remarks of the United States (Federal Meteorological Handbook No. 1, chapter 12), of which Canada and others
 * use some: temperature and dew point in tenths ({@code TsnTTTsnT'T'T'}), which are taken in place of the whole degrees if they
 * agree with them; the pressure at mean sea level ({@code SLPppp}); precipitation ({@code Prrrr}, {@code 6RRRR}) and the depth
 * of snow ({@code 4/sss}). Other remarks are words, which nobody counts.
 *
 * <p>An amount in {@code Prrrr} is that since the last hourly report, which in the United States is made between minute 45 and
 * 59: only in such a report is it that of an hour. A station that can tell precipitation ({@code AO2}) leaves it out if
 * nothing fell, and says {@code P0000} of a trace, which is nothing. So without it nothing fell, unless something falls now or
 * the remarks say that something began or ended, or that the gauge is out of order ({@code PNO}). Some smaller stations with
 * {@code AO2} have no gauge: what falls and ends between two of their reports is missed. Without {@code AO2} nothing is
 * known.
 */
final class Remarks {

    private static final Pattern TENTHS = Pattern.compile("T(?<air>[01][0-9]{3})(?<dew>[01][0-9]{3})?");
    private static final Pattern SEA_LEVEL = Pattern.compile("SLP(?<tenths>[0-9]{3})");
    private static final Pattern HOUR = Pattern.compile("P(?<hundredths>[0-9]{4})");
    private static final Pattern HOURS = Pattern.compile("6(?<hundredths>[0-9]{4})");
    private static final Pattern SNOW = Pattern.compile("4/(?<inches>[0-9]{3})");
    private static final Pattern GAUGE_OUT = Pattern.compile("PNO|P////");
    private static final Pattern DISCRIMINATES = Pattern.compile("A[O0]2A?");
    private static final Pattern AUTOMATIC = Pattern.compile("A[O0][12]A?");
    private static final Pattern BEGAN_OR_ENDED =
            Pattern.compile("(?:(?:SH|TS|FZ)?(?:DZ|RA|SN|SG|IC|PL|GR|GS|UP)+(?:[BE][0-9]{2,4})+)+.*");

    private static final int HOURLY_FROM = 45;
    private static final double HUNDREDTHS = 100;
    private static final double TENTHS_A_UNIT = 10;

    private final List<String> groups;
    private final Header header;
    private final MetarDraft draft;

    /** Takes the groups behind {@code RMK}. */
    Remarks(List<String> groups, Header header, MetarDraft draft) {
        this.groups = List.copyOf(groups);
        this.header = header;
        this.draft = draft;
    }

    /** Reads them, and says how far back the precipitation reaches. */
    Duration read() {
        first(TENTHS, "air").ifPresent(value -> tenths(Variable.TEMPERATURE, value));
        first(TENTHS, "dew").ifPresent(value -> tenths(Variable.DEW_POINT, value));
        first(SEA_LEVEL, "tenths").ifPresent(value -> seaLevel(Integer.parseInt(value)));
        first(SNOW, "inches").ifPresent(value -> draft.set(Variable.SNOW_DEPTH, Double.parseDouble(value), Unit.INCH));
        return precipitation();
    }

    private Optional<String> first(Pattern form, String part) {
        return groups.stream()
                .map(form::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(part))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private boolean any(Pattern form) {
        return groups.stream().anyMatch(form.asMatchPredicate());
    }

    /** A value that is further from the whole degrees than rounding can bring it is an error in one of the two. */
    private void tenths(Variable variable, String digits) {
        double size = Double.parseDouble(digits.substring(1)) / TENTHS_A_UNIT;
        double value = digits.charAt(0) == '1' ? -size : size;
        OptionalDouble whole = draft.get(variable);
        if (whole.isEmpty() || Math.abs(whole.getAsDouble() - value) <= 1) {
            draft.replace(variable, value, Unit.CELSIUS);
        }
    }

    /** Of 9 and 10 in front of the tens, the one that comes nearer to the altimeter setting, or to 1000 hPa. */
    private void seaLevel(int tenths) {
        double low = 900 + tenths / TENTHS_A_UNIT;
        double high = 1000 + tenths / TENTHS_A_UNIT;
        double near = draft.altimeter().orElse(1000);
        double value = Math.abs(low - near) < Math.abs(high - near) ? low : high;
        draft.set(Variable.PRESSURE_MSL, value, Unit.HECTOPASCAL);
    }

    private Duration precipitation() {
        if (header.special() || minute() < HOURLY_FROM) {
            return Duration.ZERO;
        }
        OptionalDouble hour = hundredths(HOUR);
        if (hour.isPresent()) {
            return amount(hour.getAsDouble(), Duration.ofHours(1));
        }
        if (any(DISCRIMINATES) && !any(GAUGE_OUT) && !draft.precipitating() && !any(BEGAN_OR_ENDED)) {
            return amount(0, Duration.ofHours(1));
        }
        OptionalDouble hours = hundredths(HOURS);
        return hours.isPresent() && any(AUTOMATIC) ? amount(hours.getAsDouble(), synoptic()) : Duration.ZERO;
    }

    private OptionalDouble hundredths(Pattern form) {
        Predicate<String> known = form.asMatchPredicate();
        return groups.stream()
                .filter(known)
                .mapToDouble(group -> Double.parseDouble(group.substring(1)) / HUNDREDTHS)
                .findFirst();
    }

    private Duration amount(double inches, Duration period) {
        boolean taken = period.isPositive() && draft.set(Variable.PRECIPITATION, inches, Unit.INCH);
        return taken ? period : Duration.ZERO;
    }

    /** Of 6 hours at 00, 06, 12 and 18 UTC, of 3 hours at 03, 09, 15 and 21. */
    private Duration synoptic() {
        int hour = (at().getHour() + 1) % 24;
        if (hour % 6 == 0) {
            return Duration.ofHours(6);
        }
        return hour % 3 == 0 ? Duration.ofHours(3) : Duration.ZERO;
    }

    private int minute() {
        return at().getMinute();
    }

    private ZonedDateTime at() {
        return header.time().atZone(ZoneOffset.UTC);
    }
}
