package dev.vane.adapters.rest.exchange;

/**
 * Ends the handling of a request with a refusal: the one exception of this adapter. It never leaves the adapter, and has
 * no stack trace, because it is an answer and not a fault.
 */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    /** Refuses a request. */
    public RefusedException(Refusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    /** Refuses a request for one of its parameters. */
    public static RefusedException invalid(String parameter, String fault) {
        return new RefusedException(new Refusal.InvalidParameter(parameter, fault));
    }

    /** Why. */
    public Refusal refusal() {
        return refusal;
    }
}
