package dev.vane.application.verification;

import dev.vane.application.api.StationSettings;
import dev.vane.domain.quality.QualityControl;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which full hours have to be verified, or once more, after something was heard. */
public final class HoursToVerify {

    private static final Duration HOUR = Duration.ofHours(1);

    private HoursToVerify() {}

    /**
     * The hours of which something is different then: those around each observation; after one of the house's own station all
     * those whose readings are judged by it, if it comes late; and those that a run forecast which are past, as they are of a
     * run that is had later than it was issued.
     */
    public static Collection<Instant> after(List<SourceReport> reports, Instant now) {
        SortedSet<Instant> hours = new TreeSet<>();
        for (SourceReport report : reports) {
            report.current().map(Observation::validTime).ifPresent(time -> {
                hours.addAll(around(time));
                if (report.source().equals(StationSettings.SOURCE)) {
                    addJudgedBy(time, now, hours);
                }
            });
            report.run().ifPresent(run -> addPast(run, now, hours));
        }
        return hours;
    }

    /** The full hours just before and just after a time; one if it is one itself. */
    public static SortedSet<Instant> around(Instant time) {
        Instant before = time.truncatedTo(ChronoUnit.HOURS);
        SortedSet<Instant> hours = new TreeSet<>();
        hours.add(before);
        hours.add(before.equals(time) ? before : before.plus(HOUR));
        return hours;
    }

    private static void addJudgedBy(Instant time, Instant now, SortedSet<Instant> hours) {
        Instant last = time.plus(QualityControl.WINDOW).plus(HOUR);
        for (Instant hour = around(time).last(); !hour.isAfter(last) && !hour.isAfter(now); hour = hour.plus(HOUR)) {
            hours.add(hour);
        }
    }

    private static void addPast(Run run, Instant now, Collection<Instant> hours) {
        for (ForecastStep step : run.hourly()) {
            Instant time = step.validTime();
            boolean fullHour = time.truncatedTo(ChronoUnit.HOURS).equals(time);
            if (fullHour && !time.isAfter(now) && time.isAfter(run.availableAt())) {
                hours.add(time);
            }
        }
    }
}
