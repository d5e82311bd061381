package dev.vane.adapters.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
}
