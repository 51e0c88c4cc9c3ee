package dev.flightboard.simulator;

import java.util.List;
import java.util.Locale;

/**
 * The columns of the recorded table that are read, under every name that the Bureau's downloads have for them. Capitals, blanks
 * and underscores do not matter: {@code CRS_DEP_TIME} is {@code CRSDepTime}.
 */
enum RecordedColumn {
    DATE(true, "FL_DATE", "FlightDate"),
    CARRIER(true, "OP_UNIQUE_CARRIER", "Reporting_Airline", "UniqueCarrier", "OP_CARRIER", "Carrier"),
    NUMBER(true, "OP_CARRIER_FL_NUM", "Flight_Number_Reporting_Airline", "FlightNum", "FL_NUM"),
    ORIGIN(true, "ORIGIN"),
    ORIGIN_CITY(false, "ORIGIN_CITY_NAME"),
    DESTINATION(true, "DEST"),
    DESTINATION_CITY(false, "DEST_CITY_NAME"),
    SCHEDULED_DEPARTURE(true, "CRS_DEP_TIME"),
    DEPARTURE(true, "DEP_TIME"),
    /** Not written down before 1995. */
    WHEELS_ON(false, "WHEELS_ON"),
    SCHEDULED_ARRIVAL(true, "CRS_ARR_TIME"),
    ARRIVAL(true, "ARR_TIME"),
    ELAPSED(true, "ACTUAL_ELAPSED_TIME"),
    CANCELLED(true, "CANCELLED"),
    DIVERTED(true, "DIVERTED");

    final boolean required;

    /** The first one is named in the message when the column is missing. */
    final List<String> names;

    RecordedColumn(boolean required, String... names) {
        this.required = required;
        this.names = List.of(names);
    }

    /** Its place among the headers, or -1. */
    int in(List<String> headers) {
        List<String> folded = headers.stream().map(RecordedColumn::folded).toList();
        return names.stream()
                .mapToInt(name -> folded.indexOf(folded(name)))
                .filter(place -> place >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
