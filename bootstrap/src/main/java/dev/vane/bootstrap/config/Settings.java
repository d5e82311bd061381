package dev.vane.bootstrap.config;

import dev.vane.adapters.rest.storage.BearerToken;
import dev.vane.application.api.StationSettings;
import dev.vane.application.spi.CallWindow;
import dev.vane.domain.place.PlaceId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads typed values out of flat settings, and collects what is wrong instead of stopping at the first fault. Messages
 * name the key, its value and what is allowed; a secret's value is never part of one.
 */
final class Settings {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
    private static final Pattern LIMIT = Pattern.compile("([0-9]{1,9})\\s*/\\s*([a-z]+)");
    private static final Map<String, CallWindow> CALL_WINDOWS = callWindows();
    private static final int MAX_SECRET_BYTES = 4096;

    private final Map<String, String> values;
    private final List<String> faults = new ArrayList<>();

    Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    private static Map<String, CallWindow> callWindows() {
        Map<String, CallWindow> windows = new LinkedHashMap<>();
        for (CallWindow window : CallWindow.values()) {
            windows.put(window.key(), window);
        }
        return windows;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    String text(String key) {
        return read(key, "a text that is not empty", value -> Optional.of(value).filter(text -> !text.isBlank()), "?");
    }

    boolean flag(String key) {
        return read(key, "true or false", Settings::parseFlag, false);
    }

    int number(String key, int least, int most) {
        Function<String, Optional<Integer>> parse = value -> Optional.of(value)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most);
        return read(key, "a whole number from " + least + " to " + most, parse, least);
    }

    int port(String key) {
        return number(key, 0, 65_535);
    }

    /** A time above zero. */
    Duration time(String key) {
        Function<String, Optional<Duration>> parse = value -> parseTime(value).filter(Duration::isPositive);
        return read(key, "a time above zero such as 500ms, 10s, 15m, 1h or 2d", parse, Duration.ofSeconds(1));
    }

    /** A time that may be zero. */
    Duration timeOrZero(String key) {
        return read(key, "a time such as 0s, 500ms, 10s or 15m", Settings::parseTime, Duration.ZERO);
    }

    URI httpUrl(String key) {
        return read(key, "an http or https URL without user, query and fragment", Settings::parseUrl, URI.create("?"));
    }

    Path path(String key) {
        return read(key, "a path", Settings::parsePath, Path.of(""));
    }

    /** The certificate of the page and the API; empty if neither of its files is set. */
    Optional<Configuration.Tls> tls() {
        String certificate = "server.tls.certificate-file";
        String key = "server.tls.private-key-file";
        Duration interval = time("server.tls.reload-interval");
        boolean hasCertificate = !values.getOrDefault(certificate, "").isBlank();
        boolean hasKey = !values.getOrDefault(key, "").isBlank();
        if (hasCertificate && hasKey) {
            return Optional.of(new Configuration.Tls(path(certificate), path(key), interval));
        }
        if (hasCertificate || hasKey) {
            faults.add(certificate + " and " + key + " belong together, but " + (hasCertificate ? key : certificate)
                    + " is not set; set both for TLS, none for plain HTTP");
        }
        return Optional.empty();
    }

