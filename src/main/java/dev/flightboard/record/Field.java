package dev.flightboard.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The fields of a record's value. */
enum Field {
    FLIGHT,
    STATE,
    ORIGIN,
    SCHEDULED,
    ESTIMATED,
    ACTUAL,
    ARRIVAL,
    AIRLINE,
    TERMINAL,
    GATE,
    BELT,
    CODESHARES,
    DIRECTION,
    DESTINATION,
    DEPARTURE,
    VIA,
    DESKS,
    REMARK;

    final String title = name().toLowerCase(Locale.ROOT);

    static List<String> titles() {
        return Arrays.stream(values()).map(field -> field.title).toList();
    }
}
