package dev.flightboard.record;

import java.util.Locale;

/** Why a record cannot be read: neither as a flight's state nor as a removal. */
public final class Rejection extends Exception {

    /** The closed set of reasons: the metric's label and the header of the copy. */
    public enum Reason {
        KEY_MISSING,
        KEY_NOT_UTF8,
        KEY_INVALID,
        VALUE_TOO_LARGE,
        VALUE_NOT_UTF8,
        VALUE_NOT_JSON,
        ENVELOPE_INVALID,
        FIELD_INVALID,

        /** Something else: reading or applying the record threw an exception that nobody expected. */
        UNREADABLE;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** @param detail what is wrong, in words; content of the record in it is an {@link Excerpt} */
    public Rejection(Reason reason, String detail) {
        // No stack trace: the reason says everything, and hostile records can cause thousands a second.
        super(detail, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
