package dev.vane.adapters.rest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/** Uploads of a station that is broken, wrongly set up or an enemy, and now and then an ordinary one. */
final class HostileUploads {

    static final String NAME = "roof";
    static final String PASSWORD = "correct horse";
    static final String KEY = "0123456789ABCDEF0123456789ABCDEF";

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String WU = "/weatherstation/updateweatherstation.php";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'+'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final List<String> IMPERIAL = List.of(
            "tempf",
            "dewptf",
            "humidity",
            "baromin",
            "windspeedmph",
            "windgustmph",
            "winddir",
            "UV",
            "rainin",
            "dailyrainin",
            "yearlyrainin",
            "solarradiation",
            "baromrelin",
            "totalrainin");
    private static final List<String> METRIC = List.of(
            "temperature",
            "dewPoint",
            "relativeHumidity",
            "pressureMsl",
            "windSpeed",
            "windGust",
            "windDirection",
            "cloudCover",
            "precipitation",
            "uvIndex",
            "shortwaveRadiation",
            "snowDepth");
    private static final List<String> ODD_NUMBERS = List.of(
            "NaN",
            "Infinity",
            "-Infinity",
            "1e308",
            "-1e308",
            "1E400",
            "0x1p1023",
            "0x7f",
            "1d",
            "1f",
            "1_0",
            "--1",
            "1.2.3",
            "%D9%A3",
            "%EF%BC%95",
            "1%00",
            "true",
            "999999999",
            "-999999999",
            "9999999999999",
            "-0",
            "00012.5",
            "0.00000000000000000001",
            "%2B50",
            ".",
            "",
            "null",
            "-9999",
            "--",
            "5%2C0");

    private final Random random;

    HostileUploads(long seed) {
        random = new Random(seed);
    }

    /** An upload. */
    static final class Upload {
        private final String kind;
        private final byte[] request;

        private Upload(String kind, byte[] request) {
            this.kind = kind;
            this.request = request;
        }

        /** What kind of enemy it is. */
        String kind() {
            return kind;
        }

        /** The bytes to send. */
        byte[] request() {
            return request;
        }
    }

    /** An ordinary reading at a time. */
    Upload ordinary(double fahrenheit) {
        return new Upload(
                "ordinary",
                get(station() + "&dateutc=now&tempf=" + decimal(fahrenheit) + "&humidity=" + (60 + random.nextInt(10))
                        + "&baromin=" + decimal(29.9 + random.nextDouble(0.04)) + "&yearlyrainin=12.3"));
    }

    /** Something else than that. */
    Upload hostile(Instant now) {
        List<Supplier<Upload>> kinds = List.of(
                this::wrongUnits,
                this::oddNumbers,
                this::duplicates,
                () -> strangeTimes(now),
                this::largeBodies,
                this::badEncodings,
                this::manyParameters,
                () -> json(now),
                () -> oddJson(now),
                () -> anyNumbers(now),
                this::wrongCredentials,
                this::noise);
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    private Upload wrongUnits() {
        String reading = switch (random.nextInt(6)) {
            case 0 -> "tempf=12.3"; // °C
            case 1 -> "tempf=285.4"; // K
            case 2 -> "tempf=54&dewptf=6&baromin=1013.2"; // °C, hPa
            case 3 -> "tempf=54&baromin=" + decimal(26 + random.nextDouble(3)); // not reduced
            case 4 -> "tempf=54&windspeedmph=30&windgustmph=10"; // m/s
            default -> "tempf=81&humidity=0.76"; // 15 K off
        };
        return new Upload("wrong units", get(station() + "&dateutc=now&" + reading));
    }

    private Upload oddNumbers() {
        StringBuilder query = new StringBuilder(station() + "&dateutc=now");
        for (String name : IMPERIAL) {
            if (random.nextInt(4) == 0) {
                query.append('&').append(name).append('=').append(pick(ODD_NUMBERS));
            }
        }
        return new Upload("odd numbers", random.nextBoolean() ? get(query.toString()) : form(WU, query.toString()));
    }

    private Upload duplicates() {
        String name = pick(IMPERIAL);
        String twice = "&" + name + "=50&dateutc=now&" + name + "=" + random.nextInt(100);
        return random.nextBoolean()
                ? new Upload("duplicates", get(station() + twice))
                : new Upload("duplicates", post(WU + "?" + station() + "&tempf=50", FORM, bytes("tempf=51" + twice)));
    }

    private Upload strangeTimes(Instant now) {
        List<String> times = List.of(
                "1970-01-01+00:00:00",
                "0000-01-01+00:00:00",
                "9999-12-31+23:59:59",
                "2026-02-29+00:00:00",
                "2026-03-10+23:59:60",
                "2026-03-10+24:00:00",
                "2026-13-01+00:00:00",
                "2026-03-10T00:00:00Z",
                "later",
                "-1",
                "",
                "1773152400",
                "+2026-03-10+00:00:00",
                "99999-01-01+00:00:00",
                TIME.format(now.plusSeconds(301)),
                TIME.format(now.plusSeconds(86_400)),
                TIME.format(now.minusSeconds(31 * 86_400 + 1)),
                TIME.format(now.minusSeconds(random.nextInt(86_400))));
        return new Upload("strange times", get(station() + "&tempf=53.6&dateutc=" + pick(times)));
    }

    private Upload largeBodies() {
        int room = 65_536;
        if (random.nextBoolean()) {
            String head = "PASSKEY=" + KEY + "&dateutc=now&tempf=53.6&filler=";
            return new Upload("large bodies", form("/data/report/", head + "a".repeat(room - head.length())));
        }
        String json = random.nextBoolean() ? "{\"time\":\"" : "[{\"temperature\":1},";
        return new Upload("large bodies", jsonPost(bytes(json + " ".repeat(room - json.length()))));
    }

    private Upload badEncodings() {
        List<String> odd = List.of(
                "%",
                "%z1",
                "%1",
                "%ff",
                "%c0%af",
                "%ed%a0%80",
                "%00",
                "%0d%0aX-Injected:1",
                "%F0%9F%8C%A7",
                "\u00e9",
                "\u007f");
        String pair = random.nextBoolean() ? "tempf=" + pick(odd) : pick(odd) + "=1";
        return new Upload(
                "bad encodings", form(random.nextBoolean() ? WU : "/data/report", station() + "&dateutc=now&" + pair));
    }

    private Upload manyParameters() {
        StringBuilder body = new StringBuilder("PASSKEY=" + KEY + "&dateutc=now&tempf=53.6");
        int number = 1 + random.nextInt(8000);
        for (int i = 0; i < number; i++) {
            body.append('&').append(Integer.toString(i, 36)).append('=');
        }
        return new Upload("many parameters", form("/data/report/", body.toString()));
    }

    private Upload json(Instant now) {
        List<String> readings = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            readings.add(reading(now.minusSeconds(random.nextInt(31 * 86_400))));
        }
        return new Upload("json", jsonPost(bytes("[" + String.join(",", readings) + "]")));
    }

