package dev.flightboard.record;

import java.util.Locale;

/**
 * Something that a record said in another form than the contract's, or that could not be used; the flight is shown all
 * the same.
 *
 * @param field its name in the contract, or {@code value} for the whole
 * @param value as it was given, of any length and with any characters: an {@link Excerpt} of it may be shown
 */
public record Bent(String field, How how, String value) {

    /** The closed set of what becomes of it: a label of the metric. */
    public enum How {
        /** Read by its meaning. */
        CHANGED,
        /** Too long: shown without its end. */
        CUT,
        /** Not shown: it cannot be used. */
        DROPPED,
        /** Given more than once: the last that can be used is shown. */
        REPEATED,
        /** Under a name that differs in capitals. */
        RENAMED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return field + " " + how.label() + " " + Excerpt.of(value);
    }
}
