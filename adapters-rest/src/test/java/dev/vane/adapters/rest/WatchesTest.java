package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Watching places, and who may have them watched. */
class WatchesTest {

    private static final String ALL = "/api/v1/watches";
    private static final String PORTLAND = ALL + "/5746545";
    private static final String OTHER = ALL + "/4975802";

    private RunningVane vane;

    @BeforeEach
    void start() {
        vane = RunningVane.start();
    }

    @AfterEach
    void stop() {
        vane.close();
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void nothingIsWatchedAtFirst() {
        assertThat(vane.get(ALL).body()).isEqualTo("{\"watches\":[]}");
        HttpResponse<String> response = vane.get(PORTLAND);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("/problems/not-watched", "\"parameter\":\"place\"");
    }

    @Test
    void watchesAPlace() {
        HttpResponse<String> response = vane.send("PUT", PORTLAND);
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.uri().resolve(header(response, "Location"))).hasPath(PORTLAND);
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        assertThat(response.body())
                .startsWith("{\"place\":{\"id\":\"5746545\",\"name\":\"Portland\",")
                .endsWith("\"since\":\"2026-03-10T14:20:00Z\"}");
        assertThat(vane.get(PORTLAND).body()).isEqualTo(response.body());
    }

    @Test
    void leavesAPlaceThatIsWatchedAsItIs() {
        String first = vane.send("PUT", PORTLAND).body();
        HttpResponse<String> again = vane.send("PUT", PORTLAND);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Location")).isEmpty();
        assertThat(again.body()).isEqualTo(first);
        assertThat(vane.watches.watches()).hasSize(1);
    }

    /** Whoever ends TLS in front knows the scheme; links without one are right either way. */
    @Test
    void linksHaveNoSchemeWhateverAProxySaysOfIt() {
        HttpResponse<String> response =
                vane.send("PUT", PORTLAND, "X-Forwarded-Proto", "https", "X-Forwarded-Host", "vane.example");
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(header(response, "Location")).isEqualTo("5746545");
    }

    @Test
    void watchesAPointUnderItsOneName() {
        HttpResponse<String> response = vane.send("PUT", ALL + "/+45.5230,-122.67600");
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.uri().resolve(header(response, "Location"))).hasPath(ALL + "/45.523,-122.676");
        assertThat(vane.get(ALL + "/45.523,-122.676").statusCode()).isEqualTo(200);
    }

    @Test
    void listsTheOldestFirst() {
        vane.send("PUT", OTHER);
        vane.send("PUT", PORTLAND);
        String list = vane.get(ALL).body();
        assertThat(list.indexOf("4975802")).isPositive().isLessThan(list.indexOf("5746545"));
    }

    @Test
    void namesPlacesInTheLanguageAskedFor() {
        assertThat(vane.send("PUT", PORTLAND + "?lang=de").body()).contains("Vereinigte Staaten");
        assertThat(vane.get(ALL + "?lang=de").body()).contains("Vereinigte Staaten");
        assertThat(vane.get(PORTLAND, "Accept-Language", "de").body()).contains("Vereinigte Staaten");
        assertThat(vane.get(PORTLAND).body()).contains("United States");
    }

    @Test
    void watchesAPlaceNoMore() {
        vane.send("PUT", PORTLAND);
        HttpResponse<String> response = vane.send("DELETE", PORTLAND);
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("Content-Length")).isEmpty();
        assertThat(vane.get(PORTLAND).statusCode()).isEqualTo(404);
        assertThat(vane.send("DELETE", PORTLAND).statusCode()).isEqualTo(404);
    }

    @Test
    void goesOnAfterADeletion() {
        vane.send("PUT", PORTLAND);
        String delete = "DELETE " + PORTLAND + " HTTP/1.1\r\nHost: a\r\n\r\n";
        RawExchange answer = vane.raw((delete + delete).getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).startsWith("HTTP/1.1 404");
    }

    @Test
    void doesNotWatchWhatThereIsNot() {
        HttpResponse<String> response = vane.send("PUT", ALL + "/1");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("/problems/unknown-place", "\"parameter\":\"place\"");
    }

    @Test
    void watchesNoMorePlacesThanTheLimitAndSaysIt() {
        vane.watches.limit = 1;
        vane.send("PUT", OTHER);
        HttpResponse<String> response = vane.send("PUT", PORTLAND);
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("/problems/too-many-watches", "No more than 1 places can be watched");
        assertThat(OpenApi.read().faults("Problem", response.body())).isEmpty();
    }

    @Test
    void changesNothingForWhoTakesNoJson() {
        assertThat(vane.send("PUT", PORTLAND, "Accept", "text/html").statusCode())
                .isEqualTo(406);
        assertThat(vane.watches.watches()).isEmpty();
    }

    @Test
    void changesNothingOfARequestWithABody() {
        vane.raw(("PUT " + PORTLAND + " HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}")
                .getBytes(StandardCharsets.US_ASCII));
        assertThat(vane.watches.watches()).isEmpty();
    }

    @Test
    void takesALengthOfZero() {
        RawExchange answer = vane.raw(("PUT " + PORTLAND + " HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /api/v1/watches         | GET, HEAD, OPTIONS
        /api/v1/watches/5746545 | GET, HEAD, OPTIONS, PUT, DELETE
        """)
    void tellsWhichMethodsThereAre(String target, String allowed) {
        assertThat(header(vane.send("OPTIONS", target), "Allow")).isEqualTo(allowed);
        HttpResponse<String> refused = vane.send("POST", target);
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(header(refused, "Allow")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Sec-Fetch-Site: cross-site                                 | 403
        Sec-Fetch-Site: same-site                                  | 403
        Sec-Fetch-Site: nonsense                                   | 403
        Sec-Fetch-Site: same-origin;Sec-Fetch-Site: cross-site     | 403
        Sec-Fetch-Site: cross-site;Origin: http://vane.example     | 403
        Origin: https://evil.example                               | 403
        Origin: http://vane.example.evil.example                   | 403
        Origin: http://vane.example:81                             | 403
        Origin: null                                               | 403
        Origin: <>                                                 | 403
        Origin: http://vane.example;Origin: http://evil.example    | 403
        Sec-Fetch-Site: same-origin;Origin: https://vane.example   | 201
        Sec-Fetch-Site: none                                       | 201
        Origin: http://vane.example                                | 201
        Origin: https://Vane.Example                               | 201
        User-Agent: curl                                           | 201
        """)
    void letsNoPageOfAnotherSiteChangeAnything(String lines, int status) {
        String headers = lines.replace(";", "\r\n");
        RawExchange answer = vane.raw(("PUT " + PORTLAND + " HTTP/1.1\r\nHost: vane.example\r\n" + headers + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(vane.watches.watches()).hasSize(status == 403 ? 0 : 1);
        if (status == 403) {
            assertThat(answer.body()).contains("/problems/cross-site");
        }
    }

    @Test
    void letsNoPageOfAnotherSiteTakeAWatchAway() {
        vane.send("PUT", PORTLAND);
        assertThat(vane.send("DELETE", PORTLAND, "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(vane.watches.watches()).hasSize(1);
    }

    /** What other sites' pages may read and send is what is allowed to them here: nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "GET", "PUT", "DELETE"})
    void allowsNothingToPagesOfOtherSites(String method) {
        HttpResponse<String> response =
                vane.send(method, PORTLAND, "Origin", "https://evil.example", "Access-Control-Request-Method", "PUT");
        assertThat(response.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
    }
}
