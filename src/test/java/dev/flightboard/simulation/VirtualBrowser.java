package dev.flightboard.simulation;

import dev.flightboard.board.Cursor;
import dev.flightboard.board.Head;
import dev.flightboard.board.Position;
import dev.flightboard.fanout.Frame;
import dev.flightboard.fanout.View;
import dev.flightboard.http.SimulatedSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A plain {@code EventSource}, to the letter of the standard, behind a socket that holds so many bytes: it reads when the
 * simulation says so, may be cut at any byte, and comes back with the id of the last event that it had whole.
 */
final class VirtualBrowser {

    private static final View[] VIEWS = {
        View.WHOLE_BOARD,
        new View(Map.of("terminal", java.util.Set.of("A"))),
        new View(Map.of("terminal", java.util.Set.of("B", "C"))),
        new View(Map.of("flight", java.util.Set.of("F1", "F2"))),
        new View(Map.of("direction", java.util.Set.of("departure"))),
        new View(Map.of("direction", java.util.Set.of("arrival"), "terminal", java.util.Set.of("A"))),
        new View(Map.of("desk", java.util.Set.of("B7")))
    };

    private static final Duration HEARTBEAT = VirtualReplica.CONFIG.stream().heartbeat();
    private static final Duration AHEAD_WAIT = VirtualReplica.CONFIG.stream().aheadWait();

    private final Random random;
    private final VirtualTime time;
    private final int socketSize;
    private final boolean compressed;
    final View view;

    /** By id, each flight's gate. */
    private final Map<String, String> board = new TreeMap<>();

    private String after = "";
    private String lastEventId = "";
    private Connection connection;
    private int speed = 1;
    private Boolean live;
    private long heardAt;

    /** Whether anything that it can come back with was told on this connection: until then it may be waited with. */
    private boolean isTold;

    /** What it was told in a frame that it did not get whole; and where that frame leads. */
    private final Set<String> ahead = new HashSet<>();

    private Position aheadUpTo;

    VirtualBrowser(Random random, VirtualTime time) {
        this.time = time;
        this.random = random;
        this.compressed = random.nextInt(3) > 0;
        this.view = VIEWS[random.nextInt(VIEWS.length)];
        this.socketSize = random.nextInt(3) == 0 ? 100 : 5_000;
    }

    boolean isConnected() {
        return connection != null && !connection.socket.hasEnded();
    }

    boolean isOf(VirtualReplica replica) {
        return isConnected() && connection.replica == replica;
    }

    Map<String, String> board() {
        return board;
    }

    /** Whether it was last told that it is live, rather than stale; null before it was told either. */
    Boolean live() {
        return live;
    }

    /** Of the day that it was last told of; 1 for the present. */
    int speed() {
        return speed;
    }

    boolean hasReadAll() {
        return connection == null || connection.socket.sent() == connection.socket.read();
    }

    /** Opens a stream: as a new page, as one that took the board from {@code /flights} first, or as one that returns. */
    void connect(VirtualReplica replica) {
        close();
        if (random.nextInt(8) == 0) fetch(replica);
        else if (random.nextInt(12) == 0) forget();
        if (random.nextInt(30) == 0) lastEventId = "nonsense";
        trace("connects to " + replica.hashCode() + " with " + lastEventId + "/" + after + " holding " + board);
        connection = new Connection(replica, replica.loops[random.nextInt(replica.loops.length)]);
        heardAt = time.millis();
        live = null;
        isTold = false;
        String seen = lastEventId.isEmpty() ? after : lastEventId;
        Cursor cursor = seen.isEmpty() ? null : Cursor.parse(seen).orElse(null);
        connection.open(cursor);
    }

    /** {@code GET /flights}: a body and its cursor. */
    private void fetch(VirtualReplica replica) {
        Head head = replica.hub.head();
        if (!head.complete()) return;
        forget();
        VirtualReplica.shown(head, view).forEach((id, state) -> board.put(id, state.gate()));
        after = head.cursor(view.fingerprint()).toString();
    }

    private void forget() {
        board.clear();
        after = "";
        lastEventId = "";
        ahead.clear();
    }

    /**
     * A board that grew stale a while ago is told so to all who were told anything, and nobody is left without a word for
     * longer than a heartbeat and a quarter. To be asked of who has read all that there is.
     */
    void checkTold(Duration tolerance) {
        if (!isConnected() || live == null || !hasReadAll()) return;
        if (connection.replica.isStaleFor(tolerance) && live)
            throw new AssertionError("a browser takes a board for live that has been stale");
        long silence = time.millis() - heardAt;
        long wait = isTold ? 0 : AHEAD_WAIT.toMillis();
        if (silence > HEARTBEAT.toMillis() * 5 / 4 + wait + tolerance.toMillis())
            throw new AssertionError("a browser has heard nothing for " + silence + " ms");
    }

    /** Goes away without a word; the server hears of it later. */
    void close() {
        if (connection == null) return;
        Connection closed = connection;
        if (!closed.toldOfFrame.isEmpty() && !closed.ends.isEmpty()) {
            ahead.addAll(closed.toldOfFrame);
            aheadUpTo = closed.ends.peek().to;
        }
        closed.socket.close();
        closed.loop.execute(closed.socket::leave);
        connection = null;
    }

