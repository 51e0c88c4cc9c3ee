package dev.flightboard.simulator;

import dev.flightboard.flight.Direction;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One row of the recorded table. Clock times have no date, and are null where nothing was written; departures are by the
 * clock of the origin, arrivals by that of the destination.
 *
 * @param date local, of the scheduled departure
 * @param city at the other end than the airport, or its code
 */
record RecordedRow(
        LocalDate date,
        Direction direction,
        String carrier,
        String number,
        String origin,
        String city,
        LocalTime scheduledDeparture,
        LocalTime departure,
        LocalTime wheelsOn,
        LocalTime scheduledArrival,
        LocalTime arrival,
        Duration elapsed,
        boolean cancelled,
        boolean diverted) {

    // As downloaded 1/11/2023 12:00:00 AM or 2023-01-11; Excel in Europe writes 11.01.2023.
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("[M/d/uuuu][uuuu-MM-dd][uuuuMMdd][d.M.uuuu]", Locale.ROOT);
    private static final Pattern NAME = Pattern.compile("[A-Z0-9]{1,5}");
    private static final Pattern CITY_NAME = Pattern.compile("[\\p{L}][\\p{L} ./'-]{0,63}");

    RecordedRow {
        for (String name : List.of(carrier, number, origin)) {
            if (!NAME.matcher(name).matches()) throw new IllegalArgumentException("no name: \"" + name + "\"");
        }
        if (scheduledDeparture == null || scheduledArrival == null) {
            throw new IllegalArgumentException("no scheduled departure or arrival");
        }
    }

    /** Throws IllegalArgumentException or DateTimeException if the row makes no sense. */
    static RecordedRow of(Direction direction, Function<RecordedColumn, String> row) {
        boolean arrives = direction == Direction.ARRIVAL;
        String other = row.apply(arrives ? RecordedColumn.ORIGIN : RecordedColumn.DESTINATION);
        String city = row.apply(arrives ? RecordedColumn.ORIGIN_CITY : RecordedColumn.DESTINATION_CITY);
        return new RecordedRow(
                LocalDate.parse(row.apply(RecordedColumn.DATE).split("[ T]", 2)[0], DATE),
                direction,
                row.apply(RecordedColumn.CARRIER),
                whole(row.apply(RecordedColumn.NUMBER)),
                row.apply(RecordedColumn.ORIGIN),
                city(city, other),
                clock(row.apply(RecordedColumn.SCHEDULED_DEPARTURE)),
                clock(row.apply(RecordedColumn.DEPARTURE)),
                clock(row.apply(RecordedColumn.WHEELS_ON)),
                clock(row.apply(RecordedColumn.SCHEDULED_ARRIVAL)),
                clock(row.apply(RecordedColumn.ARRIVAL)),
                minutes(row.apply(RecordedColumn.ELAPSED)),
                isYes(row.apply(RecordedColumn.CANCELLED)),
                isYes(row.apply(RecordedColumn.DIVERTED)));
    }

    // "Dallas/Fort Worth, TX"; the column may be missing.
    private static String city(String text, String code) {
        String city = text.split(",", 2)[0];
        return CITY_NAME.matcher(city).matches() ? city : code;
    }

    // HHMM, leading zeros or not; midnight may be 2400. Tools that take it for a number or a time write it anew.
    private static LocalTime clock(String text) {
        if (text.isEmpty()) return null;
        int time = Integer.parseInt(whole(text).replaceFirst("^(\\d{1,2}):(\\d{2})(:\\d{2})?$", "$1$2"));
        return time == 2400 ? LocalTime.MIDNIGHT : LocalTime.of(time / 100, time % 100);
    }

    private static Duration minutes(String text) {
        return text.isEmpty() ? null : Duration.ofMinutes(Integer.parseInt(whole(text)));
    }

    private static boolean isYes(String text) {
        if (text.isEmpty() || text.equalsIgnoreCase("false")) return false;
        return text.equalsIgnoreCase("true") || Integer.parseInt(whole(text)) != 0;
    }

    // 1058.0 where a tool knows only numbers with decimals, 1058,0 where it is set to a language with commas.
    private static String whole(String number) {
        return number.replaceFirst("[.,]0+$", "");
    }
}
