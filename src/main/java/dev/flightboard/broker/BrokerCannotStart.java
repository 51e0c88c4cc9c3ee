package dev.flightboard.broker;

/** Says why the embedded Kafka cannot start and which setting changes that. */
public final class BrokerCannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokerCannotStart(String problem, Throwable cause) {
        super("The embedded Kafka cannot start: " + problem, cause);
    }
}
