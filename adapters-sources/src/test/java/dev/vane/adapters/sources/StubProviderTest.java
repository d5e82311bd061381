package dev.vane.adapters.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StubProviderTest {

    private final StubProvider stub = StubProvider.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.close();
        stub.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stub.baseUrl() + path))
                .header("X-Me", "you")
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void answersByPathAndCountsCalls() throws Exception {
        stub.answer("/a", StubAnswer.json("{}").withHeader("X-It", "1")).answer("/b", StubAnswer.html(503));
        assertThat(get("/a?x=1").body()).isEqualTo("{}");
        assertThat(get("/a").headers().firstValue("X-It")).contains("1");
        assertThat(get("/b").statusCode()).isEqualTo(503);
        assertThat(stub.calls("/a")).isEqualTo(2);
        assertThat(stub.calls("/b")).isEqualTo(1);
        assertThat(stub.calls()).isEqualTo(3);
        assertThat(stub.requests().getFirst().uri()).hasToString("/a?x=1");
        assertThat(stub.requests().getFirst().headers()).containsEntry("x-me", "you");
    }

    @Test
    void answersAnUnknownPathWith404AndAnEmptyBody() throws Exception {
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(get("/nowhere").body()).isEmpty();
    }

    @Test
    void listensOnTheLoopbackInterfaceOnly() {
        assertThat(stub.baseUrl()).startsWith("http://127.0.0.1:");
    }

    @Test
    void answersInTurnAndRepeatsTheLast() throws Exception {
        stub.answerInTurn("/a", StubAnswer.status(503), StubAnswer.json("1"), StubAnswer.json("2"));
        assertThat(get("/a").statusCode()).isEqualTo(503);
        assertThat(get("/a").body()).isEqualTo("1");
        assertThat(get("/a").body()).isEqualTo("2");
        assertThat(get("/a").body()).isEqualTo("2");
    }

    @Test
    void closesTheConnectionBeforeAnyHead() {
        stub.answer("/a", StubAnswer.closed());
        assertThatThrownBy(() -> get("/a")).isInstanceOf(IOException.class);
        assertThat(stub.calls()).isPositive();
    }

    @Test
    void sendsAHugeBodyPieceByPiece() throws Exception {
        stub.answer("/a", StubAnswer.huge(5));
        assertThat(get("/a").body()).hasSize(5 << 20);
        assertThat(stub.bytesSent()).isEqualTo(5 << 20);
    }

    @Test
    void redirectsToAnotherProvider() throws Exception {
        stub.answer("/a", StubAnswer.redirectElsewhere());
        HttpResponse<String> redirect = get("/a");
        assertThat(redirect.statusCode()).isEqualTo(302);
        assertThat(redirect.headers().firstValue("Location"))
                .contains(stub.elsewhere().baseUrl() + "/");
        assertThat(stub.elsewhere().baseUrl()).isNotEqualTo(stub.baseUrl());
        assertThat(stub.elsewhere().calls()).isZero();
    }

    @Test
    void movesTheTimesOfAnAnswer() throws Exception {
        stub.answer("/a", StubAnswer.json("""
                {"2026-02-06T21:40:00Z": "at 2026-02-06T21:40:00-05:00/PT6H", "dt": 1770414000, "id": 42, "big": 17704140000,
                 "list": [{"time": "2026-02-28T23:30:00Z"}, 1770414000.5, null, true]}""").withHeader("X-It", "1").shifted(Duration.ofHours(1)));
        assertThat(get("/a").body()).isEqualToIgnoringWhitespace("""
                {"2026-02-06T21:40:00Z": "at 2026-02-06T22:40-05:00/PT6H", "dt": 1770417600, "id": 42, "big": 17704140000,
                 "list": [{"time": "2026-03-01T00:30Z"}, 1770414000.5, null, true]}""");
        assertThat(get("/a").headers().firstValue("X-It")).contains("1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            WRONG_TYPES     | {"a":1,"b":["x",-2.5e3,null],"c":{"d":true}} | {"a":"1","b":[7,"-2.5e3",7],"c":{"d":7}}
            NULLS_IN_ARRAYS | {"a":1,"b":["x",[2]],"c":[{"d":[]}],"e":[]}  | {"a":1,"b":[null,[null]],"c":[null,{"d":[]}],"e":[]}
            TRUNCATED_JSON  | {"a":"b,c"}                                  | {"a":
            """)
    void breaksDocuments(Fault fault, String good, String broken) throws Exception {
        stub.answer("/a", fault.applyTo(StubAnswer.json(good)));
        assertThat(get("/a").body()).isEqualTo(broken);
    }

    @Test
    void changesNoTextThatIsNone() {
        StubAnswer gzip = StubAnswer.json("{}").gzipped();
        assertThatThrownBy(() -> Fault.WRONG_TYPES.applyTo(gzip)).isInstanceOf(IllegalStateException.class);
    }
}
