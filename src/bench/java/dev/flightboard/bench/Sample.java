package dev.flightboard.bench;

import java.io.IOException;

/**
 * A moment of a run; the difference of two of them is an interval.
 *
 * @param cpuMicros of the server's process
 * @param compilerMicros what of it its just-in-time compilers used
 * @param otherMicros of all processes that take no part
 * @param sent how many changes
 */
record Sample(long nanos, long cpuMicros, long compilerMicros, long otherMicros, long sent) {

    static Sample of(Jvm server, Jvm broker, Plan plan) throws IOException {
        long cpu = server.cpuMicros();
        long ours = cpu + Jvm.ownCpuMicros() + (broker == null ? 0 : broker.cpuMicros());
        return new Sample(System.nanoTime(), cpu, server.compilerMicros(), Machine.busyMicros() - ours, plan.sent());
    }

    Sample since(Sample earlier) {
        return new Sample(
                nanos - earlier.nanos,
                cpuMicros - earlier.cpuMicros,
                compilerMicros - earlier.compilerMicros,
                otherMicros - earlier.otherMicros,
                sent - earlier.sent);
    }

    double seconds() {
        return nanos / 1e9;
    }

    /** Of one core, in percent. */
    double cpuPercent() {
        return cpuMicros * 100_000.0 / nanos;
    }

    /** What the compilers used, of one core, in percent. */
    double compilerPercent() {
        return compilerMicros * 100_000.0 / nanos;
    }

    double othersPercent() {
        return Math.max(0, otherMicros * 100_000.0 / nanos);
    }
}
