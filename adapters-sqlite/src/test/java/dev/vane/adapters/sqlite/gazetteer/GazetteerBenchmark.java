package dev.vane.adapters.sqlite.gazetteer;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.PlaceQuery;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Measures searches of the built gazetteer: all two-letter prefixes, alone and within a country, prefixes of the names of
 * towns, and whole names. Each query is measured five times; all measurements count in the first line, and the best of
 * the five of each query in the second, which is what remains on a machine that does other work as well.
 */
final class GazetteerBenchmark {

    private static final int ROUNDS = 5;
    private static final int TOWNS = 1_000;
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private GazetteerBenchmark() {}

    /** Prints the figures. */
    public static void main(String[] args) throws SQLException {
        long seed = args.length > 0 ? Long.parseLong(args[0]) : 1;
        List<Place> towns = TownRows.sample(TOWNS, new Random(seed));
        long start = System.nanoTime();
        try (SqliteGazetteer gazetteer = SqliteGazetteer.open(BuiltGazetteer.path())) {
            OUT.printf("opened in %.0f ms; seed %d%n", (System.nanoTime() - start) / 1e6, seed);
            searches(gazetteer, towns);
            report("nearest", towns, town -> gazetteer.nearest(town.coordinates(), 1));
            report("nearest, anywhere", points(seed), point -> gazetteer.nearest(point, 1));
            report("by id", towns, town -> gazetteer.town((PlaceId.Town) town.id()));
        }
        scan(towns.subList(0, 20));
    }

    private static void searches(SqliteGazetteer gazetteer, List<Place> towns) {
        List<String> texts = new ArrayList<>(prefixes());
        towns.forEach(town -> texts.addAll(typed(town)));
        List<PlaceQuery> queries = texts.stream().map(PlaceQuery::new).toList();
        report("search", queries, query -> gazetteer.search(query, 10));
        report("search, two letters", prefixes(), text -> gazetteer.search(new PlaceQuery(text), 10));
    }

    /** All pairs of letters, alone, in a large country, and as the beginning of a second word. */
    private static List<String> prefixes() {
        return IntStream.range(0, 26 * 26)
                .mapToObj(pair -> "" + (char) ('a' + pair / 26) + (char) ('a' + pair % 26))
                .flatMap(pair -> List.of(pair, pair + ", us", "san " + pair).stream())
                .toList();
    }

    /** What a person types to get to a town. */
    private static List<String> typed(Place town) {
        String name = town.name();
        return List.of(
                name.substring(0, Math.min(2, name.length())),
                name.substring(0, Math.min(3, name.length())),
                name.substring(0, Math.min(5, name.length())),
                name,
                name + ", " + town.region().countryCode());
    }

    private static List<Coordinates> points(long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, TOWNS)
                .mapToObj(_ -> new Coordinates(random.nextDouble(-90, 90), random.nextDouble(-180, 180)))
                .toList();
    }

    /** What the same costs without an index. */
    private static void scan(List<Place> towns) throws SQLException {
        try (Connection connection = new GazetteerFile(BuiltGazetteer.path()).connect();
                PreparedStatement like = connection.prepareStatement(
                        "SELECT id FROM town WHERE name LIKE ? ORDER BY population DESC LIMIT 10")) {
            report("LIKE scan", towns, town -> {
                try {
                    like.setString(1, town.name().substring(0, 2) + "%");
                    try (ResultSet rows = like.executeQuery()) {
                        rows.next();
                    }
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private static <T> void report(String what, List<T> inputs, Consumer<T> action) {
        inputs.forEach(action); // warms up
        long[] every = new long[inputs.size() * ROUNDS];
        long[] best = new long[inputs.size()];
        Arrays.fill(best, Long.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++) {
            for (int index = 0; index < inputs.size(); index++) {
                T input = inputs.get(index);
                long nanos = time(() -> action.accept(input));
                every[round * inputs.size() + index] = nanos;
                best[index] = Math.min(best[index], nanos);
            }
        }
        print(what, every);
        print("  best of " + ROUNDS, best);
    }

    private static long time(Runnable action) {
        long start = System.nanoTime();
        action.run();
        return System.nanoTime() - start;
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        OUT.printf(
                "%-26s n %6d   p50 %7.3f   p90 %7.3f   p99 %7.3f   max %8.3f ms%n",
                what, nanos.length, at(nanos, 0.5), at(nanos, 0.9), at(nanos, 0.99), at(nanos, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }
}
