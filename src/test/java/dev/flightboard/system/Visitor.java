package dev.flightboard.system;

import dev.flightboard.support.EventText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * One browser, as far as the bytes of its stream go: keeps the board that they tell, its cursor and the longest silence, and
 * notes what must not be. Owned by the crowd's thread.
 */
final class Visitor {

    private static final String ID = "\"id\":\"F";
    private static final String GATE = "\"gate\":\"";

    private final Map<Integer, Integer> gates = new HashMap<>();
    private final int[] newest = new int[Airport.FLIGHTS];
    private final StringBuilder head = new StringBuilder();
    private final EventText events = new EventText();
    private boolean inBody;
    private boolean live;
    private String lastEventId = "";
    private long retryMillis = 3000;
    private long lastHeard;
    private long longestSilence;
    private int ends;
    private String fault;

    /** The request of a browser that comes, or comes back. HTTP/1.0: the body then is the stream, up to its end. */
    byte[] request() {
        head.setLength(0);
        events.clear();
        inBody = false;
        String cursor = lastEventId.isEmpty() ? "" : "Last-Event-ID: " + lastEventId + "\r\n";
        return ("GET /events HTTP/1.0\r\nHost: localhost\r\nAccept: text/event-stream\r\n" + cursor + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    void read(String text) {
        if (inBody) {
            events.read(text, this::take);
            return;
        }
        head.append(text);
        int end = head.indexOf("\r\n\r\n");
        if (end < 0) return;
        // A browser that gets any status but 200 stays away.
        if (!head.substring(0, end).matches("(?s)HTTP/1\\.[01] 200 .*")) fault(head.toString());
        inBody = true;
        events.read(head.substring(end + 4), this::take);
    }

    /** The stream has ended; returns after how many milliseconds the browser comes back. */
    long ended() {
        if (!inBody) fault("no answer: " + head);
        if (!events.unread().isEmpty()) fault("cut within an event: " + events.unread());
        ends++;
        return retryMillis;
    }

    private void take(EventText.Event event) {
        if (event.id() != null) lastEventId = event.id();
        if (event.retryMillis() > 0) retryMillis = event.retryMillis();
        heard();
        switch (event.name()) {
            case "" -> state(event.data());
            case "removed" -> gates.remove(numberAfter(ID, event.data()));
            case "reset" -> gates.clear();
            case "live" -> live = true;
            default -> {}
        }
    }

    private void heard() {
        long now = System.nanoTime();
        if (live) longestSilence = Math.max(longestSilence, now - lastHeard);
        lastHeard = now;
    }

    private void state(String data) {
        if (data.isEmpty()) return;
        int flight = numberAfter(ID, data);
        int gate = numberAfter(GATE, data);
        if (gate < newest[flight]) fault("F" + flight + " went back from " + newest[flight] + " to " + gate);
        newest[flight] = gate;
        gates.put(flight, gate);
    }

    // No parser: of 30,000 events a second, each is read by the same core that serves it.
    private static int numberAfter(String label, String data) {
        int from = data.indexOf(label) + label.length();
        return Integer.parseInt(data, from, data.indexOf('"', from), 10);
    }

    void fault(String what) {
        if (fault == null) fault = what;
    }

    String fault() {
        return fault;
    }

    boolean isLive() {
        return live;
    }

    /** What is wrong with its board, and how it stands; null where it shows this one. */
    String misses(Map<Integer, Integer> board) {
        if (gates.equals(board)) return null;
        long wrong = board.entrySet().stream()
                .filter(each -> !each.getValue().equals(gates.get(each.getKey())))
                .count();
        return "%d of %d flights are wrong, %d ends, last heard %d ms ago, %s, fault: %s, cursor %s, unread: %s"
                .formatted(
                        wrong,
                        board.size(),
                        ends,
                        (System.nanoTime() - lastHeard) / 1_000_000,
                        inBody ? "in the body" : "not answered",
                        fault,
                        lastEventId,
                        events.unread());
    }

    int ends() {
        return ends;
    }

    long longestSilenceMillis() {
        return longestSilence / 1_000_000;
    }
}
