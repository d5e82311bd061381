package dev.vane.adapters.sqlite.gazetteer;

import dev.vane.domain.place.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** All towns of the built file, read without the search that is under test. */
final class TownRows {

    private TownRows() {}

    static List<Place> all() throws SQLException {
        try (Connection connection = new GazetteerFile(BuiltGazetteer.path()).connect();
                TownStatements statements = new TownStatements(connection)) {
            Catalogue catalogue = Catalogue.read(connection);
            List<Integer> ranks =
                    IntStream.rangeClosed(1, catalogue.size()).boxed().toList();
            return statements.towns(catalogue.ids(ranks), catalogue::place);
        }
    }

    static List<Place> sample(int size, Random random) throws SQLException {
        List<Place> all = all();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, all.size()).boxed().toList());
        Collections.shuffle(order, random);
        return order.stream().limit(size).map(all::get).toList();
    }
}
