package dev.flightboard.bench;

import java.io.IOException;

/**
 * So many clients, so many changes a second, for some seconds: the run that most scenarios consist of.
 *
 * @param airlines above 1, each client watches one of so many airlines, over which the flights are spread evenly
 * @param floorWindowMillis the floor's window; 0 for a write a change
 */
record FanOut(int clients, int rate, int flights, int airlines, int windowMillis, int floorWindowMillis) {

    // What a fast producer leaves behind at its end is delivered within this, or is not.
    private static final int GRACE_MILLIS = 10_000;

    // The textbook has no board and no sign of readiness: changes this often, until each client has seen one.
    private static final int PROBES_PER_SECOND = 5;

    Result run(Contender contender, Settings settings, Broker broker) throws Exception {
        int seconds = settings.warmUpSeconds() + settings.seconds();
        Plan plan = new Plan(flights, airlines, rate * (seconds + 5) + 60 * PROBES_PER_SECOND);
        String topic = "flight-states-" + System.nanoTime();
        int window = contender == Contender.FLOOR ? floorWindowMillis : windowMillis;
        try (Load load = new Load(plan, broker.servers(), topic)) {
            load.open();
            try (Server server = contender.start(settings, broker.servers(), topic, window);
                    Crowd crowd = new Crowd(plan, server.port(), settings.readers())) {
                long idleKib = server.jvm().residentKib();
                crowd.join(clients, this::airline, 0);
                begin(contender, load, crowd);
                load.start(rate);
                Thread.sleep(settings.warmUpSeconds() * 1000L);
                Tally warmUp = crowd.take();
                Sample begun = Sample.of(server.jvm(), plan);
                Thread.sleep(settings.seconds() * 1000L);
                Tally tally = crowd.take();
                Sample ended = Sample.of(server.jvm(), plan);
                long residentKib = server.jvm().residentKib();
                load.stop();
                int right = awaitLatest(crowd);
                Tally rest = crowd.take();
                for (Tally each : new Tally[] {warmUp, rest}) {
                    tally.cut += each.cut;
                    if (tally.violation == null) tally.violation = each.violation;
                }
                double share = airlines > 1 ? 1.0 / airlines : 1;
                return new Result(contender, clients, tally, begun.to(ended), share, idleKib, residentKib, right);
            }
        }
    }

    private String airline(int client) {
        return airlines > 1 ? "Airline " + client % airlines : null;
    }

    private void begin(Contender contender, Load load, Crowd crowd) throws Exception {
        if (contender.hasBoard()) {
            Wait.until("the board at all clients", () -> crowd.count(Client::isLive) == clients);
        } else {
            load.start(PROBES_PER_SECOND * airlines);
            Wait.until("a first change at all clients", () -> crowd.count(each -> each.states() > 0) == clients);
            load.stop();
            awaitLatest(crowd);
            crowd.assumeLatest();
        }
        crowd.take();
    }

    /** How many clients end with the topic's newest state of each flight. */
    private int awaitLatest(Crowd crowd) throws Exception {
        long end = System.nanoTime() + GRACE_MILLIS * 1_000_000L;
        int right = crowd.withLatest();
        while (right < crowd.size() && System.nanoTime() < end) {
            Thread.sleep(50);
            right = crowd.withLatest();
        }
        return right;
    }

    /** A moment of a run. */
    record Sample(long nanos, long cpuMicros, int sent) {

        static Sample of(Jvm jvm, Plan plan) throws IOException {
            return new Sample(System.nanoTime(), jvm.cpuMicros(), plan.sent());
        }

        Sample to(Sample later) {
            return new Sample(later.nanos - nanos, later.cpuMicros - cpuMicros, later.sent - sent);
        }
    }
}
