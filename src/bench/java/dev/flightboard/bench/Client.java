package dev.flightboard.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * One browser. Checks every byte it is sent against the plan: of each flight the states in their order, none that was
 * not produced. Owned by its reader's thread.
 */
final class Client {

    private static final byte[] DATA = "data:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = {};
    private static final int SNAPSHOT_STEPS = 4;

    // Of a gzip stream without options (RFC 1952).
    private static final int GZIP_HEADER = 10;

    private final Plan plan;
    private final String airline;
    private final int[] newest;
    private final boolean compressed;
    private Inflater inflater;
    private int headerLeft;
    private Chunks chunks = new Chunks();
    private byte[] rest = NOTHING;
    private int restLength;
    private String event = "";
    private String data = "";
    private byte[] id = NOTHING;
    private int idLength;
    private boolean live;
    private long states;

    /**
     * @param airline the one airline it watches; null for the whole board
     * @param compressed whether it asks for a compressed stream
     */
    Client(Plan plan, String airline, boolean compressed) {
        this.compressed = compressed;
        this.plan = plan;
        this.airline = airline;
        newest = new int[plan.flights()];
        Arrays.fill(newest, Plan.NONE);
        begin();
    }

    private void begin() {
        if (!compressed) return;
        if (inflater != null) inflater.end();
        inflater = new Inflater(true);
        headerLeft = GZIP_HEADER;
    }

    boolean isCompressed() {
        return compressed;
    }

    String path() {
        return airline == null ? "/events" : "/events?airline=" + airline.replace(" ", "%20");
    }

    /** Whether it has been told that it is up to date. */
    boolean isLive() {
        return live;
    }

    /** How many states it was sent. */
    long states() {
        return states;
    }

    /** What it would send as Last-Event-ID. */
    String lastEventId() {
        return new String(id, 0, idLength, StandardCharsets.US_ASCII);
    }

    /** Takes what has been sent until now as known: for servers that tell no past. */
    void assumeLatest() {
        for (int flight = 0; flight < newest.length; flight++) {
            if (airline == null || airline.equals(plan.airline(flight))) newest[flight] = plan.latest(flight);
        }
        live = true;
    }

    /** The connection is gone; the next bytes begin a new response. */
    void reconnected() {
        chunks = new Chunks();
        begin();
        restLength = 0;
        live = false;
    }

    /** Whether it holds, of every flight it watches, the newest state that was sent, and nothing of any other. */
    boolean hasLatest() {
        for (int flight = 0; flight < newest.length; flight++) {
            boolean watched = airline == null || airline.equals(plan.airline(flight));
            if (newest[flight] != (watched ? plan.latest(flight) : Plan.NONE)) return false;
        }
        return true;
    }

    /**
     * @param at when it came
     * @param packed room for as many bytes
     * @param text room for as many bytes and the rest of an event
     */
    void read(byte[] raw, long at, byte[] packed, byte[] text, Tally tally) {
        int sent = plan.sent();
        if (compressed) {
            inflate(packed, chunks.decode(raw, raw.length, packed, 0), text, sent, at, tally);
        } else {
            System.arraycopy(rest, 0, text, 0, restLength);
            take(text, chunks.decode(raw, raw.length, text, restLength), sent, at, tally);
        }
    }

    private void inflate(byte[] packed, int length, byte[] text, int sent, long now, Tally tally) {
        int skipped = Math.min(headerLeft, length);
        headerLeft -= skipped;
        inflater.setInput(packed, skipped, length - skipped);
        try {
            while (true) {
                System.arraycopy(rest, 0, text, 0, restLength);
                int count = inflater.inflate(text, restLength, text.length - restLength);
                if (count == 0) return;
                take(text, restLength + count, sent, now, tally);
            }
        } catch (DataFormatException broken) {
            throw new IllegalStateException("not deflate: " + broken.getMessage(), broken);
        }
    }

    private void take(byte[] text, int to, int sent, long now, Tally tally) {
        int from = events(text, to, sent, now, tally);
        restLength = to - from;
        if (restLength > rest.length) rest = new byte[restLength];
        System.arraycopy(text, from, rest, 0, restLength);
    }

