package dev.flightboard.http;

import dev.flightboard.fanout.View;
import dev.flightboard.flight.FlightState;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the view that a request's query asks for. */
final class Filters {

    // A page asks for a handful of terminals or airlines. The hub compares every change with every view.
    static final int MAX_VALUES = 32;

    // A wall's page asks for its direction besides what its address names.
    private static final String NOT_COUNTED = "direction";

    private Filters() {}

    /** Reads the fields that a view can be of, each repeatable; ignores the rest. */
    static View of(MultivaluedMap<String, String> query) {
        Map<String, Set<String>> wanted = new TreeMap<>();
        int most = query.containsKey(NOT_COUNTED) ? MAX_VALUES + 1 : MAX_VALUES;
        int values = 0;
        for (String field : View.fields()) {
            List<String> given = query.get(field);
            if (given == null) continue;
            for (String value : given) {
                // A form that was cleared sends empty values: they mean no filter.
                if (value.isEmpty()) continue;
                if (value.length() > FlightState.MAX_TEXT_LENGTH || ++values > most) {
                    throw refused(field);
                }
                wanted.computeIfAbsent(field, any -> new TreeSet<>()).add(value);
            }
        }
        return wanted.isEmpty() ? View.WHOLE_BOARD : new View(wanted);
    }

    private static BadRequestException refused(String field) {
        return new BadRequestException(Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_PLAIN)
                .entity("filters take up to %d values of up to %d characters; look at %s%n"
                        .formatted(MAX_VALUES, FlightState.MAX_TEXT_LENGTH, field))
                .build());
    }
}
