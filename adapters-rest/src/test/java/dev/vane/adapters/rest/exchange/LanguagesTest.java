package dev.vane.adapters.rest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        de                        | de
        de-CH                     | de-CH
        fr;q=0.2, pt-BR;q=0.9     | pt-BR
        *, de;q=0.5               | de
        de;q=0, fr                | fr
        zh-Hant-TW-x-private      | zh-Hant-TW
        *                         | en
        ;;;                       | en
        """)
    void takesTheBestOfTheHeader(String header, String tag) {
        assertThat(Languages.accepted(Optional.of(header)).toLanguageTag()).isEqualTo(tag);
    }

    @Test
    void doesNotReadHeadersThatAreTooLong() {
        assertThat(Languages.accepted(Optional.of("de," + "fr,".repeat(100)))).isEqualTo(Locale.ENGLISH);
    }
}
