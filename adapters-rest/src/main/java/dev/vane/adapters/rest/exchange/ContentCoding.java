package dev.vane.adapters.rest.exchange;

/** Content codings that the service sends, the better one first. */
public enum ContentCoding {
    /** Brotli (RFC 7932); only where it was made in the build. */
    BROTLI("br", ".br"),
    /** Gzip (RFC 1952). */
    GZIP("gzip", ".gz"),
    /** None. */
    IDENTITY("identity", "");

    private final String token;
    private final String suffix;

    ContentCoding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    /** Its name in HTTP. */
    public String token() {
        return token;
    }

    /** What a file in this coding has at the end of its name. */
    public String suffix() {
        return suffix;
    }
}
