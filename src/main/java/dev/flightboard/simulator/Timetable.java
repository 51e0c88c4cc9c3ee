package dev.flightboard.simulator;

import dev.flightboard.flight.FlightState;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.random.RandomGenerator;

/** The flights that come to one stand of the demo, one after the other, as they are scheduled. */
final class Timetable {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final int stand;
    private final ZoneId zone;
    private final RandomGenerator random;

    Timetable(int stand, ZoneId zone, RandomGenerator random) {
        this.stand = stand;
        this.zone = zone;
        this.random = random;
    }

    /** A flight scheduled on the day, there, of the instant given. */
    FlightState flight(String designator, String city, LocalTime arrival, Instant day) {
        Airline airline = Airline.of(designator);
        return FlightState.of(designator)
                .flight(designator)
                .state("scheduled")
                .origin(city)
                .scheduled(day.atZone(zone).with(arrival).toInstant())
                .arrival(CLOCK.format(arrival))
                .airline(airline.title)
                .terminal(airline.terminal)
                .gate(airline.terminal + (char) ('A' + stand) + (1 + random.nextInt(9)))
                .codeshares(codeshares(airline))
                .build();
    }

    /** The flight after that one: two to three hours later, of today even when that is past midnight. */
    FlightState after(FlightState last, Instant now) {
        Airline airline = Airline.values()[random.nextInt(Airline.values().length)];
        String city = airline.cities[random.nextInt(airline.cities.length)];
        LocalTime arrival = LocalTime.parse(last.arrival()).plusMinutes(120 + 5 * random.nextInt(13));
        return flight(airline.letter + number(), city, arrival, now);
    }

    // A third of all flights, as a guess at an ordinary airport.
    private List<String> codeshares(Airline airline) {
        return random.nextInt(3) > 0 ? List.of() : List.of(airline.partner().letter + number());
    }

    // Four digits, unlike the opening's; the remainder by the number of stands keeps two stands from sharing one.
    private String number() {
        return String.valueOf(1002 + 6 * random.nextInt(1499) + stand);
    }
}
