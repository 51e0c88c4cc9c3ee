package dev.flightboard.simulator;

import dev.flightboard.flight.Direction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far the clocks of origins are from UTC, which the table does not say. It follows from the flights that were completed,
 * whose clock times and elapsed times are both known; for the others, from that of the nearest day, as clocks change.
 */
final class OriginClocks {

    private static final int DAY = 24 * 60;

    // For an origin of which no flight was completed. An hour ahead of the airport: only flights shorter than
    // that can seem to arrive before they leave.
    private static final Duration UNKNOWN = Duration.ofHours(1);

    private final ZoneId airport;
    private final Map<String, NavigableMap<LocalDate, ZoneOffset>> known = new HashMap<>();

    OriginClocks(List<RecordedRow> rows, ZoneId airport) {
        this.airport = airport;
        for (RecordedRow row : rows) {
            if (row.direction() == Direction.DEPARTURE) continue;
            completed(row)
                    .ifPresent(offset -> known.computeIfAbsent(row.origin(), origin -> new TreeMap<>())
                            .put(row.date(), offset));
        }
    }

    ZoneOffset offset(RecordedRow row) {
        return completed(row).or(() -> nearest(row)).orElseGet(() -> ahead(UNKNOWN, at(row.date())));
    }

    private Optional<ZoneOffset> completed(RecordedRow row) {
        if (row.departure() == null || row.arrival() == null || row.elapsed() == null) return Optional.empty();
        long minutes = Duration.between(row.arrival(), row.departure())
                .plus(row.elapsed())
                .toMinutes();
        Duration ahead = Duration.ofMinutes(Math.floorMod(minutes + DAY / 2, DAY) - DAY / 2);
        // Ahead of what the airport's clocks show when the flight arrives, which may be after they changed.
        LocalDateTime departure = row.date().atTime(row.departure());
        Instant arrival = departure.toInstant(ahead(ahead, at(row.date()))).plus(row.elapsed());
        return Optional.of(ahead(ahead, airport.getRules().getOffset(arrival)));
    }

    private Optional<ZoneOffset> nearest(RecordedRow row) {
        NavigableMap<LocalDate, ZoneOffset> days = known.get(row.origin());
        if (days == null) return Optional.empty();
        Map.Entry<LocalDate, ZoneOffset> before = days.floorEntry(row.date());
        Map.Entry<LocalDate, ZoneOffset> after = days.ceilingEntry(row.date());
        if (before == null || after == null) return Optional.of((before == null ? after : before).getValue());
        long since = row.date().toEpochDay() - before.getKey().toEpochDay();
        long until = after.getKey().toEpochDay() - row.date().toEpochDay();
        return Optional.of((since <= until ? before : after).getValue());
    }

    private ZoneOffset at(LocalDate date) {
        return airport.getRules().getOffset(date.atTime(12, 0));
    }

    private static ZoneOffset ahead(Duration ahead, ZoneOffset offset) {
        long seconds = offset.getTotalSeconds() + ahead.toSeconds();
        // Where nonsense was written, the nearest offset there is.
        int most = ZoneOffset.MAX.getTotalSeconds();
        return ZoneOffset.ofTotalSeconds((int) Math.max(-most, Math.min(most, seconds)));
    }
}
