package dev.vane.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void keepsNamesOfOneWordApartFromWordsOfLongerNames() {
        SearchWords words = SearchWords.of(town("New York City", "Big Apple,NYC,Nueva York"));

        assertThat(words.name()).isEqualTo("new york city");
        assertThat(words.alias()).isEqualTo("nyc");
        assertThat(words.word()).isEqualTo("apple big nueva york");
    }

    @Test
    void repeatsNoNameThatTheUsualNameHolds() {
        SearchWords words = SearchWords.of(town("São Paulo", "Sao Paulo,SAO PAULO,Paulo"));

        assertThat(words.alias()).isEmpty();
        assertThat(words.word()).isEmpty();
    }

    @Test
    void leavesOutWhatAMachineTransliterated() {
        SearchWords words = SearchWords.of(town("Berlin", "bai lin,balin,Берлин,柏林"));

        assertThat(words.alias().split(" ", -1)).containsExactlyInAnyOrder("берлин", "柏林");
        assertThat(words.word()).isEmpty();
    }

    @Test
    void findsTheNameBehindAnApostropheToo() {
        SearchWords words = SearchWords.of(GeoNamesTown.parse(SampleTowns.OFALLON, 1));

        assertThat(words.name()).isEqualTo("ofallon");
        assertThat(words.word()).contains("fallon");
    }

    @Test
    void marksAShortNameAsAWhole() {
        assertThat(SearchWords.of(town("San", "")).name()).isEqualTo("san ·san");
        assertThat(SearchWords.of(town("San Jose", "")).name()).isEqualTo("san jose");
    }

    private static GeoNamesTown town(String name, String alternates) {
        String line = SampleTowns.BERLIN.replaceFirst(
                "\tBerlin\tBerlin\t[^\t]*\t", "\t" + name + "\t" + name + "\t" + alternates + "\t");
        return GeoNamesTown.parse(line, 1);
    }
}
