package dev.flightboard.simulator;

import dev.flightboard.flight.FlightState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.random.RandomGenerator;

/**
 * The demo's flight that leaves with the aircraft of an arrival: it hears what becomes of that, and plans its own steps. What is
 * late in comes late out.
 */
final class Turnaround {

    // Of a short-haul aircraft: doors open to doors closed.
    private static final Duration SHORTEST = Duration.ofMinutes(40);

    // Sooner than an arrival moves again, so that the departure has answered by then.
    private static final int QUICKEST_ANSWER_MILLIS = 1_000;
    private static final int SLOWEST_ANSWER_MILLIS = 4_000;

    // As an arrival does: what an eye can follow.
    private static final int SHORTEST_PAUSE_MILLIS = 5_000;
    private static final int LONGEST_PAUSE_MILLIS = 13_000;

    // One flight in so many: each is seen every few minutes, and still news.
    private static final int NEW_GATE = 8;
    private static final int NEW_DESKS = 8;

    private final OutboundTimetable timetable;
    private final Queue<Step> planned;
    private final RandomGenerator random;
    private FlightState flight;
    private Duration now;

    /** Whether all that it will do is planned. */
    private boolean settled;

    /**
     * @param scheduled the flight as it is scheduled
     * @param opens when it is shown first
     * @param planned gets its steps, each due after the one before
     */
    Turnaround(
            FlightState scheduled,
            Duration opens,
            OutboundTimetable timetable,
            RandomGenerator random,
            Queue<Step> planned) {
        this.timetable = timetable;
        this.planned = planned;
        this.random = random;
        this.now = opens;
        this.flight = scheduled;
        planned.add(Step.show(now, flight));
    }

    /** Hears of a step of the arrival. */
    void hear(Step arrival) {
        if (settled) return;
        FlightState inbound = arrival.state();
        answer(arrival.due());
        switch (inbound.state()) {
            case "cancelled", "diverted" -> cancel();
            case "arrived" -> {
                expect(inbound.actual());
                leave();
            }
            default -> {
                boolean late = expect(inbound.estimated());
                boolean opens = flight.state().equals("scheduled");
                if (opens && oneIn(NEW_DESKS)) {
                    flight = flight.with().desks(timetable.desks(flight)).build();
                }
                if (opens) show("check-in");
                else if (late) show(flight.state());
            }
        }
    }

    /** Whether that makes a difference to when it leaves. */
    private boolean expect(Instant in) {
        Instant ready = in.plus(SHORTEST);
        Instant estimated = ready.isAfter(flight.scheduled()) ? ready : flight.scheduled();
        if (estimated.equals(expected())) return false;
        flight = flight.with()
                .estimated(estimated)
                .remark(estimated.isAfter(flight.scheduled()) ? "Late arrival of the aircraft" : null)
                .build();
        return true;
    }

    private Instant expected() {
        return flight.estimated() == null ? flight.scheduled() : flight.estimated();
    }

    private void leave() {
        if (oneIn(NEW_GATE)) {
            flight = flight.with()
                    .gate(OutboundTimetable.otherGate(flight))
                    .remark("New gate")
                    .build();
            show(flight.state());
            pause();
        }
        for (String state : List.of("boarding", "final-call", "gate-closed")) {
            show(state);
            pause();
        }
        flight = flight.with()
                .actual(expected().plus(Duration.ofMinutes(random.nextInt(-2, 6))))
                .remark(null)
                .build();
        show("departed");
        goOff();
    }

    private void cancel() {
        flight = flight.with().estimated(null).remark(null).build();
        show("cancelled");
        goOff();
    }

    private void goOff() {
        pause();
        pause();
        planned.add(Step.remove(now, flight.id()));
        settled = true;
    }

    private void show(String state) {
        flight = flight.with().state(state).build();
        planned.add(Step.show(now, flight));
    }

    private void answer(Duration heard) {
        Duration answered = heard.plusMillis(random.nextInt(QUICKEST_ANSWER_MILLIS, SLOWEST_ANSWER_MILLIS));
        // After what it has said before.
        Duration next = now.plusMillis(QUICKEST_ANSWER_MILLIS);
        now = answered.compareTo(next) > 0 ? answered : next;
    }

    private void pause() {
        now = now.plusMillis(random.nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
    }

    private boolean oneIn(int flights) {
        return random.nextInt(flights) == 0;
    }
}
