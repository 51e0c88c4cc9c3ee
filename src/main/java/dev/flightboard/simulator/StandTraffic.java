package dev.flightboard.simulator;

import dev.flightboard.flight.FlightState;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.random.RandomGenerator;

/** A stand's arrivals, and the departures of the same aircraft, in order of due time. */
final class StandTraffic {

    // For so long only arrivals are shown.
    private static final Duration FIRST_DEPARTURE = Duration.ofSeconds(10);

    // A departure is shown so long after the arrival of its aircraft.
    private static final Duration NEXT_DEPARTURE = Duration.ofSeconds(2);

    private final Stand arrivals;
    private final OutboundTimetable timetable;
    private final RandomGenerator random;
    private final Queue<Step> departures = new PriorityQueue<>(Comparator.comparing(Step::due));
    private Turnaround turnaround;

    /** @param random not the arrivals' own, which are the same whatever departures draw */
    StandTraffic(FlightState first, Stand arrivals, ZoneId zone, RandomGenerator random) {
        this.arrivals = arrivals;
        this.timetable = new OutboundTimetable(zone, random);
        this.random = random;
        turnAround(first, FIRST_DEPARTURE);
    }

    Duration due() {
        return departs() ? departures.element().due() : arrivals.due();
    }

    Step next() {
        if (departs()) return departures.remove();
        Step step = arrivals.next();
        if (step.state() == null) return step;
        if (step.state().state().equals("scheduled"))
            turnAround(step.state(), step.due().plus(NEXT_DEPARTURE));
        else turnaround.hear(step);
        return step;
    }

    private boolean departs() {
        return !departures.isEmpty() && departures.element().due().compareTo(arrivals.due()) < 0;
    }

    private void turnAround(FlightState inbound, Duration opens) {
        turnaround = new Turnaround(timetable.after(inbound), opens, timetable, random, departures);
    }
}
