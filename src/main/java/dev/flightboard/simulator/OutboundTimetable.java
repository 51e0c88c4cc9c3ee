package dev.flightboard.simulator;

import dev.flightboard.flight.Direction;
import dev.flightboard.flight.FlightState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** The flights that leave from one stand of the demo, as they are scheduled: each with the aircraft of an arrival. */
final class OutboundTimetable {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    // One flight in so many stops on its way, as a guess at an ordinary airport.
    private static final int VIA = 6;

    private final ZoneId zone;
    private final RandomGenerator random;
    private int flights;

    OutboundTimetable(ZoneId zone, RandomGenerator random) {
        this.zone = zone;
        this.random = random;
    }

    FlightState after(FlightState inbound) {
        String designator = designator(inbound);
        Instant scheduled = inbound.scheduled().plus(Duration.ofMinutes(50 + 5 * random.nextInt(5)));
        List<String> cities = Arrays.stream(Airline.of(designator).cities)
                .filter(city -> !city.equals(inbound.origin()))
                .toList();
        int destination = random.nextInt(cities.size());
        String next = cities.get((destination + 1) % cities.size());
        // The one before may still be on the board, and chance may have given it the same designator.
        return FlightState.of(designator + "-" + ++flights)
                .flight(designator)
                .direction(Direction.DEPARTURE)
                .state("scheduled")
                .destination(cities.get(destination))
                .via(random.nextInt(VIA) == 0 ? List.of(next) : List.of())
                .scheduled(scheduled)
                .departure(CLOCK.format(scheduled.atZone(zone)))
                .airline(inbound.airline())
                .terminal(inbound.terminal())
                .gate(inbound.gate())
                .desks(desks(inbound))
                .build();
    }

    /** Its number is the one after that of the way in, as airlines have it. */
    private static String designator(FlightState inbound) {
        int number = Integer.parseInt(inbound.flight().substring(1));
        return inbound.flight().charAt(0) + String.valueOf(number + 1);
    }

    /** Each terminal has a hundred of them, of which a flight has six in a row. */
    String desks(FlightState flight) {
        int first = 100 * Integer.parseInt(flight.terminal()) + 1 + 10 * random.nextInt(9);
        return first + "-" + (first + 5);
    }

    static String otherGate(FlightState flight) {
        String gate = flight.gate();
        int last = gate.charAt(gate.length() - 1) - '0';
        return gate.substring(0, gate.length() - 1) + (last % 9 + 1);
    }
}
