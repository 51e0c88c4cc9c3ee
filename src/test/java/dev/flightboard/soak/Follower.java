package dev.flightboard.soak;

import dev.flightboard.breaker.Answer;
import dev.flightboard.breaker.Tally;
import dev.flightboard.support.EventText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * One client: keeps the board that it is told, and comes back with its cursor whenever its stream is ended. Owned by the
 * followers' thread.
 */
final class Follower {

    // The service looks for flights that have come of age once a second, and its way to all clients takes a moment.
    private static final long AGE_TOLERANCE_MILLIS = 3_000;

    final Filter filter;
    private final boolean gzip;
    // Of those whose latency counts; null of the others.
    private final Latencies latencies;
    private final Tally tally;
    private final Random random;
    private final Map<Integer, Integer> board = new HashMap<>();
    private final EventText events = new EventText();
    private Answer answer;
    private String cursor = "";
    private boolean live;
    private long retryMillis;

    Follower(Filter filter, boolean gzip, Latencies latencies, Tally tally, Random random) {
        this.filter = filter;
        this.gzip = gzip;
        this.latencies = latencies;
        this.tally = tally;
        this.random = random;
    }

    byte[] request() {
        events.clear();
        answer = new Answer();
        return ("GET /events" + filter.query() + " HTTP/1.0\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                        + (gzip ? "Accept-Encoding: gzip\r\n" : "")
                        + (cursor.isEmpty() ? "" : "Last-Event-ID: " + cursor + "\r\n")
                        + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    void read(byte[] bytes, int length) {
        String text = answer.read(bytes, length);
        if (answer.isOk()) events.read(text, this::take);
    }

    /** The connection has ended; returns after how many milliseconds the client comes back. */
    long ended() {
        live = false;
        if (answer == null) return retryMillis;
        if (answer.isRefusal()) tally.refusal();
        answer.end();
        answer = null;
        return retryMillis;
    }

    private void take(EventText.Event event) {
        if (event.retryMillis() > 0) retryMillis = event.retryMillis();
        switch (event.name()) {
            case "removed" -> board.remove(number("\"id\":\"F", event.data()));
            case "reset" -> {
                board.clear();
                // P5 and P34: a newcomer has no board yet, and a filtered one may be shorter than what has changed.
                if (!cursor.isEmpty() && filter.equals(Filter.NONE)) tally.reset();
            }
            case "live" -> live = true;
            case "stale" -> {
                live = false;
                tally.stale(1);
            }
            default -> {
                if (!event.data().isEmpty()) state(event.data());
            }
        }
        if (event.id() != null) cursor = event.id();
    }

    private void state(String data) {
        int flight = number("\"id\":\"F", data);
        Integer before = board.put(flight, number("\"gate\":\"", data));
        tally.state(before != null);
        // What a client is told on its way to the present was written long before.
        if (latencies != null && live) latencies.add(longNumber("\"remark\":\"", data));
    }

    /** What is amiss when no flight changes any more; null if nothing is. */
    String misses(Collection<Flight> onTopic, Duration maxAge, long now) {
        if (!live) return "is not live";
        int known = 0;
        for (Flight flight : onTopic) {
            Integer held = board.get(flight.number());
            long left = maxAge.toMillis() - (now - flight.writtenAt());
            if (held != null) known++;
            boolean gone = left < -AGE_TOLERANCE_MILLIS || !filter.shows(flight);
            if (gone && held != null) return "has %s, which is gone".formatted(flight);
            if (gone || held == null && left < AGE_TOLERANCE_MILLIS) continue;
            if (held == null || held != flight.version()) return "has version %d of %s".formatted(held, flight);
        }
        return known == board.size() ? null : "has flights that were removed";
    }

    // No parser: of tens of thousands of events a second, each is read by a core that serves them, too.
    private static int number(String label, String data) {
        return (int) longNumber(label, data);
    }

    private static long longNumber(String label, String data) {
        int from = data.indexOf(label) + label.length();
        return Long.parseLong(data, from, data.indexOf('"', from), 10);
    }
}
