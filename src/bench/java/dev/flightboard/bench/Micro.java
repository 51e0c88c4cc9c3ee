package dev.flightboard.bench;

import org.openjdk.jmh.Main;

/** The JMH benchmarks of this class path. */
final class Micro {

    private Micro() {}

    static void run(Settings settings) throws Exception {
        Main.main(
                settings.smoke()
                        ? new String[] {"-f", "1", "-wi", "1", "-i", "1", "-w", "200ms", "-r", "200ms"}
                        : new String[] {"-rf", "text", "-rff", "target/bench/micro.txt"});
    }
}
