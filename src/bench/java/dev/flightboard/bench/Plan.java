package dev.flightboard.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Every change that a run will produce, numbered from 0: first each flight's opening state, then changes of flights drawn
 * at random from a fixed seed. So a client knows every byte that it may be sent, and what comes next of each flight. The
 * producer's thread marks what is sent; any thread reads.
 */
final class Plan {

    static final int NONE = -1;

    private static final int ID_DIGITS = 6;
    private static final Instant SCHEDULED = Instant.parse("2026-01-01T10:10:00Z");
    private static final List<String> STATES = List.of("departed", "landing", "landed", "arrived", "bags");
    private static final List<String> ORIGINS = List.of("London", "Berlin", "Tokyo", "Buenos Aires", "New York");

    private final int flights;
    private final int airlines;
    private final String[] airlineNames;
    private final int[] flightOf;
    private final int[] previous;
    private final int[] next;
    private final byte[][] json;
    private final long[] sentAt;
    private final int[] latest;
    private volatile int sent;

    /** @param airlines over which the flights are spread evenly; the filter of a filtered run */
    Plan(int flights, int airlines, int changes) {
        this.flights = flights;
        this.airlines = airlines;
        airlineNames = new String[airlines];
        Arrays.setAll(airlineNames, airline -> "Airline " + airline);
        int all = flights + changes;
        flightOf = new int[all];
        previous = new int[all];
        next = new int[all];
        json = new byte[all][];
        sentAt = new long[all];
        latest = new int[flights];
        Arrays.setAll(latest, flight -> flight);
        Arrays.fill(previous, NONE);
        Arrays.fill(next, NONE);
        Random random = new Random(1);
        int[] last = new int[flights];
        for (int change = 0; change < all; change++) {
            int flight = change < flights ? change : random.nextInt(flights);
            flightOf[change] = flight;
            if (change >= flights) {
                previous[change] = last[flight];
                next[last[flight]] = change;
            }
            last[flight] = change;
            json[change] = state(flight, change).getBytes(StandardCharsets.US_ASCII);
        }
    }

    static String id(int flight) {
        return "F" + String.format("%0" + ID_DIGITS + "d", flight);
    }

    String airline(int flight) {
        return airlineNames[flight % airlines];
    }

    private String state(int flight, int change) {
        return "{\"id\":\"" + id(flight) + "\",\"flight\":\"BA" + flight + "\",\"origin\":\""
                + ORIGINS.get(flight % ORIGINS.size()) + "\",\"arrival\":\"10:10\",\"state\":\""
                + STATES.get(change % STATES.size()) + "\",\"scheduled\":\"" + SCHEDULED + "\",\"estimated\":\""
                + SCHEDULED.plusSeconds(change) + "\",\"airline\":\"" + airline(flight) + "\",\"terminal\":\""
                + (1 + flight % 5) + "\",\"gate\":\"B" + (1 + change % 40) + "\",\"belt\":\"" + (1 + change % 9)
                + "\"}";
    }

    int flights() {
        return flights;
    }

    int airlines() {
        return airlines;
    }

    int changes() {
        return json.length;
    }

    /** The change's state as browsers get it. */
    byte[] json(int change) {
        return json[change];
    }

    /** The change's state as Kafka gets it: without the id, which is the key. */
    byte[] value(int change) {
        int from = "{\"id\":\"".length() + 1 + ID_DIGITS + "\",".length();
        byte[] value = Arrays.copyOfRange(json[change], from - 1, json[change].length);
        value[0] = '{';
        return value;
    }

    int flightOf(int change) {
        return flightOf[change];
    }

    /** The change of the same flight before this one; NONE for an opening state. */
    int previous(int change) {
        return previous[change];
    }

    /** The change of the same flight after this one; NONE for the plan's last. */
    int next(int change) {
        return next[change];
    }

    /** The flight's newest change that is sent; its opening state if none is. */
    int latest(int flight) {
        return latest[flight];
    }

    /** The flight named by JSON that begins here, or NONE. */
    int flightAt(byte[] bytes, int from, int to) {
        int at = from + "{\"id\":\"F".length();
        if (to < at + ID_DIGITS) return NONE;
        int flight = 0;
        for (int i = 0; i < ID_DIGITS; i++) {
            int digit = bytes[at + i] - '0';
            if (digit < 0 || digit > 9) return NONE;
            flight = flight * 10 + digit;
        }
        return flight < flights ? flight : NONE;
    }

    /** The change that a state says it is. */
    static int changeOf(String state) {
        String field = "\"estimated\":\"";
        int from = state.indexOf(field) + field.length();
        Instant estimated = Instant.parse(state.substring(from, state.indexOf('"', from)));
        return (int) (estimated.getEpochSecond() - SCHEDULED.getEpochSecond());
    }

    void markSent(int change) {
        sentAt[change] = System.nanoTime();
        latest[flightOf[change]] = change;
        sent = change + 1;
    }

    /** How many changes have been sent; whoever reads it sees all that belongs to them. */
    int sent() {
        return sent;
    }

    long sentAt(int change) {
        return sentAt[change];
    }
}
