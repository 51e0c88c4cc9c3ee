package dev.flightboard.simulator;

import dev.flightboard.flight.FlightState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The states of a simulator's day, for tests of other parts. */
public final class SimulatedDays {

    private SimulatedDays() {}

    /** Each flight once, as the day opens. */
    public record Opened(List<FlightState> opening, List<FlightState> course) {}

    /** A day at Oklahoma City, from a download of January 2023. */
    public static Opened recorded(Path january) throws IOException {
        ZoneId zone = ZoneId.of("America/Chicago");
        LocalDate date = LocalDate.of(2023, 1, 11);
        List<Leg> legs = Legs.due(date, RecordedTable.read(january, "OKC"), zone);
        return opened(new RecordedDay("OKC", date, date, zone, legs, Duration.ZERO, 1), Integer.MAX_VALUE);
    }

    public static Opened load(int flights, int changes) {
        return opened(new LoadDay(flights, 0, 1, 1, Instant.parse("2026-01-31T10:00:00Z")), changes);
    }

    private static Opened opened(Day day, int most) {
        List<FlightState> opening = new ArrayList<>();
        day.opening().forEach(opening::add);
        List<FlightState> course = StreamSupport.stream(day.course().spliterator(), false)
                .limit(most)
                .map(Step::state)
                .toList();
        return new Opened(opening, course);
    }
}
