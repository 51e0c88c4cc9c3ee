package dev.flightboard.simulator;

import dev.flightboard.flight.FlightState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the dates of a recorded table's clock times. All clocks are set to the airport's: the zones of the origins follow
 * from the flights that were completed, whose clock times and elapsed times are both known.
 */
final class Legs {

    private static final long DAY = Duration.ofDays(1).toMinutes();

    // Nothing leaves four hours early, and little leaves 20 hours late.
    private static final Duration EARLIEST = Duration.ofHours(4);

    // Where no flight was completed: with an hour, none but flights of less than that can seem to arrive before they
    // leave.
    private static final Duration UNKNOWN = Duration.ofHours(1);

    private final ZoneId zone;
    private final Map<String, Duration> ahead = new HashMap<>();

    private Legs(ZoneId zone) {
        this.zone = zone;
    }

    /** The legs that were due at the airport on that date, by its own clock. */
    static List<Leg> due(LocalDate date, List<RecordedRow> rows, ZoneId zone) {
        Legs legs = new Legs(zone);
        rows.forEach(row -> ahead(row).ifPresent(ahead -> legs.ahead.put(row.origin(), ahead)));
        return rows.stream()
                .filter(row -> legs.in(row).toLocalDate().equals(date))
                .map(legs::leg)
                .toList();
    }

    private static Optional<Duration> ahead(RecordedRow row) {
        if (row.departure() == null || row.arrival() == null || row.elapsed() == null) return Optional.empty();
        long minutes = Duration.between(row.arrival(), row.departure())
                .plus(row.elapsed())
                .toMinutes();
        return Optional.of(Duration.ofMinutes(Math.floorMod(minutes + DAY / 2, DAY) - DAY / 2));
    }

    private Leg leg(RecordedRow row) {
        LocalDateTime out = out(row);
        LocalTime departure = row.departure() == null ? null : row.departure().minus(aheadOf(row));
        LocalDateTime departed = atOrAfter(out.minus(EARLIEST), departure);
        LocalDateTime landed = atOrAfter(departed, row.wheelsOn());
        LocalDateTime arrived = atOrAfter(landed == null ? departed : landed, row.arrival());
        return new Leg(
                schedule(row),
                instant(out),
                instant(departed),
                instant(landed),
                instant(arrived),
                row.cancelled(),
                row.diverted());
    }

    private LocalDateTime out(RecordedRow row) {
        return row.date().atTime(row.scheduledDeparture()).minus(aheadOf(row));
    }

    private LocalDateTime in(RecordedRow row) {
        return atOrAfter(out(row), row.scheduledArrival());
    }

    private Duration aheadOf(RecordedRow row) {
        return ahead(row).orElse(ahead.getOrDefault(row.origin(), UNKNOWN));
    }

    private FlightState schedule(RecordedRow row) {
        String flight = row.carrier() + row.number();
        return FlightState.of(String.join("-", flight, row.date().toString(), row.origin()))
                .flight(flight)
                .state("scheduled")
                .origin(row.city())
                .scheduled(instant(in(row)))
                .arrival(row.scheduledArrival().toString())
                .airline(row.carrier())
                .build();
    }

    private Instant instant(LocalDateTime local) {
        return local == null ? null : local.atZone(zone).toInstant();
    }

    private static LocalDateTime atOrAfter(LocalDateTime earliest, LocalTime clock) {
        if (earliest == null || clock == null) return null;
        LocalDateTime sameDay = earliest.with(clock);
        return sameDay.isBefore(earliest) ? sameDay.plusDays(1) : sameDay;
    }
}
