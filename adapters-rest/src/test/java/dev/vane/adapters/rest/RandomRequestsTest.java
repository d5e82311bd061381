package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the service answers that it is wrong, and never that it is broken. */
class RandomRequestsTest {

    private static final int REQUESTS = 1500;

    private static final List<String> SEEDS = List.of(
            "GET /api/v1/places?q=portland&limit=5&lat=1&lon=2&lang=de HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /api/v1/places/5746545 HTTP/1.1\r\nHost: a\r\nIf-None-Match: W/\"a\", \"b\"\r\n\r\n",
            "GET /api/v1/places/nearest?lat=52.5&lon=-13.4 HTTP/1.1\r\nHost: a\r\nAccept: application/json;q=0.5\r\n\r\n",
            "GET /api/v1/weather?place=5746545&units=uk&include=daily&days=3&provenance=full HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /api/v1/weather?q=%C5%81%C3%B3d%C5%BA HTTP/1.1\r\nHost: a\r\nAccept-Language: de-CH,fr;q=0.5\r\n\r\n",
            "GET /api/v1/history/runs?place=5746545&from=2026-03-01&to=2026-03-09T14:00:00Z&step=day&agg=mean,max"
                    + "&variable=temperature,rain&source=open-meteo&units=si HTTP/1.1\r\nHost: a\r\nAccept: text/csv\r\n\r\n",
            "GET /api/v1/scores?place=5746545&variable=temperature HTTP/1.1\r\nHost: a\r\n\r\n",
            "HEAD /openapi.yaml HTTP/1.1\r\nHost: a\r\nAccept-Encoding: br;q=0.3, gzip\r\n\r\n",
            "GET /a/b.js HTTP/1.1\r\nHost: a:80\r\nAccept: text/html\r\n\r\n",
            "POST /api/v1/sources HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n12345",
            "PUT /api/v1/watches/5746545?lang=de HTTP/1.1\r\nHost: a\r\nOrigin: http://a\r\n\r\n",
            "PUT /api/v1/watches/45.52,-122.68 HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\n"
                    + "Content-Length: 2\r\n\r\n{}",
            "DELETE /api/v1/watches/5746545 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "PUT /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n0\r\n\r\n");

    private static RunningVane vane;

    @BeforeAll
    static void start() {
        vane = RunningVane.start();
    }

    @AfterAll
    static void stop() {
        vane.close();
    }

    @Test
    void neverBreaksOnRandomBytes() {
        long seed = new Random().nextLong();
        System.out.println("RandomRequestsTest: seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < REQUESTS; i++) {
            byte[] request = mutated(SEEDS.get(random.nextInt(SEEDS.size())), random);
            RawExchange answer = vane.raw(request);
            assertThat(answer.status())
                    .as("seed %d, request %d: %s", seed, i, RawExchange.shown(request))
                    .isLessThan(500);
        }
    }

    private static byte[] mutated(String text, Random random) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            bytes = random.nextBoolean() ? replaced(bytes, random) : inserted(bytes, random);
        }
        return bytes;
    }

    private static byte[] replaced(byte[] bytes, Random random) {
        byte[] result = bytes.clone();
        result[random.nextInt(result.length)] = (byte) random.nextInt(256);
        return result;
    }

    private static byte[] inserted(byte[] bytes, Random random) {
        byte[] more = new byte[1 + random.nextInt(6)];
        random.nextBytes(more);
        if (random.nextBoolean()) {
            more = "%00,%FF,%ED%A0%80,..%2f,\r\n,&q=,;,=,\""
                    .split(",", -1)[random.nextInt(9)].getBytes(StandardCharsets.ISO_8859_1);
        }
        int at = random.nextInt(bytes.length + 1);
        byte[] result = new byte[bytes.length + more.length];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(more, 0, result, at, more.length);
        System.arraycopy(bytes, at, result, at + more.length, bytes.length - at);
        return result;
    }
}
