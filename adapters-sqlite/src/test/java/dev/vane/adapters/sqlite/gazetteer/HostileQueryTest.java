package dev.vane.adapters.sqlite.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.PlaceQuery;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileQueryTest {

    private static final Coordinates NULL_ISLAND = new Coordinates(0, 0);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"\"\"",
                "*",
                "berlin*",
                "* berlin",
                "^berlin",
                "-berlin",
                "berlin AND",
                "AND",
                "OR",
                "NOT",
                "NEAR(berlin paris)",
                "NEAR",
                "name : berlin",
                "{name alias} : x",
                "(berlin",
                "berlin)",
                "()",
                "berlin + paris",
                "berlin; DROP TABLE town",
                "' OR '1'='1",
                "berlin, ' OR 1=1 --",
                "berlin, \" OR area : \"us",
                "berlin, *",
                "berlin, (",
                "%",
                "_",
                "\\",
                "😀",
                "🏙️ berlin",
                ",",
                ",,,,,",
                "· · ·",
                "...",
                "berlin, ,",
                "a a a a a a a a a a",
                "a\u200db",
                "\u0301",
                "ﷺ",
                "[1,2]",
                "null",
            })
    void neverFailsAtWhatIsSyntaxElsewhere(String text) {
        PlaceQuery query = new PlaceQuery(text);

        assertThatCode(() -> BuiltGazetteer.open().search(query, 10)).doesNotThrowAnyException();
        assertThatCode(() -> BuiltGazetteer.open().search(query, 10, NULL_ISLAND))
                .doesNotThrowAnyException();
    }

    @Test
    void findsNothingInPunctuationOnly() {
        assertThat(BuiltGazetteer.open().search(new PlaceQuery("\"*()-:^"), 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a ", "san ", "a,", "東", "é", "👩‍👩‍👧"})
    void takesTheLongestQuery(String piece) {
        String text = piece.repeat(PlaceQuery.MAX_LENGTH / piece.length());

        assertThatCode(() -> BuiltGazetteer.open().search(new PlaceQuery(text), 10))
                .doesNotThrowAnyException();
    }

    @Test
    void takesAnyTextThatIsAQuery() {
        long seed = System.nanoTime();
        System.err.println("HostileQueryTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            String text = text(random);
            if (PlaceQuery.fault(text).isEmpty()) {
                assertThatCode(() -> BuiltGazetteer.open().search(new PlaceQuery(text), 10))
                        .as("query '%s'", text)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static String text(Random random) {
        int[] ranges = {0x80, 0x600, 0x3000, 0x20000};
        return random.ints(1 + random.nextInt(30), 0x20, ranges[random.nextInt(ranges.length)])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
