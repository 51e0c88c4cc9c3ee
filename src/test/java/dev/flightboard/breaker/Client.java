package dev.flightboard.breaker;

import dev.flightboard.support.EventText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;

/** One client as far as its bytes go: asks, reads what it is told, and tells its checker. Owned by the clients' thread. */
final class Client {

    final Habit habit;
    final Checker checker;
    final Recent recent = new Recent();
    private final Tally tally;
    private final Random random;
    private final EventText events = new EventText();
    private final StringBuilder board = new StringBuilder();
    private Answer answer;
    private boolean asksForBoard;
    private boolean inStream;
    private String cursor = "";
    private long retryMillis = 1_000;

    Client(int number, Ledger ledger, Tally tally, long seed) {
        this.habit = Habit.of(number);
        this.checker = new Checker(ledger, habit.view(), number, !habit.slow(), tally);
        this.tally = tally;
        this.random = new Random(seed * 1_000 + number);
        this.asksForBoard = habit.beginsWithBoard();
    }

    byte[] request(long now) {
        events.clear();
        board.setLength(0);
        answer = new Answer();
        recent.add((asksForBoard ? "asks for the board" : "asks for the stream with '" + cursor + "'"), now);
        return ("GET " + (asksForBoard ? "/flights" : "/events") + habit.view().query()
                        + " HTTP/1.0\r\nHost: localhost\r\n"
                        + (asksForBoard ? "" : "Accept: text/event-stream\r\n")
                        + (habit.gzip() ? "Accept-Encoding: gzip\r\n" : "")
                        + (cursor.isEmpty() || asksForBoard ? "" : "Last-Event-ID: " + cursor + "\r\n")
                        + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    void read(byte[] bytes, int length, long now) {
        String text = answer.read(bytes, length);
        if (asksForBoard) board.append(text);
        if (asksForBoard || !answer.isOk()) return;
        if (!inStream) checker.connected(now);
        inStream = true;
        events.read(text, event -> take(event, now));
    }

    /** The connection has ended, by whomever; returns after how many milliseconds the client comes back. */
    long ended(long now, String how) {
        recent.add(how, now);
        checker.disconnected();
        boolean hasBoard = asksForBoard
                && answer != null
                && answer.isOk()
                && board.toString().endsWith("]\n");
        if (hasBoard) board(now);
        if (answer != null) {
            if (answer.isRefusal()) tally.refusal();
            answer.end();
        }
        if (hasBoard) asksForBoard = false;
        else if (inStream) asksForBoard = habit.beginsWithBoard();
        answer = null;
        inStream = false;
        return hasBoard ? 0 : retryMillis / 2 + random.nextInt((int) retryMillis);
    }

    int cutAfter() {
        // From within the first head to long after the whole board.
        return 1 << (4 + random.nextInt(13)) | random.nextInt(1 << 10);
    }

    int pauseMillis() {
        return 200 + random.nextInt(3_000);
    }

    private void board(long now) {
        cursor = answer.header("last-event-id");
        checker.connected(now);
        checker.forgets();
        recent.add("has a board with " + cursor + ": " + board, now);
        for (String each : board.toString().split("(?=\\{\"id\")")) if (each.startsWith("{")) state(each, now);
        checker.cursor();
        checker.disconnected();
    }

    private void take(EventText.Event event, long now) {
        recent.add(event.text(), now);
        if (event.retryMillis() > 0) retryMillis = event.retryMillis();
        String data = event.data();
        switch (event.name()) {
            case "removed" -> checker.removed(flight(data), now);
            case "reset" -> checker.reset(now);
            case "live" -> checker.live(number("\"flights\":", data), time("\"at\":\"", data), now);
            case "stale" -> checker.stale(time("\"since\":\"", data), now);
            default -> {
                if (!data.isEmpty()) state(data, now);
            }
        }
        if (event.id() == null) return;
        cursor = event.id();
        checker.cursor();
    }

    private void state(String data, long now) {
        int version = Integer.parseInt(text("\"gate\":\"", data));
        checker.state(flight(data), version, text("\"airline\":\"", data), text("\"terminal\":\"", data), now);
    }

    // No parser: of 30,000 events a second, each is read by a core that serves them, too.
    private static int flight(String data) {
        return Integer.parseInt(text("\"id\":\"F", data));
    }

    private static long time(String label, String data) {
        return Instant.parse(text(label, data)).toEpochMilli();
    }

    private static String text(String label, String data) {
        int from = data.indexOf(label) + label.length();
        return data.substring(from, data.indexOf('"', from));
    }

    private static int number(String label, String data) {
        int from = data.indexOf(label) + label.length();
        int to = from;
        while (Character.isDigit(data.charAt(to))) to++;
        return Integer.parseInt(data, from, to, 10);
    }
}
