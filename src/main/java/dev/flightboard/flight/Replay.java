package dev.flightboard.flight;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * A day whose time is not the clock's: at which moment of it a replay began, and how fast it goes. After so many seconds of the
 * clock the day is so many times the speed further. It travels in a header of each record that is replayed, so that every
 * replica can tell its browsers.
 *
 * @param began by the clock
 * @param from the same moment by the day's time
 * @param until where the day's time stops
 * @param speed seconds of the day that pass in one second
 */
public record Replay(Instant began, Instant from, Instant until, int speed) {

    /** On every record of a simulator; without content on those that are of the present. */
    public static final String HEADER = "simulator";

    // Four parts of which the longest has 30 characters; a header may be as long as a record.
    private static final int MAX_BYTES = 128;
    private static final int MAX_SPEED = 100_000;

    public Replay {
        if (speed < 1 || speed > MAX_SPEED) throw new IllegalArgumentException("speed is not 1 to " + MAX_SPEED);
        Checks.year("from", from);
        Checks.year("until", until);
        Checks.year("began", began);
    }

    /** As {@link #toHeader} writes it; null if it is none, whatever it is. */
    public static Replay parse(byte[] header) {
        if (header == null || header.length == 0 || header.length > MAX_BYTES) return null;
        String[] parts = new String(header, StandardCharsets.UTF_8).split(" ");
        if (parts.length != 4) return null;
        try {
            return new Replay(
                    Instant.parse(parts[0]),
                    Instant.parse(parts[1]),
                    Instant.parse(parts[2]),
                    Integer.parseInt(parts[3]));
        } catch (DateTimeException | IllegalArgumentException other) {
            return null;
        }
    }

    public byte[] toHeader() {
        return (began + " " + from + " " + until + " " + speed).getBytes(StandardCharsets.UTF_8);
    }
}
