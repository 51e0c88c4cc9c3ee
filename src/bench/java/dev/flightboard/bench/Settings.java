package dev.flightboard.bench;

import java.util.List;

/**
 * What a run is asked for, by system properties.
 *
 * @param scenario {@code -Dbench=}: a name, or {@code all}
 * @param smoke {@code -Dbench.size=smoke}: a fraction of the load for seconds, to see that all of it works
 * @param servers {@code -Dbench.servers=}: a Kafka to use; empty for one of its own
 * @param contenders {@code -Dbench.contenders=}: which of flightboard, textbook, floor take part
 * @param rounds {@code -Dbench.rounds=}: how often each contender has its turn; its median counts
 * @param jvm {@code -Dbench.jvm=}: options of the JVM that serves, separated by spaces
 * @param java {@code -Dbench.java=}: the home of the JVM that serves
 */
record Settings(
        String scenario,
        boolean smoke,
        String servers,
        List<Contender> contenders,
        int rounds,
        List<String> jvm,
        String java) {

    static Settings read() {
        return new Settings(
                System.getProperty("bench", "all"),
                System.getProperty("bench.size", "full").equals("smoke"),
                System.getProperty("bench.servers", ""),
                Contender.named(System.getProperty("bench.contenders", "flightboard,textbook,floor")),
                Integer.getInteger("bench.rounds", 1),
                // As in the image, in a container of the deployment's 768 MiB.
                List.of(System.getProperty("bench.jvm", "-Xmx230m -XX:+UseG1GC").split(" ")),
                System.getProperty("bench.java", System.getProperty("java.home")));
    }

    // Until all connections are in their routine.
    int leastWarmUpSeconds() {
        return smoke ? 1 : 10;
    }

    // The compilers of the three processes have been seen at work for 70 s; the last of it is little.
    int mostWarmUpSeconds() {
        return smoke ? 1 : 90;
    }

    // At 10 ms a tick of CPU time, an error below a hundredth at a tenth of a core.
    int seconds() {
        return smoke ? 2 : 15;
    }

    int sized(int full) {
        return smoke ? Math.max(1, full / 50) : full;
    }

    /** As many as Netty and Vert.x take by default. */
    static int eventLoops() {
        return 2 * Runtime.getRuntime().availableProcessors();
    }

    // A client costs a tenth of what the server spends on it; a thread more would take the server's core.
    static int readers() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 4);
    }
}
