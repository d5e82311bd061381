package dev.vane.adapters.sources.json;

/** Says what is wrong with a provider's answer and where, such as {@code hourly.time[3] is a string, not a number}. */
public final class JsonFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A fault in words for the operator of the service. */
    public JsonFault(String message) {
        super(message);
    }

    /** A fault that a parser found. */
    public JsonFault(String message, Throwable cause) {
        super(message, cause);
    }
}
