package dev.flightboard.simulator;

import dev.flightboard.flight.FlightState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A plausible day that never ends: six stands, each with one flight at a time, opening with the same six flights always.
 * The flight from Rome lands first, before anything else happens. Each aircraft that comes goes again.
 */
record DemoDay(long seed, Instant start, ZoneId zone) implements Day {

    private static final List<Opening> OPENING = List.of(
            new Opening("A123", "London", "08:15"),
            new Opening("D654", "Berlin", "08:45"),
            new Opening("U213", "New York", "09:05"),
            new Opening("A987", "Buenos Aires", "09:30"),
            new Opening("I768", "Rome", "10:10"),
            new Opening("G119", "Tokyo", "10:35"));
    private static final String FIRST_TO_LAND = "I768";
    private static final Duration LANDING = Duration.ofSeconds(3);
    private static final Duration LANDED = Duration.ofSeconds(6);

    // The first landing has been seen by then; the other flights follow apart from each other.
    private static final Duration QUIET = Duration.ofSeconds(8);
    private static final Duration STAGGER = Duration.ofSeconds(2);

    private record Opening(String flight, String city, String arrival) {}

    @Override
    public Iterable<FlightState> opening() {
        return IntStream.range(0, OPENING.size()).mapToObj(this::first).toList();
    }

    @Override
    public Iterable<Step> course() {
        return () -> new Course(
                IntStream.range(0, OPENING.size()).mapToObj(this::traffic).toList());
    }

    @Override
    public String toString() {
        return "demo, " + OPENING.size() + " arrivals at a time, seed " + seed;
    }

    private FlightState first(int number) {
        return first(number, new Timetable(number, zone, random(number)));
    }

    private FlightState first(int number, Timetable timetable) {
        Opening opening = OPENING.get(number);
        return timetable.flight(opening.flight(), opening.city(), LocalTime.parse(opening.arrival()), start);
    }

    private StandTraffic traffic(int number) {
        // Not a seed of any stand's.
        RandomGenerator departures = new SplittableRandom(~(seed * OPENING.size() + number));
        return new StandTraffic(first(number), stand(number), zone, departures);
    }

    private Stand stand(int number) {
        RandomGenerator random = random(number);
        Timetable timetable = new Timetable(number, zone, random);
        FlightState first = first(number, timetable);
        return first.id().equals(FIRST_TO_LAND)
                ? Stand.landing(first, LANDING, LANDED, timetable, start, random)
                : Stand.departing(first, QUIET.plus(STAGGER.multipliedBy(number)), timetable, start, random);
    }

    // Each stand draws by itself, so that the order in which they move cannot matter.
    private RandomGenerator random(int number) {
        return new SplittableRandom(seed * OPENING.size() + number);
    }

    /** All steps in order of due time; of those due together, the stand named first goes first. */
    private record Course(List<StandTraffic> stands) implements Iterator<Step> {

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Step next() {
            return stands.stream()
                    .min(Comparator.comparing(StandTraffic::due))
                    .orElseThrow()
                    .next();
        }
    }
}
