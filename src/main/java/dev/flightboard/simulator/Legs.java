package dev.flightboard.simulator;

import dev.flightboard.flight.Direction;
import dev.flightboard.flight.FlightState;
import dev.flightboard.flight.FlightStateBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Finds the points in time behind a recorded table's clock times, at the airport and at the origins. */
final class Legs {

    // Nothing leaves four hours early, and little leaves 20 hours late.
    private static final Duration EARLIEST = Duration.ofHours(4);

    private final ZoneId zone;
    private final OriginClocks origins;

    private Legs(List<RecordedRow> rows, ZoneId zone) {
        this.zone = zone;
        this.origins = new OriginClocks(rows, zone);
    }

    /** The legs that were due at the airport, or to leave it, on that date, by its own clock. */
    static List<Leg> due(LocalDate date, List<RecordedRow> rows, ZoneId zone) {
        Legs legs = new Legs(rows, zone);
        return rows.stream()
                .map(row -> row.direction() == Direction.DEPARTURE ? legs.outbound(row) : legs.inbound(row))
                .filter(leg ->
                        leg.scheduled().scheduled().atZone(zone).toLocalDate().equals(date))
                .toList();
    }

    private Leg inbound(RecordedRow row) {
        ZoneOffset origin = origins.offset(row);
        LocalDateTime scheduledOut = row.date().atTime(row.scheduledDeparture());
        Instant out = scheduledOut.toInstant(origin);
        Instant departed = row.departure() == null
                ? null
                : next(scheduledOut.minus(EARLIEST).toInstant(origin), row.departure(), origin);
        Instant landed = next(departed, row.wheelsOn(), zone);
        Instant arrived = next(landed == null ? departed : landed, row.arrival(), zone);
        FlightState scheduled = schedule(row)
                .origin(row.city())
                .scheduled(next(out, row.scheduledArrival(), zone))
                .arrival(row.scheduledArrival().toString())
                .build();
        return new InboundLeg(scheduled, out, departed, landed, arrived, row.cancelled(), row.diverted());
    }

    private Leg outbound(RecordedRow row) {
        LocalDateTime local = row.date().atTime(row.scheduledDeparture());
        Instant out = local.atZone(zone).toInstant();
        Instant departed = next(out.minus(EARLIEST), row.departure(), zone);
        FlightState scheduled = schedule(row)
                .direction(Direction.DEPARTURE)
                .destination(row.city())
                .scheduled(out)
                .departure(row.scheduledDeparture().toString())
                .build();
        return new OutboundLeg(scheduled, departed, row.cancelled());
    }

    private static FlightStateBuilder schedule(RecordedRow row) {
        String flight = row.carrier() + row.number();
        return FlightState.of(String.join("-", flight, row.date().toString(), row.origin()))
                .flight(flight)
                .state("scheduled")
                .airline(row.carrier());
    }

    /** When clocks there show that time first, at that moment or after it; in the hour that clocks leave out, an hour later. */
    private static Instant next(Instant from, LocalTime clock, ZoneId zone) {
        if (from == null || clock == null) return null;
        LocalDate today = from.atZone(zone).toLocalDate();
        for (LocalDate day = today; ; day = day.plusDays(1)) {
            LocalDateTime local = day.atTime(clock);
            Instant first = local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
            if (!first.isBefore(from)) return first;
            Instant second = local.atZone(zone).withLaterOffsetAtOverlap().toInstant();
            if (!second.isBefore(from)) return second;
        }
    }
}