    /** Any values that can be on earth, with what is near the sources' among them. */
    private String reading(Instant time) {
        double temperature = random.nextInt(3) == 0 ? 12 + random.nextGaussian() * 10 : random.nextDouble(-100, 65);
        return "{\"time\":\"" + time + "\",\"period\":\"PT1H\",\"temperature\":" + decimal(temperature)
                + ",\"dewPoint\":"
                + decimal(Math.clamp(6 + random.nextGaussian() * 15, -110, 45))
                + ",\"relativeHumidity\":" + decimal(random.nextDouble(105)) + ",\"pressureMsl\":"
                + decimal(1013 + random.nextGaussian() * 20) + ",\"windSpeed\":" + decimal(random.nextDouble(130))
                + ",\"windGust\":" + decimal(random.nextDouble(150)) + ",\"precipitation\":"
                + decimal(random.nextDouble(2000)) + "}";
    }

    private Upload oddJson(Instant now) {
        StringBuilder text = new StringBuilder(reading(now));
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.setLength(at);
                case 1 ->
                    text.insert(at, pick(List.of("{", "}", "[", "]", ",", ":", "\"", "\\", "\\ud800", "\u0000", "é")));
                case 2 -> text.insert(at, "[".repeat(1 + random.nextInt(20_000)));
                case 3 -> text.insert(1, "\"" + pick(METRIC) + "\":" + pick(ODD_NUMBERS) + ",");
                default ->
                    text.insert(
                            1, "\"" + pick(METRIC) + "\":" + pick(List.of("null", "\"1\"", "{}", "1e999", "-0")) + ",");
            }
            if (text.isEmpty()) {
                break;
            }
        }
        return new Upload("odd json", jsonPost(bytes(text.toString())));
    }

    private Upload anyNumbers(Instant now) {
        StringBuilder body =
                new StringBuilder("PASSKEY=" + KEY + "&dateutc=" + TIME.format(now.minusSeconds(random.nextInt(7200))));
        for (String name : IMPERIAL) {
            if (random.nextBoolean()) {
                body.append('&').append(name).append('=').append(decimal(random.nextGaussian() * 120));
            }
        }
        return new Upload("any numbers", form("/data/report/", body.toString()));
    }

    private Upload wrongCredentials() {
        String reading = "&dateutc=now&tempf=53.6";
        return switch (random.nextInt(3)) {
            case 0 -> new Upload("wrong credentials", get("ID=" + NAME + "&PASSWORD=" + random.nextLong() + reading));
            case 1 -> new Upload("wrong credentials", form("/data/report/", "PASSKEY=" + random.nextLong() + reading));
            default ->
                new Upload(
                        "wrong credentials",
                        post(
                                "/api/v1/observations",
                                "application/json\r\nAuthorization: Basic " + random.nextLong(),
                                bytes("{\"time\":\"2026-03-10T14:20:00Z\",\"temperature\":12}")));
        };
    }

    private Upload noise() {
        byte[] body = new byte[1 + random.nextInt(300)];
        random.nextBytes(body);
        String type =
                pick(List.of(FORM, "application/json", "text/plain", "multipart/form-data; boundary=x", "/", ";"));
        return new Upload("noise", post(pick(List.of(WU, "/data/report/", "/api/v1/observations")), type, body));
    }

    private static String station() {
        return "ID=" + NAME + "&PASSWORD=correct+horse&action=updateraw";
    }

    private static byte[] get(String query) {
        return bytes("GET " + WU + "?" + query + " HTTP/1.1\r\nHost: vane\r\n\r\n");
    }

    private static byte[] form(String path, String body) {
        return post(path, FORM, body.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] jsonPost(byte[] body) {
        String credentials = Base64.getEncoder().encodeToString(bytes(NAME + ":" + PASSWORD));
        return post("/api/v1/observations", "application/json\r\nAuthorization: Basic " + credentials, body);
    }

    private static byte[] post(String target, String type, byte[] body) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(bytes("POST " + target + " HTTP/1.1\r\nHost: vane\r\nContent-Type: " + type
                + "\r\nContent-Length: " + body.length + "\r\n\r\n"));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
