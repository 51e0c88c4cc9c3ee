package dev.flightboard.breaker;

/**
 * Something that breaks, and is made whole again.
 *
 * @param area two faults at once are of two areas, so that neither undoes the other
 */
record Fault(String name, Area area, Step begin, Step end) {

    /**
     * In the order in which faults that come together begin: what is asked of Kafka needs one that answers. They end in the
     * opposite order: a replica is started when brokers and links are whole.
     */
    enum Area {
        TOPIC,
        GATEWAY,
        REPLICAS,
        LINKS,
        BROKERS
    }

    @FunctionalInterface
    interface Step {

        Step NOTHING = () -> {};

        void run() throws Exception;
    }
}
