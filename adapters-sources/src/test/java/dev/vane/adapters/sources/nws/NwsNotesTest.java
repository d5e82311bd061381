package dev.vane.adapters.sources.nws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.sources.Replies;
import dev.vane.adapters.sources.StubAnswer;
import dev.vane.adapters.sources.StubProvider;
import dev.vane.adapters.sources.TestPlaces;
import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.adapters.sources.http.ProviderHttp;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.InMemorySourceNotes;
import dev.vane.application.spi.SourceNotes.Note;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.domain.weather.SourceId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the source asks for once a day, it does not ask for again after a restart. */
class NwsNotesTest {

    private static final SourceId NWS = new SourceId("nws");
    private static final String POINT = "/points/40.7143,-74.006";
    private static final String STATIONS = "/gridpoints/OKX/33,35/stations";

    private final StubProvider stub = StubProvider.start();
    private final ProviderHttp http = new ProviderHttp(Replies.HTTP, Replies.CLOCK);
    private final InMemorySourceNotes notes = new InMemorySourceNotes();

    @AfterEach
    void stop() {
        http.close();
        stub.close();
    }

    /** Asks a source that was just started. */
    private SourceReply ask() {
        NwsSettings settings = new NwsSettings(BaseUrl.of(stub.baseUrl()), Duration.ofMinutes(30));
        return new NwsSource(settings, http, Replies.CLOCK, notes).ask(TestPlaces.NEW_YORK, CallMeter.UNLIMITED);
    }

    private void answerPointAndStations() {
        stub.answer(POINT, StubAnswer.json("{\"properties\": {\"gridId\": \"OKX\", \"gridX\": 33, \"gridY\": 35}}"))
                .answer(STATIONS, StubAnswer.json("""
                {"features": [{"properties": {"stationIdentifier": "KNYC"}},
                              {"properties": {"stationIdentifier": "KLGA"}}]}"""))
                .answer("/gridpoints/OKX/33,35", StubAnswer.status(500)) // a 404 would say that there is no such cell
                .answer("/gridpoints/OKX/33,35/forecast/hourly", StubAnswer.status(500));
    }

    @Test
    void cellAndStationsOutliveARestart() {
        answerPointAndStations();
        ask();
        ask();

        assertThat(stub.calls(POINT)).isEqualTo(1);
        assertThat(stub.calls(STATIONS)).isEqualTo(1);
        assertThat(stub.calls("/stations/KLGA/observations/latest")).isEqualTo(2);
    }

    @Test
    void thatAPointIsNotCoveredOutlivesARestart() {
        stub.answer(
                POINT,
                StubAnswer.json("{\"type\": \"https://api.weather.gov/problems/InvalidPoint\", \"status\": 404}")
                        .withStatus(404));
        String detail = ((SourceReply.Failed) ask()).detail();

        SourceReply.Failed again = (SourceReply.Failed) ask();

        assertThat(again.reason()).isEqualTo(Reason.NOT_COVERED);
        assertThat(again.detail()).isEqualTo(detail);
        assertThat(again.retryAfter()).contains(Duration.ofDays(1));
        assertThat(stub.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OKX", "okx/33,35", "OKX/33,99999", "../../etc,1", "OKX/33,35\n"})
    void aDamagedNoteIsAskedForAgain(String text) {
        answerPointAndStations();
        notes.keep(NWS, "point 40.7143,-74.006", new Note(text, Replies.NOW));
        notes.keep(NWS, "stations /gridpoints/OKX/33,35", new Note("KNYC,../x", Replies.NOW));

        ask();

        assertThat(stub.calls(POINT)).isEqualTo(1);
        assertThat(stub.calls(STATIONS)).isEqualTo(1);
        assertThat(notes.find(NWS, "point 40.7143,-74.006").orElseThrow().text())
                .isEqualTo("OKX/33,35");
    }
}
