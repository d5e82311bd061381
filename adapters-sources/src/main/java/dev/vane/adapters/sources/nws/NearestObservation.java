package dev.vane.adapters.sources.nws;

import dev.vane.adapters.sources.json.JsonArray;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.adapters.sources.nws.DayMemory.Remembered;
import dev.vane.application.spi.SourceNotes;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Variable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the latest observation near a grid cell: of its stations, nearest first, the first one that gives a temperature, in
 * at most three calls; if none does, the first that gives anything. Observations that are older than two hours, or more
 * than ten minutes ahead of the clock, count as failures. The stations of a cell are asked for once a day.
 */
final class NearestObservation {

    private static final int MOST_CALLS = 3;
    private static final int LIMIT = 5000;
    private static final Duration OLDEST = Duration.ofHours(2);
    private static final Duration AHEAD = Duration.ofMinutes(10);
    private static final Pattern STATION = Pattern.compile("[A-Z0-9]{3,8}");

    private final Clock clock;
    private final DayMemory<List<String>> memory;

    NearestObservation(Clock clock, SourceNotes notes) {
        this.clock = clock;
        Notes<List<String>> form =
                new Notes<>(notes, "stations ", stations -> String.join(",", stations), NearestObservation::read);
        memory = new DayMemory<>(LIMIT, clock, form);
    }

    private static Optional<List<String>> read(String text) {
        List<String> stations = List.of(text.split(",", -1));
        return Optional.of(stations)
                .filter(all -> all.stream().allMatch(STATION.asMatchPredicate()) && all.size() <= MOST_CALLS);
    }

    /** Asks for it. */
    Part<Observation> find(NwsClient client, GridCell cell) {
        return switch (stations(client, cell)) {
            case Part.Lost<List<String>>(var failure) -> new Part.Lost<>(failure);
            case Part.Got<List<String>>(var stations) -> first(client, stations);
        };
    }

    private Part<Observation> first(NwsClient client, List<String> stations) {
        List<Part<Observation>> answers = new ArrayList<>();
        for (String station : stations) {
            Part<Observation> answer = client.get("/stations/" + station + "/observations/latest")
                    .then(ObservationDecoder::decode)
                    .then(this::recent);
            if (answer.value().filter(NearestObservation::hasTemperature).isPresent()) {
                return answer;
            }
            answers.add(answer);
        }
        return answers.stream()
                .filter(answer -> answer.value().isPresent())
                .findFirst()
                .or(() -> answers.stream().findFirst())
                .orElse(Part.lost(Reason.MALFORMED, "The US National Weather Service named no station."));
    }

    private static boolean hasTemperature(Observation observation) {
        return observation.conditions().values().has(Variable.TEMPERATURE);
    }

    private Observation recent(Observation observation) {
        Instant now = clock.instant();
        Instant time = observation.validTime();
        if (time.isBefore(now.minus(OLDEST)) || time.isAfter(now.plus(AHEAD))) {
            throw new JsonFault("properties.timestamp is " + time + ", too far from now (" + now + ")");
        }
        return observation;
    }

    private Part<List<String>> stations(NwsClient client, GridCell cell) {
        Optional<Remembered<List<String>>> known = memory.get(cell.path());
        if (known.filter(Remembered::fresh).isPresent()) {
            return new Part.Got<>(known.get().value());
        }
        Part<List<String>> found = client.get(cell.path() + "/stations").then(NearestObservation::decode);
        found.value().ifPresent(stations -> memory.put(cell.path(), stations));
        return found.value().isEmpty() && known.isPresent()
                ? new Part.Got<>(known.get().value())
                : found;
    }

    /** Reads the nearest stations of an answer of {@code /gridpoints/…/stations}. */
    static List<String> decode(JsonObject root) {
        JsonArray features = root.requiredArray("features");
        List<String> stations = new ArrayList<>();
        for (int i = 0; i < features.size() && i < MOST_CALLS; i++) {
            JsonObject properties = features.object(i).requiredObject("properties");
            String id = properties.requiredText("stationIdentifier");
            if (!STATION.matcher(id).matches()) {
                throw new JsonFault(
                        properties.path("stationIdentifier") + " is a string that is not 3 to 8 capitals or digits");
            }
            stations.add(id);
        }
        return List.copyOf(stations);
    }
}
