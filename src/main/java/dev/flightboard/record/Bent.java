package dev.flightboard.record;

import java.util.Locale;

/**
 * One thing in a record that is not in the contract's form, or that cannot be used. The flight is shown all the same.
 *
 * @param field its name in the contract, or {@code value} for the whole
 * @param value as it was given, of any length and with any characters: logs show only an {@link Excerpt} of it
 */
public record Bent(String field, How how, String value) {

    /** What became of it: the closed set that is a label of the metric. */
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
