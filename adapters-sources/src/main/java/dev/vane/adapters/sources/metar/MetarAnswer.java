package dev.vane.adapters.sources.metar;

import dev.vane.adapters.sources.json.JsonArray;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.adapters.sources.metar.Decoded.Missing;
import dev.vane.adapters.sources.metar.Decoded.Refused;
import dev.vane.adapters.sources.metar.Decoded.Report;
import dev.vane.adapters.sources.station.Station;
import dev.vane.domain.place.Coordinates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Reads an answer of {@code /api/data/metar} in JSON: an array of reports. Position, elevation and the time of a report are
 * members; what it says is decoded from its text ({@code rawOb}), which is what the station sent, or where that is missing
 * taken from the members. A report with a fault costs no other.
 *
 * @param reports those that can be read, in the order of the answer
 * @param faults what is wrong with the others
 */
record MetarAnswer(List<StationReport> reports, List<String> faults) {

    /** Nothing, which the API says with an empty answer. */
    static final MetarAnswer NOTHING = new MetarAnswer(List.of(), List.of());

    private static final Pattern STATION = Pattern.compile("[A-Z][A-Z0-9]{3}");

    /** The time in the text is that of the report; it has no month, so that the two are the same or very different. */
    private static final Duration APART = Duration.ofHours(1);

    /** Copies the lists. */
    MetarAnswer {
        reports = List.copyOf(reports);
        faults = List.copyOf(faults);
    }

    /**
     * Reads an answer.
     *
     * @throws JsonFault if it is not what is documented, or if not one of its reports is
     */
    static MetarAnswer decode(JsonArray root) {
        List<StationReport> reports = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < root.size(); i++) {
            try {
                report(root.object(i)).ifPresent(reports::add);
            } catch (JsonFault fault) {
                faults.add(fault.getMessage());
            }
        }
        if (reports.isEmpty() && !faults.isEmpty()) {
            throw new JsonFault(faults.getFirst());
        }
        return new MetarAnswer(reports, faults);
    }

    private static Optional<StationReport> report(JsonObject entry) {
        Station station = station(entry);
        Instant time = entry.requiredInstant("obsTime");
        Optional<String> text = entry.text("rawOb").filter(raw -> !raw.isBlank());
        if (text.isEmpty()) {
            return Optional.of(new StationReport(station, MetarFields.report(entry, station.id(), time)));
        }
        String path = entry.path("rawOb");
        return switch (MetarDecoder.decode(text.get(), time)) {
            case Report report -> Optional.of(new StationReport(station, checked(report, station, time, path)));
            case Missing missing -> Optional.empty();
            case Refused(String why) -> throw new JsonFault(path + " is no report: " + why);
        };
    }

    private static Report checked(Report report, Station station, Instant time, String path) {
        Instant said = report.header().time();
        if (Duration.between(said, time).abs().compareTo(APART) > 0) {
            throw new JsonFault(path + " is of " + said + ", obsTime of " + time);
        }
        if (!report.header().station().equals(station.id())) {
            throw new JsonFault(path + " is of another station than icaoId");
        }
        return report;
    }

    private static Station station(JsonObject entry) {
        String id = entry.requiredText("icaoId");
        if (!STATION.matcher(id).matches()) {
            throw new JsonFault(entry.path("icaoId") + " is a string that is no station of four letters");
        }
        double elevation = required(entry, "elev");
        if (!Station.isElevation(elevation)) {
            throw new JsonFault(entry.path("elev") + " is " + elevation + ", no elevation in metres");
        }
        return new Station(id, coordinates(entry), elevation);
    }

    private static Coordinates coordinates(JsonObject entry) {
        double latitude = required(entry, "lat");
        double longitude = required(entry, "lon");
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            throw new JsonFault(
                    entry.path("lat") + " and lon are " + latitude + "," + longitude + ", no point on earth");
        }
        return new Coordinates(latitude, longitude);
    }

    private static double required(JsonObject entry, String name) {
        OptionalDouble value = entry.number(name);
        if (value.isEmpty()) {
            throw new JsonFault(entry.path(name) + " is missing");
        }
        return value.getAsDouble();
    }
}
