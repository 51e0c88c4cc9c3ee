package dev.flightboard.simulator;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.FlightboardConfig.Simulator.Mode;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The day that the settings ask for; settings that make none stop the start, by an error that names them. */
final class Days {

    private static final String PREFIX = "FLIGHTBOARD_SIMULATOR_";

    private Days() {}

    static Optional<Day> choose(Mode mode, FlightboardConfig.Simulator settings, ZoneId zone, Instant now) {
        return Optional.ofNullable(
                switch (mode) {
                    case OFF -> null;
                    case DEMO -> new DemoDay(settings.seed(), now, zone);
                    case RECORDED -> recorded(settings, zone, now);
                    case LOAD ->
                        new LoadDay(settings.flights(), settings.departures(), settings.rate(), settings.seed(), now);
                });
    }

    private static Day recorded(FlightboardConfig.Simulator settings, ZoneId zone, Instant now) {
        Path file = required("RECORDING", settings.recording());
        String airport = required("AIRPORT", settings.airport());
        LocalDate date = required("DATE", settings.date());
        List<RecordedRow> rows = rows(file, airport);
        List<Leg> legs = Legs.due(date, rows, zone);
        if (legs.isEmpty()) {
            throw new ConfigurationException(PREFIX + "RECORDING=" + file + " has no flight to or from " + PREFIX
                    + "AIRPORT=" + airport + " due on " + PREFIX + "DATE=" + date + "; " + dates(rows));
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate shown = settings.today() ? today : date;
        // At the pace of the clock the day is as far as the clock is.
        Duration opens = settings.today() && settings.speed() == 1
                ? Duration.between(today.atStartOfDay(zone).toInstant(), now)
                : Duration.ZERO;
        return new RecordedDay(airport, date, shown, zone, legs, opens, settings.speed());
    }

    private static List<RecordedRow> rows(Path file, String airport) {
        try {
            return RecordedTable.read(file, airport);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(PREFIX + "RECORDING=" + file + " does not exist");
        } catch (IOException e) {
            throw new ConfigurationException(PREFIX + "RECORDING=" + file + " cannot be read: " + e.getMessage());
        }
    }

    private static String dates(List<RecordedRow> rows) {
        if (rows.isEmpty()) return "it has none of that airport";
        LocalDate first = rows.stream()
                .map(RecordedRow::date)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate last = rows.stream()
                .map(RecordedRow::date)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return "it has " + rows.size() + " from " + first + " to " + last;
    }

    private static <T> T required(String setting, Optional<T> value) {
        return value.orElseThrow(() ->
                new ConfigurationException(PREFIX + setting + " is missing: " + PREFIX + "MODE=recorded needs it"));
    }
}
