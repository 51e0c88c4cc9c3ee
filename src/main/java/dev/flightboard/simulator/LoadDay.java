package dev.flightboard.simulator;

import dev.flightboard.flight.Direction;
import dev.flightboard.flight.FlightState;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * So many flights that change so many times a second, for ever, drawn at random from a seed. The n-th change of a flight
 * estimates its time n seconds after schedule, so a reader can tell from any two states how many lie between them.
 *
 * @param departures percent of the flights
 */
record LoadDay(int flights, int departures, int rate, long seed, Instant scheduled) implements Day {

    private static final List<String> ARRIVING =
            List.of("scheduled", "departed", "landing", "landed", "arrived", "bags", "closed");
    private static final List<String> DEPARTING =
            List.of("scheduled", "check-in", "boarding", "final-call", "gate-closed", "departed");
    private static final List<String> CITIES = List.of("Berlin", "Buenos Aires", "London", "New York", "Rome", "Tokyo");

    // Changes are sent in batches: a timer for each would cost more than the changes. At 1,000 a second a batch is
    // five.
    private static final Duration TICK = Duration.ofMillis(5);

    @Override
    public Iterable<FlightState> opening() {
        return () ->
                IntStream.range(0, flights).mapToObj(flight -> state(flight, 0)).iterator();
    }

    @Override
    public Iterable<Step> course() {
        return Course::new;
    }

    @Override
    public String toString() {
        return "load, " + flights + " flights, " + departures + " % of them departures, " + rate
                + " changes a second, seed " + seed;
    }

    private FlightState state(int flight, int change) {
        String designator = "L" + flight;
        String city = CITIES.get(flight % CITIES.size());
        boolean departs = departs(flight);
        List<String> states = departs ? DEPARTING : ARRIVING;
        return FlightState.of(designator)
                .flight(designator)
                .direction(departs ? Direction.DEPARTURE : Direction.ARRIVAL)
                .state(states.get(change % states.size()))
                .origin(departs ? null : city)
                .destination(departs ? city : null)
                .scheduled(scheduled)
                .estimated(scheduled.plusSeconds(change))
                .airline("Load Air")
                .build();
    }

    /** Departures are spread evenly over the flights. */
    private boolean departs(long flight) {
        return (flight + 1) * departures / 100 > flight * departures / 100;
    }

    private final class Course implements Iterator<Step> {

        private final Random random = new Random(seed);
        private final int[] changes = new int[flights];
        private long steps;

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Step next() {
            long tick = ++steps * 1000 / rate / TICK.toMillis();
            int flight = random.nextInt(flights);
            return Step.show(TICK.multipliedBy(tick), state(flight, ++changes[flight]));
        }
    }
}
