package dev.flightboard.breaker;

import dev.flightboard.breaker.Fault.Area;
import dev.flightboard.breaker.Fault.Step;
import dev.flightboard.support.Replica;
import dev.flightboard.support.SteppingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What breaks in a replica, or at it. */
final class ReplicaFaults {

    // A time zone set wrong, and a clock that runs wrong: more and less than it takes for a board to be stale.
    private static final List<Duration> STEPS =
            List.of(Duration.ofHours(1), Duration.ofHours(-1), Duration.ofSeconds(40), Duration.ofSeconds(-40));

    // The clock looks once a second how far it is off.
    private static final long CLOCK_MILLIS = 2_000;

    // A board whose clock was set back by a minute at most waits for it; and what it told until then is on its way.
    private static final long BOARD_WAITS_MILLIS = 60_000;
    private static final long ON_ITS_WAY_MILLIS = 10_000;

    // Half of the drain.
    private static final long WITHIN_A_DRAIN_MILLIS = 1_500;

    private final Parts parts;
    private final int number;
    private final Replica replica;
    private final Step startsAgain;
    private final List<Fault> faults = new ArrayList<>();

    private ReplicaFaults(Parts parts, int number) {
        this.parts = parts;
        this.number = number;
        replica = parts.replicas.get(number);
        startsAgain = () -> {
            replica.launch();
            Parts.awaitReady(replica);
        };
    }

    static List<Fault> of(Parts parts, Ledger ledger, Random random) {
        ReplicaFaults replicas = new ReplicaFaults(parts, random.nextInt(Parts.REPLICAS));
        replicas.killed(500 + random.nextInt(2_500));
        replicas.stuck();
        replicas.clock(STEPS.get(random.nextInt(STEPS.size())), ledger);
        return replicas.faults;
    }

    private void killed(int afterMillis) {
        String name = "replica " + number;
        add(name + " killed while it serves", replica::kill, startsAgain);
        Step killedAndStarted = () -> {
            replica.kill();
            replica.launch();
        };
        add(name + " killed and started at once", killedAndStarted, () -> Parts.awaitReady(replica));
        add(name + " drained", replica::stop, startsAgain);
        add(name + " killed while it catches up", replica::kill, () -> {
            replica.launch();
            Thread.sleep(afterMillis);
            replica.kill();
            startsAgain.run();
        });
        Step killedWithinADrain = () -> {
            ProcessHandle.of(replica.pid()).ifPresent(ProcessHandle::destroy);
            Thread.sleep(WITHIN_A_DRAIN_MILLIS);
            replica.kill();
        };
        add(name + " killed while it drains", killedWithinADrain, startsAgain);
    }

    private void stuck() {
        add("replica " + number + " without descriptors", replica::exhaustDescriptors, replica::relieve);
        add("replica " + number + " frozen", replica::freeze, replica::thaw);
        List<Replica> two = List.of(replica, parts.replicas.get((number + 1) % Parts.REPLICAS));
        add("all replicas but one frozen", () -> two.forEach(Replica::freeze), () -> two.forEach(Replica::thaw));
    }

    private void clock(Duration step, Ledger ledger) {
        long back = step.toMillis();
        long waits = ON_ITS_WAY_MILLIS + (back > 0 && back <= BOARD_WAITS_MILLIS ? back : 0);
        Step steps = () -> {
            ledger.clockIsWrong();
            parts.clock.step(step);
        };
        Step isPutRight = () -> {
            parts.clock.step(Duration.ZERO);
            Thread.sleep(CLOCK_MILLIS);
            ledger.clockIsRight(System.currentTimeMillis() + waits);
        };
        String unless = SteppingClock.isInstalled() ? "" : " (without libfaketime it is not)";
        add("clock of replica " + Parts.STEPPING + " off by " + step.toSeconds() + " s" + unless, steps, isPutRight);
    }

    private void add(String name, Step begin, Step end) {
        faults.add(new Fault(name, Area.REPLICAS, begin, end));
    }
}
