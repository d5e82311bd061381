package dev.vane.adapters.sqlite.gazetteer;

import dev.vane.adapters.sqlite.gazetteer.Match.Kind;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One search. The indexes give their matches by rank, that is by population to a factor of two, so a few hundred of
 * them hold the best; those are read, and scored exactly. A town keeps the best score of all the ways it was found.
 */
final class TownSearch {

    /** How many towns of a usual name are looked at. */
    private static final int NAMES = 200;

    /** How many towns of another name are looked at. */
    private static final int OTHERS = 80;

    /** The same where most of them may lie in another area than was asked for. */
    private static final int OTHERS_ANYWHERE = 500;

    private final TownStatements statements;
    private final Catalogue catalogue;
    private final Map<PlaceId, Match> best = new HashMap<>();

    TownSearch(TownStatements statements, Catalogue catalogue) {
        this.statements = statements;
        this.catalogue = catalogue;
    }

    /** All matches that were looked at, in any order. */
    Collection<Match> matches(List<Reading> readings) throws SQLException {
        for (Reading reading : readings) {
            byName(reading);
            if (!reading.complete()) {
                byOtherName(reading);
            }
        }
        return List.copyOf(best.values());
    }

    private void byName(Reading reading) throws SQLException {
        List<Integer> ranks = new ArrayList<>(statements.ranksByName(MatchExpression.name(reading), NAMES));
        if (reading.words().size() == 1) {
            ranks.addAll(statements.ranksByName(MatchExpression.wholeName(reading), NAMES));
        } else if (MatchExpression.endsInALetter(reading)) { // which may be a word: La Y
            ranks.addAll(statements.ranksByName(MatchExpression.words(reading), NAMES));
        }
        for (Place place : places(ranks, reading)) {
            if (reading.names(place)) {
                keep(Match.byName(place, reading));
            }
        }
    }

    private void byOtherName(Reading reading) throws SQLException {
        int limit = reading.areas().isEmpty() ? OTHERS : OTHERS_ANYWHERE;
        byOtherName(MatchExpression.other(reading), limit, reading, Kind.OTHER);
        if (reading.words().size() == 1) {
            byOtherName(MatchExpression.alias(reading), limit, reading, Kind.ALIAS);
        }
    }

    private void byOtherName(String expression, int limit, Reading reading, Kind kind) throws SQLException {
        for (Place place : places(statements.ranksByOtherName(expression, limit), reading)) {
            keep(Match.of(place, kind));
        }
    }

    private List<Place> places(List<Integer> ranks, Reading reading) throws SQLException {
        int[] ids = catalogue.ids(ranks);
        List<Place> places = new ArrayList<>(ids.length);
        statements.towns(ids, row -> reading.allows(catalogue.tokens(row)) && places.add(catalogue.place(row)));
        return places;
    }

    private void keep(Match match) {
        best.merge(match.place().id(), match, (one, other) -> one.score() >= other.score() ? one : other);
    }
}
