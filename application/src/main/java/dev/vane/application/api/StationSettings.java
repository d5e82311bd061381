package dev.vane.application.api;

import dev.vane.domain.weather.SourceId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the house's own station is recognised. What is secret in it is in no text of it.
 *
 * @param name its name in uploads: the Weather Underground's {@code ID}, the user of HTTP Basic; 1 to 40 letters, digits,
 *     dots, hyphens and underscores
 * @param password its password; empty if it has none and uploads by its key alone
 * @param passKey the key of an Ecowitt gateway, in upper case; empty if it is none
 * @param uploadsPerMinute how many uploads are taken in a minute, 1 to 6000; as many at once
 */
public record StationSettings(
        String name, Optional<StationSecret> password, Optional<StationSecret> passKey, int uploadsPerMinute) {

    /** The source under which the station's readings are on record. */
    public static final SourceId SOURCE = new SourceId("station");

    /** How many uploads are taken in a minute without configuration: twice what a station sends that reports each second. */
    public static final int DEFAULT_UPLOADS_PER_MINUTE = 120;

    /** A shorter password could be guessed. */
    public static final int SHORTEST_PASSWORD = 8;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Pattern KEY = Pattern.compile("[0-9A-Fa-f]{32}");
    private static final int LONGEST_PASSWORD = 200;

    /** Checks name and rate, and that there is a secret. */
    public StationSettings {
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(passKey, "passKey");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the station's name is '" + name + "', not 1 to 40 letters, digits, dots, hyphens and underscores");
        }
        if (password.isEmpty() && passKey.isEmpty()) {
            throw new IllegalArgumentException("station " + name + " has neither a password nor a key");
        }
        if (uploadsPerMinute < 1 || uploadsPerMinute > 6000) {
            throw new IllegalArgumentException(
                    "uploads per minute are " + uploadsPerMinute + ", not between 1 and 6000");
        }
    }

    /**
     * The settings from what a person has written.
     *
     * @param password 8 to 200 characters
     * @param passKey 32 hexadecimal digits, as the gateway's app shows them
     * @throws IllegalArgumentException if something is not as it should be; secrets are not in its message
     */
    public static StationSettings of(
            String name, Optional<String> password, Optional<String> passKey, int uploadsPerMinute) {
        password.ifPresent(secret -> require(
                secret.length() >= SHORTEST_PASSWORD && secret.length() <= LONGEST_PASSWORD,
                "the station's password has " + secret.length() + " characters, not " + SHORTEST_PASSWORD + " to "
                        + LONGEST_PASSWORD));
        passKey.ifPresent(
                secret -> require(KEY.matcher(secret).matches(), "the station's key is not of 32 hexadecimal digits"));
        return new StationSettings(
                name,
                password.map(StationSecret::of),
                passKey.map(StationSettings::canonicalKey).map(StationSecret::of),
                uploadsPerMinute);
    }

    /** A key as it is compared: gateways write upper case, people copy either. */
    public static String canonicalKey(String key) {
        return key.toUpperCase(Locale.ROOT);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
