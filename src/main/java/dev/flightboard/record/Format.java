package dev.flightboard.record;

import java.util.Locale;

/** The kinds of envelope in which a record's value may come, as the setting names them. */
public enum Format {
    /** Any: each value shows by itself in which envelope it is. */
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
