package dev.flightboard.support;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** A flight as a producer writes it, an arrival unless it says where it goes to: its id is its designator, and each step is a new one. */
public record Arrival(String flight, Map<String, String> fields) {

    public static Arrival of(String flight) {
        return new Arrival(flight, Map.of()).with("flight", flight).with("state", "scheduled");
    }

    public Arrival with(String field, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new Arrival(flight, more);
    }

    /** Scheduled so many minutes from now. */
    public Arrival in(int minutes) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        return with("scheduled", now.plus(Duration.ofMinutes(minutes)).toString());
    }

    /** Expected so many minutes after schedule. */
    public Arrival late(int minutes) {
        Instant scheduled = Instant.parse(fields.get("scheduled"));
        return with("estimated", scheduled.plus(Duration.ofMinutes(minutes)).toString());
    }

    public Arrival state(String state) {
        return with("state", state);
    }

    public Arrival from(String origin) {
        return with("origin", origin);
    }

    /** A departure, to there. */
    public Arrival to(String destination) {
        return with("direction", "departure").with("destination", destination);
    }

    /** The record's value; texts must need no escape. */
    public String json() {
        StringBuilder json = new StringBuilder("{");
        fields.forEach((field, value) ->
                json.append('"').append(field).append("\":\"").append(value).append("\","));
        return json.deleteCharAt(json.length() - 1).append('}').toString();
    }
}
