package dev.flightboard.simulation;

import dev.flightboard.board.Board;
import dev.flightboard.board.Head;
import dev.flightboard.fanout.View;
import dev.flightboard.flight.FlightState;
import dev.flightboard.flight.Replay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** One run: a seed decides every step. */
public final class Simulation {

    private static final boolean TRACE = Boolean.getBoolean("simulation.trace");
    private static final int STEPS = 400;

    private final Random random;
    private final VirtualTime time = new VirtualTime();
    private final VirtualTopic topic;
    private final VirtualReplica[] replicas;
    private final List<VirtualBrowser> browsers = new ArrayList<>();

    /** Whether Kafka answers, for each replica. */
    private final boolean[] hears;

    public Simulation(long seed) {
        this.random = new Random(seed);
        this.topic = new VirtualTopic(random, time);
        this.replicas = new VirtualReplica[1 + random.nextInt(3)];
        this.hears = new boolean[replicas.length];
        for (int i = 0; i < replicas.length; i++) start(i);
        for (int i = 1 + random.nextInt(5); i > 0; i--) browsers.add(new VirtualBrowser(random, time));
    }

    private void start(int which) {
        replicas[which] = new VirtualReplica(topic, random, time);
        hears[which] = true;
    }

    /** {@code -Dsimulation.trace=true} tells each step. */
    static void trace(String what) {
        if (TRACE) System.out.println(what);
    }

    public void run() {
        for (int step = 0; step < STEPS; step++) {
            step();
            check();
        }
        settle();
    }

    private void step() {
        int which = random.nextInt(replicas.length);
        VirtualReplica replica = replicas[which];
        VirtualBrowser browser = browsers.get(random.nextInt(browsers.size()));
        int what = random.nextInt(32);
        trace(time.now() + " " + what + " on " + replica.hashCode());
        switch (what) {
            case 0, 1, 2, 3, 4, 5 -> topic.write();
            case 6, 7, 8 -> {
                if (hears[which]) replica.read();
            }
            case 9, 10 -> {
                if (hears[which]) replica.ask();
            }
            case 11, 12, 13 -> replica.reach();
            case 14 -> {
                if (hears[which]) replica.catchUp();
            }
            case 15, 16, 17 -> replica.flush();
            case 18, 19, 20 -> replica.loops[random.nextInt(2)].step();
            case 21 -> replica.runLoops();
            case 22 -> browser.read(1 + random.nextInt(200));
            case 23, 24 -> browser.read(Integer.MAX_VALUE);
            case 25 -> browser.close();
            case 26 -> browser.connect(replica);
            case 27 -> pass(Duration.ofMillis(random.nextInt(2_000)));
            case 28 -> pass(Duration.ofSeconds(random.nextInt(20)));
            case 29 -> {
                if (random.nextInt(4) == 0) pass(Duration.ofMinutes(random.nextInt(60)));
                else compact();
            }
            case 30 -> hears[which] = random.nextInt(3) > 0;
            default -> rarely(which);
        }
    }

    /** Half of the time late enough that it takes all that was written before it. */
    private void compact() {
        if (random.nextBoolean()) pass(Board.COMPACTION_LAG.plusMinutes(1));
        topic.compact();
    }

    private void rarely(int which) {
        switch (random.nextInt(8)) {
            case 0, 1 -> {
                if (topic.partitions() < 5) topic.addPartition();
            }
            case 2 -> topic.makeAnew();
            case 5 -> {
                if (topic.cut()) browsers.forEach(VirtualBrowser::loseWithTheTopic);
            }
            case 3, 4 -> {
                for (VirtualBrowser each : browsers) if (each.isOf(replicas[which])) each.close();
                start(which);
            }
            default -> replicas[which].catchUp();
        }
    }

    /** Time passes in steps, so that what is due by time is done about then. */
    private void pass(Duration whole) {
        boolean allRead = random.nextInt(3) == 0;
        long left = whole.toMillis();
        while (left > 0) {
            long step = Math.min(left, left >= 60_000 ? 60_000 : 500);
            time.pass(Duration.ofMillis(step));
            left -= step;
            for (int i = 0; i < replicas.length; i++) {
                if (step > 500 && hears[i]) replicas[i].catchUp();
                if (!replicas[i].flushIsDue()) continue;
                replicas[i].flush();
                replicas[i].runLoops();
            }
            if (step > 500) browsers.forEach(each -> each.read(Integer.MAX_VALUE));
            // Two steps more than it takes: what is due is done up to a step late.
            else if (allRead) readAllAndCheck(Duration.ofSeconds(1));
        }
    }

    private void readAllAndCheck(Duration tolerance) {
        for (int i = 0; i < 2; i++) {
            for (VirtualReplica each : replicas) each.runLoops();
            browsers.forEach(each -> each.read(Integer.MAX_VALUE));
        }
        browsers.forEach(each -> each.checkTold(tolerance));
    }

    private void check() {
        for (VirtualReplica each : replicas) compare("a head", each.head(), each.expected());
    }

    private static void compare(String what, Head head, Map<String, FlightState> expected) {
        Map<String, FlightState> shown = VirtualReplica.shown(head, View.WHOLE_BOARD);
        if (!shown.equals(expected))
            throw new AssertionError(what + " shows " + gates(shown) + ", not " + gates(expected));
    }

    private static Map<String, String> gates(Map<String, FlightState> board) {
        Map<String, String> gates = new TreeMap<>();
        board.forEach((id, state) -> gates.put(id, state.gate()));
        return gates;
    }

    /** Everybody reads to the end: all hold the board that is in the topic. */
    private void settle() {
        for (int i = 0; i < replicas.length; i++) hears[i] = true;
        for (int round = 0; round < 3; round++) {
            // Those that wait for a replica to come as far as their cursor wait no longer than this.
            time.pass(Duration.ofSeconds(6));
            for (VirtualReplica each : replicas) {
                each.catchUp();
                each.flush();
                each.runLoops();
            }
            for (VirtualBrowser each : browsers) {
                if (!each.isConnected()) each.connect(replicas[random.nextInt(replicas.length)]);
            }
            for (int i = 0; i < 3; i++) {
                for (VirtualReplica each : replicas) each.runLoops();
                browsers.forEach(each -> each.read(Integer.MAX_VALUE));
            }
        }
        for (VirtualReplica replica : replicas) {
            compare("a replica in the end", replica.hub.head(), replica.expectedAtTheEnd());
            for (VirtualBrowser browser : browsers) {
                if (!browser.isOf(replica)) continue;
                var shown = VirtualReplica.shown(replica.hub.head(), browser.view);
                if (!browser.board().equals(gates(shown))) {
                    throw new AssertionError("a browser ends with " + browser.board() + ", not " + gates(shown));
                }
                int speed = replica.hub.head().replay().map(Replay::speed).orElse(1);
                if (browser.speed() != speed) throw new AssertionError("a browser ends at speed " + browser.speed());
                if (!Boolean.TRUE.equals(browser.live())) throw new AssertionError("a browser ends without being live");
            }
        }
    }
}
