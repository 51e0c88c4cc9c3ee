package dev.flightboard.simulator;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/**
 * One row of the recorded table. Clock times have no date, and are null where nothing was written; departures are by the
 * clock of the origin, arrivals by that of the airport.
 *
 * @param date local, of the scheduled departure
 */
record RecordedRow(
        LocalDate date,
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

    static final List<String> COLUMNS = List.of(
            "FL_DATE",
            "OP_UNIQUE_CARRIER",
            "OP_CARRIER_FL_NUM",
            "ORIGIN",
            "DEST",
            "CRS_DEP_TIME",
            "DEP_TIME",
            "WHEELS_ON",
            "CRS_ARR_TIME",
            "ARR_TIME",
            "ACTUAL_ELAPSED_TIME",
            "CANCELLED",
            "DIVERTED");
    private static final String CITY = "ORIGIN_CITY_NAME";

    // As downloaded 1/11/2023 12:00:00 AM; as many tools write it anew, 2023-01-11.
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("[M/d/uuuu][uuuu-MM-dd]", Locale.ROOT);
    private static final Pattern NAME = Pattern.compile("[A-Z0-9]{1,5}");
    private static final Pattern CITY_NAME = Pattern.compile("[\\p{L}][\\p{L} ./'-]{0,63}");

    RecordedRow {
        for (String name : List.of(carrier, number, origin)) {
            if (!NAME.matcher(name).matches()) throw new IllegalArgumentException("no name: " + name);
        }
        if (scheduledDeparture == null || scheduledArrival == null) throw new IllegalArgumentException("no schedule");
    }

    /** Throws IllegalArgumentException or DateTimeException if the row makes no sense. */
    static RecordedRow of(CSVRecord row) {
        return new RecordedRow(
                LocalDate.parse(row.get("FL_DATE").split(" ", 2)[0], DATE),
                row.get("OP_UNIQUE_CARRIER"),
                row.get("OP_CARRIER_FL_NUM"),
                row.get("ORIGIN"),
                city(row),
                clock(row.get("CRS_DEP_TIME")),
                clock(row.get("DEP_TIME")),
                clock(row.get("WHEELS_ON")),
                clock(row.get("CRS_ARR_TIME")),
                clock(row.get("ARR_TIME")),
                minutes(row.get("ACTUAL_ELAPSED_TIME")),
                isYes(row.get("CANCELLED")),
                isYes(row.get("DIVERTED")));
    }

    // "Dallas/Fort Worth, TX"; the column may be missing.
    private static String city(CSVRecord row) {
        String city = row.isSet(CITY) ? row.get(CITY).split(",", 2)[0] : "";
        return CITY_NAME.matcher(city).matches() ? city : row.get("ORIGIN");
    }

    // HHMM, leading zeros or not; midnight may be 2400.
    private static LocalTime clock(String text) {
        if (text.isEmpty()) return null;
        int time = Integer.parseInt(text);
        return time == 2400 ? LocalTime.MIDNIGHT : LocalTime.of(time / 100, time % 100);
    }

    // Whole numbers, with decimals in older downloads.
    private static Duration minutes(String text) {
        return text.isEmpty() ? null : Duration.ofMinutes((long) Double.parseDouble(text));
    }

    private static boolean isYes(String text) {
        return !text.isEmpty() && Double.parseDouble(text) != 0;
    }
}