    <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        E[] all = type.getEnumConstants();
        String allowed = "one of " + String.join(", ", names(all));
        Function<String, Optional<E>> parse = value -> List.of(all).stream()
                .filter(constant -> constant.name().equalsIgnoreCase(value))
                .findFirst();
        return read(key, allowed, parse, all[0]);
    }

    private static <E extends Enum<E>> List<String> names(E[] constants) {
        return List.of(constants).stream()
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Names out of a list joined by commas, each of which must be known and stand there once. */
    List<String> names(String key, List<String> known) {
        Function<String, Optional<List<String>>> parse = value -> {
            List<String> names = List.of(value.split("\\s*,\\s*", -1));
            boolean good = known.containsAll(names) && names.stream().distinct().count() == names.size();
            return good ? Optional.of(names) : Optional.empty();
        };
        return read(key, "some of " + String.join(", ", known) + ", each once, joined by commas", parse, known);
    }

    /** Names by country, such as {@code US,PR=nws; NO=met-norway,nws}; may be empty. */
    Map<String, List<String>> namesByCountry(String key, List<String> known) {
        String allowed = "empty, or countries with sources out of " + String.join(", ", known)
                + " such as US,PR=nws; NO=met-norway, each country once";
        return read(key, allowed, value -> parseByCountry(value, known), Map.of());
    }

    private static Optional<Map<String, List<String>>> parseByCountry(String value, List<String> known) {
        Map<String, List<String>> byCountry = new TreeMap<>();
        for (String rule : value.isEmpty() ? List.<String>of() : List.of(value.split("\\s*;\\s*", -1))) {
            String[] sides = rule.split("\\s*=\\s*", -1);
            List<String> names = List.of(sides[sides.length - 1].split("\\s*,\\s*", -1));
            if (sides.length != 2 || !known.containsAll(names)) {
                return Optional.empty();
            }
            for (String country : sides[0].split("\\s*,\\s*", -1)) {
                if (!country.matches("[A-Z]{2}") || byCountry.put(country, names) != null) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(byCountry);
    }

    /** Limits of calls, such as {@code 54/minute, 900/day}, or {@code none}. */
    Map<CallWindow, Integer> budget(String key) {
        String allowed = "none, or limits of calls such as 54/minute, 900/day, each of "
                + String.join(", ", CALL_WINDOWS.keySet()) + " at most once";
        return read(key, allowed, Settings::parseBudget, Map.of());
    }

    private static Optional<Map<CallWindow, Integer>> parseBudget(String value) {
        Map<CallWindow, Integer> limits = new EnumMap<>(CallWindow.class);
        for (String text : value.equals("none") ? List.<String>of() : List.of(value.split("\\s*,\\s*", -1))) {
            Matcher limit = LIMIT.matcher(text);
            if (!limit.matches() || !CALL_WINDOWS.containsKey(limit.group(2))) {
                return Optional.empty();
            }
            int calls = Integer.parseInt(limit.group(1));
            if (calls < 1 || limits.put(CALL_WINDOWS.get(limit.group(2)), calls) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(limits);
    }

    /** The house's own station; empty if no place is set. */
    Optional<Configuration.Station> station() {
        String place = values.getOrDefault("station.place", "").strip();
        Optional<Configuration.Secret> password = secret("station.password", "station.password-file");
        Optional<Configuration.Secret> passkey = secret("station.passkey", "station.passkey-file");
        int uploads = number("station.uploads-per-minute", 1, 6000);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Configuration.Station(
                    PlaceId.parse(place)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "place is '" + place + "', neither the id of a place nor latitude,longitude")),
                    StationSettings.of(
                            text("station.name"),
                            password.map(Configuration.Secret::reveal),
                            passkey.map(Configuration.Secret::reveal),
                            uploads)));
        } catch (IllegalArgumentException e) {
            faults.add("station: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** A secret that is given directly or in a file, but not in both ways. */
    Optional<Configuration.Secret> secret(String key, String fileKey) {
        String direct = values.getOrDefault(key, "").strip();
        String file = values.getOrDefault(fileKey, "").strip();
        if (!direct.isEmpty() && !file.isEmpty()) {
            faults.add(key + " and " + fileKey + " are both set; set one of them");
            return Optional.empty();
        }
        return file.isEmpty()
                ? Optional.of(direct).filter(text -> !text.isEmpty()).map(Configuration.Secret::new)
                : secretIn(fileKey, file);
    }

    private Optional<Configuration.Secret> secretIn(String key, String file) {
        try {
            Path path = Path.of(file);
            String text = Files.size(path) > MAX_SECRET_BYTES
                    ? ""
                    : Files.readString(path).strip();
            if (!text.isEmpty() && text.lines().count() == 1) {
                return Optional.of(new Configuration.Secret(text));
            }
            faults.add(key + " is '" + file + "', a file that does not hold one line of text");
        } catch (IOException | InvalidPathException e) {
            faults.add(key + " is '" + file + "', a file that cannot be read ("
                    + e.getClass().getSimpleName() + ")");
        }
        return Optional.empty();
    }

    /** A file with a token that is read anew whenever it is asked for; empty if none is set. */
    Optional<Path> bearerTokenFile(String key) {
        String file = values.getOrDefault(key, "").strip();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(file);
            BearerToken.read(path);
            return Optional.of(path);
        } catch (InvalidPathException e) {
            faults.add(key + " is '" + file + "', which is no path");
        } catch (IOException e) {
            faults.add(key + " is '" + file + "', " + e.getMessage());
        }
        return Optional.empty();
    }

    private <T> T read(String key, String allowed, Function<String, Optional<T>> parse, T fallback) {
        String value = values.get(key);
        if (value == null) {
            faults.add(key + " is missing; it must be " + allowed);
            return fallback;
        }
        Optional<T> parsed = parse.apply(value.strip());
        if (parsed.isEmpty()) {
            faults.add(key + " is '" + value + "'; it must be " + allowed);
        }
        return parsed.orElse(fallback);
    }

    private static Optional<Boolean> parseFlag(String value) {
        return switch (value) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Duration> parseTime(String value) {
        Matcher time = TIME.matcher(value);
        if (!time.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(time.group(1));
        return Optional.of(
                switch (time.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                });
    }

    private static Optional<URI> parseUrl(String value) {
        try {
            URI uri = URI.create(value);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean plain = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            return web && plain && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> parsePath(String value) {
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(Path.of(value));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
