package dev.flightboard.bench;

import java.util.List;

/**
 * What a run is asked for, by system properties.
 *
 * @param scenario {@code -Dbench=}: a name, or {@code all}
 * @param smoke {@code -Dbench.size=smoke}: a hundredth of the load for a few seconds, to see that all of it works
 * @param servers {@code -Dbench.servers=}: a Kafka to use; empty for one of its own
 * @param contenders {@code -Dbench.contenders=}: which of flightboard, textbook, floor take part
 * @param jvm {@code -Dbench.jvm=}: options of the JVM that serves, separated by spaces
 */
record Settings(String scenario, boolean smoke, String servers, List<Contender> contenders, List<String> jvm) {

    static Settings read() {
        return new Settings(
                System.getProperty("bench", "all"),
                System.getProperty("bench.size", "full").equals("smoke"),
                System.getProperty("bench.servers", ""),
                Contender.named(System.getProperty("bench.contenders", "flightboard,textbook,floor")),
                List.of(System.getProperty("bench.jvm", "-Xmx512m").split(" ")));
    }

    // Until the server's compiler has seen all of its work: the cost of a delivery falls for about this long.
    int warmUpSeconds() {
        return smoke ? 2 : 10;
    }

    // At 10 ms a tick of CPU time, an error below a thousandth.
    int seconds() {
        return smoke ? 2 : 15;
    }

    int sized(int full) {
        return smoke ? Math.max(1, full / 50) : full;
    }

    /** As many as Netty and Vert.x take by default. */
    int eventLoops() {
        return 2 * Runtime.getRuntime().availableProcessors();
    }

    // A client costs a tenth of what the server spends on it; a thread more would take the server's core.
    int readers() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 4);
    }
}
