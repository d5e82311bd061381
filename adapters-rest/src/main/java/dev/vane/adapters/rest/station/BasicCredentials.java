package dev.vane.adapters.rest.station;

import dev.vane.application.api.ReportReadings.StationPassword;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The credentials of HTTP Basic (RFC 7617) in UTF-8. */
final class BasicCredentials {

    private static final String SCHEME = "Basic ";

    /** Those of nobody: what is missing or malformed is wrong in the same way as what is not right. */
    private static final StationPassword NOBODY = new StationPassword("", "");

    private BasicCredentials() {}

    /** The credentials in the value of an Authorization header. */
    static StationPassword of(Optional<String> authorization) {
        return authorization
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(value -> decoded(value.substring(SCHEME.length()).strip()))
                .map(BasicCredentials::parts)
                .orElse(NOBODY);
    }

    private static Optional<String> decoded(String base64) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty(); // its message could tell the secret
        }
    }

    private static StationPassword parts(String pair) {
        int colon = pair.indexOf(':');
        return colon < 0 ? NOBODY : new StationPassword(pair.substring(0, colon), pair.substring(colon + 1));
    }
}
