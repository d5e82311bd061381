package dev.vane.application.station;

import dev.vane.application.api.ReportReadings.Verdict;
import dev.vane.application.api.StationSettings;
import dev.vane.application.spi.WeatherRecord;
import dev.vane.application.spi.WeatherRecord.Observed;
import dev.vane.domain.place.Place;
import dev.vane.domain.quality.QualityControl;
import dev.vane.domain.weather.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Judges readings by what is on record around them, and by each other. Safe for use by several threads.
 *
 * <p>What is on record is read for a day of readings at a time: an upload can go back over weeks, and what all sources said
 * in that time need not be in memory at once.
 */
final class Bench {

    private static final Duration TOGETHER = Duration.ofDays(1);

    private final Place place;
    private final QualityControl control;
    private final WeatherRecord records;

    Bench(Place place, WeatherRecord records) {
        this.place = place;
        this.control = new QualityControl(place.coordinates());
        this.records = records;
    }

    /**
     * Judges readings.
     *
     * @param readings by ascending valid time
     * @return a verdict each, in their order
     */
    List<Verdict> judge(List<Observation> readings) {
        List<Verdict> verdicts = new ArrayList<>();
        int from = 0;
        while (from < readings.size()) {
            Instant until = readings.get(from).validTime().plus(TOGETHER);
            int to = from + 1;
            while (to < readings.size() && !readings.get(to).validTime().isAfter(until)) {
                to++;
            }
            verdicts.addAll(judgeTogether(readings, from, to));
            from = to;
        }
        return verdicts;
    }

    private List<Verdict> judgeTogether(List<Observation> readings, int from, int to) {
        Instant first = readings.get(from).validTime().minus(QualityControl.WINDOW);
        Instant last = readings.get(to - 1).validTime().plus(Neighbours.REACH);
        List<Observed> observed = records.observations(place.id(), first, last);
        NavigableMap<Instant, Observation> own = new TreeMap<>();
        for (Observed one : observed) {
            if (one.source().equals(StationSettings.SOURCE)) {
                own.put(one.observation().validTime(), one.observation());
            }
        }
        // what came earlier in the same upload is not on record yet
        readings.subList(0, to).forEach(reading -> own.put(reading.validTime(), reading));
        return readings.subList(from, to).stream()
                .map(reading -> verdict(reading, own, observed))
                .toList();
    }

    private Verdict verdict(Observation reading, NavigableMap<Instant, Observation> own, List<Observed> observed) {
        Instant time = reading.validTime();
        List<Observation> before = List.copyOf(
                own.subMap(time.minus(QualityControl.WINDOW), true, time, false).values());
        return new Verdict(time, control.judge(reading, before, Neighbours.around(time, observed)));
    }
}
