package dev.vane.adapters.rest.tls;

/** A certificate or its key cannot be used; the message says which file, and why, and nothing of its content. */
final class UnusableException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    UnusableException(String message) {
        super(message);
    }

    UnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
