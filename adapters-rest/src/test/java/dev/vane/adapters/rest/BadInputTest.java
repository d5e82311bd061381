package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input of every parameter gets a problem that names it; upstreams.md, mistake 6: it got 500. */
class BadInputTest {

    private static RunningVane vane;

    @BeforeAll
    static void start() {
        vane = RunningVane.start();
    }

    @AfterAll
    static void stop() {
        vane.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /api/v1/places                              | q       | is missing
        /api/v1/places?q                            | q       | is empty
        /api/v1/places?q=                           | q       | is empty
        /api/v1/places?q=%20%09                     | q       | is empty
        /api/v1/places?q=a%00b                      | q       | control character
        /api/v1/places?q=a%0Ab                      | q       | control character
        /api/v1/places?q=%EF%BF%BD                  | q       | control character
        /api/v1/places?q=%FF                        | q       | not UTF-8
        /api/v1/places?q=%C3                        | q       | not UTF-8
        /api/v1/places?q=a%                         | q       | percent sign
        /api/v1/places?q=a&q=b                      | q       | more than once
        /api/v1/places?q=a&limit=0                  | limit   | is 0, not a whole number from 1 to 50
        /api/v1/places?q=a&limit=51                 | limit   | is 51
        /api/v1/places?q=a&limit=-1                 | limit   | is '-1'
        /api/v1/places?q=a&limit=1.5                | limit   | is '1.5'
        /api/v1/places?q=a&limit=99999999999        | limit   | whole number
        /api/v1/places?q=a&limit=                   | limit   | is ''
        /api/v1/places?q=a&limit=٣                  | limit   | percent-encoded
        /api/v1/places?q=a&limit=%D9%A3             | limit   | whole number
        /api/v1/places?q=a&lat=1                    | lon     | is missing
        /api/v1/places?q=a&lon=1                    | lat     | is missing
        /api/v1/places?q=a&colour=red               | colour  | there are lang, lat, limit, lon, q
        /api/v1/places?q=a&lang=                    | lang    | characters
        /api/v1/places?q=a&lang=not_a_tag           | lang    | language tag
        /api/v1/places?q=a&lang=%00                 | lang    | language tag
        /api/v1/places/nearest                      | lat     | is missing
        /api/v1/places/nearest?lat=90.1&lon=0       | lat     | is 90.1, not a decimal number from -90 to 90
        /api/v1/places/nearest?lat=-91&lon=0        | lat     | is -91
        /api/v1/places/nearest?lat=0&lon=180.5      | lon     | from -180 to 180
        /api/v1/places/nearest?lat=NaN&lon=0        | lat     | is 'NaN'
        /api/v1/places/nearest?lat=Infinity&lon=0   | lat     | is 'Infinity'
        /api/v1/places/nearest?lat=1e400&lon=0      | lat     | is '1e400'
        /api/v1/places/nearest?lat=0x10&lon=0       | lat     | is '0x10'
        /api/v1/places/nearest?lat=1d&lon=0         | lat     | is '1d'
        /api/v1/places/nearest?lat=52,5&lon=0       | lat     | is '52,5'
        /api/v1/places/nearest?lat=&lon=0           | lat     | is ''
        /api/v1/places/abc                          | id      | neither a GeoNames id nor a point
        /api/v1/places/0                            | id      | neither
        /api/v1/places/-1                           | id      | neither
        /api/v1/places/91,0                         | id      | neither
        /api/v1/places/99999999999                  | id      | neither
        /api/v1/places/%00                          | id      | neither
        /api/v1/places/5746545?units=metric         | units   | there are lang
        /api/v1/weather                             | place   | is missing
        /api/v1/weather?place=                      | place   | neither
        /api/v1/weather?place=None                  | place   | neither
        /api/v1/weather?place=5746545&q=portland    | place   | another way
        /api/v1/weather?lat=1&lon=1&q=portland      | place   | another way
        /api/v1/weather?lat=1                       | lon     | is missing
        /api/v1/weather?lat=1e9&lon=1               | lat     | is '1e9'
        /api/v1/weather?q=                          | q       | is empty
        /api/v1/weather?place=5746545&units=        | units   | metric, imperial, si, uk
        /api/v1/weather?place=5746545&units=Metric  | units   | none of
        /api/v1/weather?place=5746545&include=      | include | current, hourly, daily, astronomy
        /api/v1/weather?place=5746545&include=now   | include | 'now'
        /api/v1/weather?place=5746545&include=daily, | include | none of
        /api/v1/weather?place=5746545&hours=385     | hours   | from 1 to 384
        /api/v1/weather?place=5746545&days=17       | days    | from 1 to 16
        /api/v1/weather?place=5746545&days=0        | days    | from 1 to 16
        /api/v1/weather?place=5746545&provenance=   | provenance | has '', which is none of sources, full
        /api/v1/weather?place=5746545&provenance=Full | provenance | has 'Full', which is none of sources, full
        /api/v1/sources?verbose=1                   | verbose | there are none
        /api/v1/history/observations                | place   | is missing
        /api/v1/history/observations?place=         | place   | neither
        /api/v1/history/runs?place=abc              | place   | neither a GeoNames id nor a point
        /api/v1/history/runs?place=5746545&q=a      | q       | there are agg, from, lang, place, source, step, to, units
        /api/v1/history/runs?place=5746545&variable=Temperature | variable | has 'Temperature', which is none of temperature
        /api/v1/history/runs?place=5746545&variable= | variable | has ''
        /api/v1/history/runs?place=5746545&variable=rain,,rain | variable | has ''
        /api/v1/history/runs?place=5746545&variable=rain,rain | variable | has 'rain' more than once
        /api/v1/history/runs?place=5746545&step=week | step | has 'week', which is none of none, hour, day, month, year
        /api/v1/history/runs?place=5746545&step=P1D | step | has 'P1D'
        /api/v1/history/runs?place=5746545&agg=mean | agg | is given without a step
        /api/v1/history/runs?place=5746545&step=none&agg=mean | agg | is given without a step
        /api/v1/history/runs?place=5746545&step=day&agg=median | agg | has 'median', which is none of mean, min, max, sum
        /api/v1/history/runs?place=5746545&step=day&agg=mean,mean | agg | has 'mean' more than once
        /api/v1/history/runs?place=5746545&step=day&agg=sum | agg | means nothing of any variable
        /api/v1/history/runs?place=5746545&step=day&agg=min,sum&variable=windDirection | agg | means nothing of any
        /api/v1/history/runs?place=5746545&step=day&agg=sum&variable=precipitationProbability | agg | means nothing of any
        /api/v1/history/runs?place=5746545&units=metrics | units | has 'metrics', which is none of metric, imperial, si, uk
        /api/v1/history/runs?place=5746545&source=Own%20Station | source | not lower-case words joined by hyphens
        /api/v1/history/runs?place=5746545&source=  | source  | is ''
        /api/v1/history/runs?place=5746545&from=    | from    | is '', neither a date such as 2026-03-01 nor a time
        /api/v1/history/runs?place=5746545&from=yesterday | from | neither a date
        /api/v1/history/runs?place=5746545&from=2026-02-29 | from | neither a date
        /api/v1/history/runs?place=5746545&from=2026-13-01T00:00:00Z | from | neither a date
        /api/v1/history/runs?place=5746545&from=2026-03-01T24:00:00Z | from | neither a date
        /api/v1/history/runs?place=5746545&from=2026-03-01T00:00:60Z | from | neither a date
        /api/v1/history/runs?place=5746545&from=2026-03-01T00:00:00 | from | neither a date
        /api/v1/history/runs?place=5746545&from=2026-03-01T00:00Z | from | neither a date
        /api/v1/history/runs?place=5746545&from=2026-03-01T00:00:00%2B19:00 | from | neither a date
        /api/v1/history/runs?place=5746545&from=2026-03-01%2000:00:00Z | from | neither a date
        /api/v1/history/runs?place=5746545&from=1772323200 | from | neither a date
        /api/v1/history/runs?place=5746545&from=1969-12-31 | from | of the years 1970 to 9999
        /api/v1/history/runs?place=5746545&from=10000-01-01 | from | of the years 1970 to 9999
        /api/v1/history/runs?place=5746545&to=-999999999-01-01 | to | of the years 1970 to 9999
        /api/v1/history/runs?place=5746545&to=%D9%A2%D9%A0%D9%A2%D9%A6-03-01 | to | neither a date
        /api/v1/history/runs?place=5746545&to=1970-01-01T00:00:00Z | to | leaves no time before it, at 1970-01-01T00:00:00Z
        /api/v1/history/runs?place=5746545&from=2026-03-11 | from | not before the end at 2026-03-10T14:20:00
        /api/v1/history/runs?place=5746545&from=2026-03-02&to=2026-03-01 | from | is 2026-03-02T08:00:00Z, not before the end
        /api/v1/history/runs?place=5746545&from=2026-03-01T00:00:00Z&to=2026-03-01T00:00:00Z | from | not before the end
        /api/v1/history/runs?place=5746545&from=9999-12-31T23:59:59.5Z&to=9999-12-31 | from | not before the end
        /api/v1/scores                              | place   | is missing
        /api/v1/scores?place=1,181                  | place   | neither
        /api/v1/scores?place=5746545&variable=rain  | variable | has 'rain', which is none of temperature, dewPoint
        /api/v1/scores?place=5746545&units=         | units   | has ''
        /api/v1/scores?place=5746545&days=3         | days    | there are lang, place, units, variable
        /api/v1/watches?place=5746545               | place   | is not a parameter here; there are lang
        /api/v1/watches?lang=                       | lang    | characters
        /api/v1/watches/abc                         | place   | neither a GeoNames id nor a point
        /api/v1/watches/91,0                        | place   | neither
        /api/v1/watches/%00                         | place   | neither
        /api/v1/watches/5746545?lang=not_a_tag      | lang    | language tag
        """)
    void namesTheParameterAndWhatIsWrongWithIt(String target, String parameter, String fault) {
        // as bytes: a client library would not send some of these
        RawExchange answer = vane.raw(
                ("GET " + target + " HTTP/1.1\r\nHost: vane.example\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"/problems/invalid-parameter\"")
                .contains("\"parameter\":\"" + parameter + "\"")
                .contains(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PUT    | /api/v1/watches/abc               | place | neither a GeoNames id nor a point
        PUT    | /api/v1/watches/0                 | place | neither
        PUT    | /api/v1/watches/%00               | place | neither
        PUT    | /api/v1/watches/5746545?lang=     | lang  | characters
        PUT    | /api/v1/watches/5746545?since=now | since | there are lang
        DELETE | /api/v1/watches/abc               | place | neither
        DELETE | /api/v1/watches/1,181             | place | neither
        DELETE | /api/v1/watches/5746545?lang=de   | lang  | there are none
        """)
    void namesTheParameterOfAChangeToo(String method, String target, String parameter, String fault) {
        HttpResponse<String> response = vane.send(method, target);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("/problems/invalid-parameter", "\"parameter\":\"" + parameter + "\"", fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/places?q=", "/api/v1/weather?q="})
    void refusesTextsOfFiveThousandCharacters(String target) {
        HttpResponse<String> response = vane.get(target + "a".repeat(5000));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"parameter\":\"q\"", "5000 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; DROP TABLE places; --",
                "' OR '1'='1",
                "\" OR \"\"=\"",
                "%_*?[]()\\",
                "NEAR(\"a\" \"b\")",
                "a AND NOT b",
                "name:portland*",
                "<script>alert(1)</script>",
                "${jndi:ldap://x}",
                "../../etc/passwd"
            })
    void looksForWhateverElseIsTyped(String text) {
        HttpResponse<String> response = vane.get("/api/v1/places?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"places\":[]}");
    }
}