    /** Returns where the first event begins that is not yet complete. */
    private int events(byte[] text, int to, int sent, long now, Tally tally) {
        int begin = 0;
        for (int line = 0; ; ) {
            int end = planned(text, line, to, sent, now, tally);
            if (end > 0) {
                begin = line = end;
                continue;
            }
            end = line;
            while (end < to && text[end] != '\n') end++;
            if (end == to) return begin;
            if (end > line) {
                field(text, line, end);
                line = end + 1;
            } else {
                begin = line = end + 1;
                dispatch(sent, now, tally);
            }
        }
    }

    /** The usual case, at the speed of a comparison: the line is the next state of its flight, and ends the event. */
    private int planned(byte[] text, int line, int to, int sent, long now, Tally tally) {
        int json = line + DATA.length;
        if (json >= to || text[line] != 'd' || !event.isEmpty()) return 0;
        if (text[json] == ' ') json++;
        int flight = plan.flightAt(text, json, to);
        if (flight == Plan.NONE) return 0;
        int change = newest[flight] == Plan.NONE ? plan.latest(flight) : plan.next(newest[flight]);
        // A snapshot may be a little older than what has been sent since.
        int steps = newest[flight] == Plan.NONE ? SNAPSHOT_STEPS : 1;
        for (; change != Plan.NONE && change < sent && steps > 0; change = plan.previous(change), steps--) {
            byte[] expected = plan.json(change);
            int end = json + expected.length;
            if (end + 2 > to || text[end] != '\n' || text[end + 1] != '\n') continue;
            if (!Arrays.equals(text, json, end, expected, 0, expected.length)) continue;
            show(flight, change, now, tally);
            return end + 2;
        }
        return 0;
    }

    private void field(byte[] text, int from, int to) {
        if (text[from] == 'i') {
            int value = from + "id: ".length();
            idLength = to - value;
            if (idLength > id.length) id = new byte[idLength];
            System.arraycopy(text, value, id, 0, idLength);
        } else {
            String line = new String(text, from, to - from, StandardCharsets.US_ASCII);
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).stripLeading();
            if (line.startsWith("event:")) event = value;
            else if (line.startsWith("data:")) data = value;
        }
    }

    private void dispatch(int sent, long now, Tally tally) {
        String name = event;
        event = "";
        if (data.isEmpty()) return;
        switch (name) {
            case "" -> state(sent, now, tally);
            case "live" -> live = true;
            case "reset" -> {
                Arrays.fill(newest, Plan.NONE);
                tally.resets++;
            }
            case "removed" -> removed(tally);
            default -> tally.violated(name + " " + data);
        }
        data = "";
    }

    private void state(int sent, long now, Tally tally) {
        byte[] json = data.getBytes(StandardCharsets.US_ASCII);
        int flight = plan.flightAt(json, 0, json.length);
        int change = flight == Plan.NONE ? Plan.NONE : Plan.changeOf(data);
        if (change < 0 || change >= sent || !Arrays.equals(json, plan.json(change))) {
            tally.violated("invented: " + data);
        } else if (change < newest[flight]) {
            tally.violated("change " + change + " after change " + newest[flight] + ": " + data);
        } else if (change == newest[flight]) {
            tally.repeated++;
        } else {
            show(flight, change, now, tally);
        }
    }

    private void show(int flight, int change, long now, Tally tally) {
        int before = newest[flight];
        newest[flight] = change;
        states++;
        tally.deliveries++;
        if (!live) return;
        tally.delivered(now - plan.sentAt(change));
        for (int each = plan.previous(change); each != before && each != Plan.NONE; each = plan.previous(each)) {
            tally.skipped++;
        }
    }

    private void removed(Tally tally) {
        byte[] json = data.getBytes(StandardCharsets.US_ASCII);
        int flight = plan.flightAt(json, 0, json.length);
        // No plan removes a flight; what a client does not hold may be called removed.
        if (flight == Plan.NONE || newest[flight] != Plan.NONE) tally.violated("removed: " + data);
    }
}
