package dev.flightboard.record;

import java.util.Locale;

/** In what a record's value comes: the setting, and the envelopes that there are. */
public enum Format {
    /** Whatever it is told by. */
    AUTO,
    /** The contract's JSON and nothing around it. */
    PLAIN,
    /** A schema registry's magic byte and id before the JSON. */
    SCHEMA_REGISTRY,
    /** Kafka Connect's JSON converter: {@code schema} and {@code payload}. */
    CONNECT,
    /** Debezium's change of a row: {@code before}, {@code after} and {@code op}. */
    DEBEZIUM,
    /** A CloudEvent, structured or binary. */
    CLOUDEVENTS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
