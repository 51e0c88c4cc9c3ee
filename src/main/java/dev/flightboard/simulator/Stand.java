package dev.flightboard.simulator;

import dev.flightboard.flight.FlightState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;

/**
 * The endless course of one stand of the demo: each flight's steps until it is gone, then the next flight's. At least one
 * step is always planned.
 */
final class Stand {

    // Six stands that each move every nine seconds on average: two changes in three seconds, which an eye can follow.
    private static final int SHORTEST_PAUSE_MILLIS = 5_000;
    private static final int LONGEST_PAUSE_MILLIS = 13_000;

    // One flight in so many: seen every five minutes or so, and still news.
    private static final int CANCELLED = 25;
    private static final int DIVERTED = 25;

    private final Timetable timetable;
    private final Instant start;
    private final RandomGenerator random;
    private final Deque<Step> planned = new ArrayDeque<>();
    private FlightState flight;
    private Duration now;

    private Stand(FlightState first, Duration now, Timetable timetable, Instant start, RandomGenerator random) {
        this.flight = first;
        this.now = now;
        this.timetable = timetable;
        this.start = start;
        this.random = random;
    }

    /** A stand whose first flight stays as it is for so long, then takes its course. */
    static Stand departing(
            FlightState first, Duration quiet, Timetable timetable, Instant start, RandomGenerator random) {
        Stand stand = new Stand(first, quiet, timetable, start, random);
        stand.fly();
        return stand;
    }

    /** A stand whose first flight is landing, then landed, just on time and at these times whatever the seed. */
    static Stand landing(
            FlightState first,
            Duration landing,
            Duration landed,
            Timetable timetable,
            Instant start,
            RandomGenerator random) {
        Stand stand = new Stand(first, landing, timetable, start, random);
        stand.show("landing", first.scheduled(), null, null);
        stand.now = landed;
        stand.comeIn(first.scheduled());
        return stand;
    }

    Duration due() {
        return planned.element().due();
    }

    Step next() {
        Step step = planned.remove();
        if (planned.isEmpty()) fly();
        return step;
    }

    private void fly() {
        if (oneIn(CANCELLED)) {
            show("cancelled", null, null, null);
            leave();
            return;
        }
        Instant estimated = later(flight.scheduled(), -10, 15);
        show("departed", estimated, null, null);
        for (int slips = random.nextInt(4); slips > 0; slips--) {
            pause();
            estimated = later(estimated, 5, 25);
            show("departed", estimated, null, null);
        }
        pause();
        if (oneIn(DIVERTED)) {
            show("diverted", null, null, null);
            leave();
            return;
        }
        show("landing", estimated, null, null);
        pause();
        comeIn(estimated);
    }

    private void comeIn(Instant estimated) {
        show("landed", estimated, null, null);
        pause();
        Instant actual = later(estimated, -2, 4);
        show("arrived", estimated, actual, null);
        pause();
        String belt = String.valueOf(1 + random.nextInt(9));
        show("bags", estimated, actual, belt);
        pause();
        show("closed", estimated, actual, belt);
        leave();
    }

    private void leave() {
        pause();
        planned.add(Step.remove(now, flight.id()));
        // Long enough to see that the old flight went before the new one comes.
        now = now.plusSeconds(1);
        flight = timetable.after(flight, start.plus(now));
        planned.add(Step.show(now, flight));
        pause();
    }

    private void show(String state, Instant estimated, Instant actual, String belt) {
        planned.add(Step.show(
                now,
                flight.with()
                        .state(state)
                        .estimated(estimated)
                        .actual(actual)
                        .belt(belt)
                        .build()));
    }

    private void pause() {
        now = now.plusMillis(random.nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
    }

    private Instant later(Instant time, int fewestMinutes, int mostMinutes) {
        return time.plus(Duration.ofMinutes(random.nextInt(fewestMinutes, mostMinutes + 1)));
    }

    private boolean oneIn(int flights) {
        return random.nextInt(flights) == 0;
    }
}
