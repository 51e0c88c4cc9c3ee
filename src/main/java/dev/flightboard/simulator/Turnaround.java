package dev.flightboard.simulator;

import dev.flightboard.flight.Direction;
import dev.flightboard.flight.FlightState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.random.RandomGenerator;

/**
 * The demo's flight that leaves with the aircraft of an arrival: it hears what becomes of that, and plans its own steps. What is
 * late in comes late out.
 */
final class Turnaround {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

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
    private static final int VIA = 6;

    private final Queue<Step> planned;
    private final RandomGenerator random;
    private FlightState flight;
    private Duration now;

    /** Whether all that it will do is planned. */
    private boolean settled;

    /**
     * @param inbound as it is scheduled
     * @param opens when it may be shown at the earliest
     * @param planned gets its steps, each due after the one before
     */
    Turnaround(
            String id, FlightState inbound, Duration opens, ZoneId zone, RandomGenerator random, Queue<Step> planned) {
        this.planned = planned;
        this.random = random;
        this.now = opens;
        this.flight = schedule(id, inbound, zone);
        planned.add(Step.show(now, flight));
    }

    private FlightState schedule(String id, FlightState inbound, ZoneId zone) {
        Airline airline = Airline.of(inbound.flight());
        Instant scheduled = inbound.scheduled().plus(Duration.ofMinutes(50 + 5 * random.nextInt(5)));
        List<String> cities = Arrays.stream(airline.cities)
                .filter(city -> !city.equals(inbound.origin()))
                .toList();
        int destination = random.nextInt(cities.size());
        String next = cities.get((destination + 1) % cities.size());
        return FlightState.of(id)
                .flight(designator(inbound))
                .direction(Direction.DEPARTURE)
                .state("scheduled")
                .destination(cities.get(destination))
                .via(oneIn(VIA) ? List.of(next) : List.of())
                .scheduled(scheduled)
                .departure(CLOCK.format(scheduled.atZone(zone)))
                .airline(inbound.airline())
                .terminal(inbound.terminal())
                .gate(inbound.gate())
                .desks(desks(airline))
                .build();
    }

    /** Its number is the one after that of the way in, as airlines have it. */
    static String designator(FlightState inbound) {
        return inbound.flight().charAt(0)
                + String.valueOf(Integer.parseInt(inbound.flight().substring(1)) + 1);
    }

    // Each terminal has a hundred of them, in rows of six.
    private String desks(Airline airline) {
        int first = 100 * Integer.parseInt(airline.terminal) + 1 + 10 * random.nextInt(9);
        return first + "-" + (first + 5);
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
                    flight = flight.with()
                            .desks(desks(Airline.of(flight.flight())))
                            .build();
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
        if (estimated.equals(flight.estimated() == null ? flight.scheduled() : flight.estimated())) return false;
        flight = flight.with()
                .estimated(estimated)
                .remark(estimated.isAfter(flight.scheduled()) ? "Late arrival of the aircraft" : null)
                .build();
        return true;
    }

    private void leave() {
        if (oneIn(NEW_GATE)) {
            flight = flight.with().gate(otherGate()).remark("New gate").build();
            show(flight.state());
            pause();
        }
        for (String state : List.of("boarding", "final-call", "gate-closed")) {
            show(state);
            pause();
        }
        Instant expected = flight.estimated() == null ? flight.scheduled() : flight.estimated();
        flight = flight.with()
                .actual(expected.plus(Duration.ofMinutes(random.nextInt(-2, 6))))
                .remark(null)
                .build();
        show("departed");
        goOff();
    }

    private String otherGate() {
        String gate = flight.gate();
        int last = gate.charAt(gate.length() - 1) - '0';
        return gate.substring(0, gate.length() - 1) + (last % 9 + 1);
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
