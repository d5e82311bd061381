package dev.vane.adapters.sources.metar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Reads the time of a report, {@code YYGGggZ}: day of the month, hour and minute, but neither month nor year. */
final class ReportTime {

    private static final Pattern FORM = Pattern.compile("(0[1-9]|[12][0-9]|3[01])([01][0-9]|2[0-3])([0-5][0-9])Z");

    private ReportTime() {}

    /**
     * The time nearest to that of reception that a group can mean.
     *
     * @return empty for a group of another form, or a day that neither the month of reception has, nor those around it
     */
    static Optional<Instant> of(String group, Instant received) {
        Matcher time = FORM.matcher(group);
        if (!time.matches()) {
            return Optional.empty();
        }
        int day = Integer.parseInt(time.group(1));
        Duration ofDay = Duration.ofHours(Long.parseLong(time.group(2))).plusMinutes(Long.parseLong(time.group(3)));
        YearMonth month = YearMonth.from(received.atOffset(ZoneOffset.UTC));
        return LongStream.rangeClosed(-1, 1)
                .mapToObj(month::plusMonths)
                .flatMap(candidate -> date(candidate, day))
                .map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant().plus(ofDay))
                .min(Comparator.comparing(
                        candidate -> Duration.between(received, candidate).abs()));
    }

    private static Stream<LocalDate> date(YearMonth month, int day) {
        try {
            return Stream.of(month.atDay(day));
        } catch (DateTimeException noSuchDay) {
            return Stream.empty();
        }
    }
}