    /** Cut off together with a partition's leader: within a frame, it may have been told what is lost, and has no id for it. */
    void loseWithTheTopic() {
        close();
        if (!ahead.isEmpty()) forget();
    }

    /** Reads so many bytes of what the socket holds. */
    void read(int most) {
        if (connection != null) connection.read(most);
    }

    private final class Connection {

        private final VirtualReplica replica;
        private final VirtualLoop loop;
        private final SimulatedSocket socket = new SimulatedSocket(socketSize, compressed, this::written);
        private final Deque<End> ends = new ArrayDeque<>();
        private final StringBuilder block = new StringBuilder();
        private final Set<String> toldOfFrame = new HashSet<>();
        private long revision;

        /** What the last {@code live} of a frame said; -1 for nothing. */
        private int counted = -1;

        /** Where a frame ends, and what must be on the board by then. */
        private record End(int at, Position to, Map<String, String> board) {}

        private Connection(VirtualReplica replica, VirtualLoop loop) {
            this.replica = replica;
            this.loop = loop;
        }

        private void open(Cursor cursor) {
            loop.execute(() -> socket.follow(
                    replica.hub.frames(loop, view, cursor, compressed), loop, VirtualReplica.CONFIG.stream()));
        }

        private void written(Frame frame) {
            if (frame.to() == null) return;
            if (frame.to().revision() < revision) throw new AssertionError("a frame leads back");
            revision = frame.to().revision();
            Map<String, String> expected = new TreeMap<>();
            VirtualReplica.shown(replica.hub.headOf(frame.to()), view)
                    .forEach((id, state) -> expected.put(id, state.gate()));
            ends.add(new End(socket.sent(), frame.to(), expected));
        }

        private void read(int most) {
            int left = Math.min(most, socket.sent() - socket.read());
            while (left > 0) {
                // To the end of a frame: by then it must have the whole of its text.
                int toEnd = ends.isEmpty() ? left : ends.peek().at - socket.read();
                int count = toEnd <= 0 ? left : Math.min(left, toEnd);
                left -= count;
                for (byte each : socket.read(count)) take(each);
                if (!ends.isEmpty() && ends.peek().at == socket.read()) compare(ends.poll());
            }
        }

        private void take(byte next) {
            block.append((char) (next & 0xff));
            int length = block.length();
            if (length < 2 || block.charAt(length - 1) != '\n' || block.charAt(length - 2) != '\n') return;
            trace("reads " + block.toString().replace('\n', ' '));
            take(block.toString());
            block.setLength(0);
        }

        private void compare(End end) {
            int count = counted;
            counted = -1;
            toldOfFrame.clear();
            // A replica that has not read as far need not know of it.
            if (!ahead.isEmpty() && covers(end.to, aheadUpTo)) ahead.clear();
            Map<String, String> held = new TreeMap<>(board);
            held.keySet().removeAll(ahead);
            end.board.keySet().removeAll(ahead);
            // Who lags, while compaction goes on, is never given what others were told of, until it reads what
            // took its place.
            Predicate<String> replaced = id -> replica.mayHaveMissed(id, end.to);
            held.keySet().removeIf(replaced);
            end.board.keySet().removeIf(replaced);
            boolean all = held.size() == board.size() && ahead.isEmpty();
            if (all && count >= 0 && count != board.size()) {
                throw new AssertionError("told that there are " + count + " flights, holding " + board);
            }
            if (!held.equals(end.board)) {
                throw new AssertionError("after a whole frame the browser holds " + held + ", not " + end.board);
            }
        }

        private void take(String event) {
            String name = "";
            String data = "";
            for (String line : event.split("\n")) {
                if (line.startsWith("id: ")) {
                    lastEventId = line.substring(4);
                    isTold = true;
                } else if (line.startsWith("event: ")) name = line.substring(7);
                else if (line.startsWith("data: ")) data = line.substring(6);
            }
            if (data.isEmpty()) return;
            heardAt = time.millis();
            switch (name) {
                case "" -> {
                    board.put(field(data, "id"), field(data, "gate"));
                    toldOfFrame.add(field(data, "id"));
                    ahead.remove(field(data, "id"));
                }
                case "removed" -> {
                    board.remove(field(data, "id"));
                    toldOfFrame.add(field(data, "id"));
                    ahead.remove(field(data, "id"));
                }
                case "reset" -> {
                    board.clear();
                    ahead.clear();
                    toldOfFrame.clear();
                }
                case "live" -> {
                    live = true;
                    boolean replays = data.contains("\"replay\"");
                    speed = replays ? Integer.parseInt(data.replaceAll(".*\"speed\":([0-9]+).*", "$1")) : 1;
                    counted = Integer.parseInt(data.replaceAll(".*\"flights\":([0-9]+),.*", "$1"));
                }
                case "stale" -> live = false;
                default -> throw new AssertionError(event);
            }
        }
    }

    private void trace(String what) {
        Simulation.trace("  " + view.wanted() + " " + hashCode() + " " + what);
    }

    private static boolean covers(Position one, Position other) {
        for (int partition = 0; partition < 5; partition++) {
            if (one.nextOffset(partition) < other.nextOffset(partition)) return false;
        }
        return true;
    }

    private static String field(String json, String name) {
        int from = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return json.substring(from, json.indexOf('"', from));
    }
}
