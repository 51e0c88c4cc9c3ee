package dev.flightboard.feed;

/** Why a record cannot be read as a flight's state. */
final class Rejection extends Exception {

    /** The closed set of reasons: the metric's label and the header of the copy. */
    enum Reason {
        KEY_MISSING,
        KEY_NOT_UTF8,
        KEY_INVALID,
        VALUE_TOO_LARGE,
        VALUE_NOT_UTF8,
        VALUE_NOT_JSON,
        FIELD_INVALID,
        /** What no reason foresees: reading or applying the record threw. */
        READING_FAILED;

        String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** @param detail what is wrong, in words; never the record's own content */
    Rejection(Reason reason, String detail) {
        // No stack trace: the reason is the whole finding, and hostile records can raise thousands a second.
        super(detail, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
