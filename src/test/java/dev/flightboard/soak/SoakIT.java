package dev.flightboard.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.Chromium;
import dev.flightboard.support.Replica;
import dev.flightboard.support.TestKafka;
import dev.flightboard.support.Wait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Leaves one replica and one page running under load, and refuses whatever grows; {@code -Dsoak.seconds=3600} goes on for an
 * hour, {@code -Dsoak.leaks=true} lets Netty look for buffers that nobody released.
 */
@Tag("soak")
class SoakIT {

    private static final int SECONDS = Integer.getInteger("soak.seconds", 120);
    private static final boolean LEAKS = Boolean.getBoolean("soak.leaks");
    private static final int CLIENTS = 1_000;
    private static final long SEED = 1;
    private static final Path FOLDER = Path.of("target", "soak");

    // As many points as a chart has room for, three times.
    private static final int SAMPLE_SECONDS = Math.max(1, SECONDS / 360);

    // One in twenty in a minute.
    private static final int EXCHANGED = Math.max(1, CLIENTS / 20 * SAMPLE_SECONDS / 60);

    // Some minutes, as a flight that nobody closes; in a short soak still so short that the board is steady in time.
    private static final Duration MAX_AGE = Duration.ofSeconds(Math.min(180, Math.max(20, SECONDS / 6)));

    // Each minute, or so often that a short soak has it, too.
    private static final Duration ROTATION = Duration.ofSeconds(Math.min(60, Math.max(20, SECONDS / 6)));

    private final Latencies latencies = new Latencies();

    @Test
    void whateverTheServiceUsesStaysFlat() throws Exception {
        TestKafka kafka = TestKafka.shared();
        String topic = kafka.createTopic(3);
        try (Replica replica = Replica.ready(settings(kafka.servers(), topic), options());
                Airport airport = new Airport(kafka.servers(), topic, MAX_AGE, SEED);
                Chromium chromium = new Chromium()) {
            airport.start();
            OpenPage page =
                    new OpenPage(chromium, chromium.open(replica, "").live().page());

            try (Followers followers = new Followers(replica.port(), CLIENTS, latencies, SEED)) {
                soak(replica, airport, followers, page);
            }

            chromium.assertNoComplaints();
        }
    }

    private void soak(Replica replica, Airport airport, Followers followers, OpenPage page) throws Exception {
        Outside outside = new Outside(replica);
        Samples samples = new Samples(outside, latencies, page);

        try {
            load(samples, followers);
        } finally {
            // Whatever failed, the figures up to then may say why.
            samples.write(FOLDER);
        }
        report(samples, outside, airport, followers);

        airport.pause();
        awaitEveryBoard(followers, airport);
        assertThat(airport.failures()).isZero();
        assertEndedByRotationOnly(outside.metrics(), followers);
        assertNoLeak(replica.log());
        // The detector's own cost is not the service's.
        if (!LEAKS)
            assertThat(samples.growing()).as("what grows; see " + FOLDER).isEmpty();
    }

    private static Map<String, String> settings(String servers, String topic) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                servers,
                "FLIGHTBOARD_TOPIC",
                topic,
                "FLIGHTBOARD_BOARD_MAX_AGE",
                MAX_AGE.toSeconds() + "s",
                // What is kept of flights that are gone must come to an end, too; not before each client has a newer
                // cursor.
                "FLIGHTBOARD_BOARD_TOMBSTONE_MEMORY",
                Math.max(60, MAX_AGE.toSeconds()) + "s",
                "FLIGHTBOARD_STREAM_MAX_AGE",
                ROTATION.toSeconds() + "s");
    }

    /** As the image runs it, but for a heap of a fixed size. */
    private static List<String> options() {
        List<String> options = new ArrayList<>(List.of("-Xmx256m", "-XX:+UseG1GC", "-XX:+ExitOnOutOfMemoryError"));
        if (LEAKS) {
            options.add("-Dio.netty.leakDetection.level=paranoid");
            // It then says at its start how closely it looks.
            options.add("-Dquarkus.log.category.\"io.netty.util.ResourceLeakDetector\".level=DEBUG");
        }
        return options;
    }

    private static void load(Samples samples, Followers followers) throws Exception {
        long began = System.nanoTime();
        for (double due = SAMPLE_SECONDS; due <= SECONDS; due = Math.max(due + SAMPLE_SECONDS, secondsSince(began))) {
            Thread.sleep((long) Math.max(0, (due - secondsSince(began)) * 1_000));
            samples.take(secondsSince(began) / 60);
            followers.exchange(EXCHANGED);
        }
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    /** Some are always on their way back: each must be right once, while nothing changes. */
    private static void awaitEveryBoard(Followers followers, Airport airport) {
        Set<Follower> right = new HashSet<>();
        Wait.untilAsserted("every client's board", () -> {
            Collection<Flight> onTopic = airport.onTopic();
            long now = System.currentTimeMillis();
            List<String> wrong = followers.look((all, tally) -> {
                List<String> misses = new ArrayList<>();
                for (Follower each : all) {
                    if (right.contains(each)) continue;
                    String amiss = each.misses(onTopic, MAX_AGE, now);
                    if (amiss == null) right.add(each);
                    else misses.add(each.filter + " " + amiss);
                }
                return misses;
            });
            assertThat(wrong).isEmpty();
        });
        assertThat(right).hasSize(CLIENTS);
    }

    private static void assertEndedByRotationOnly(Metrics metrics, Followers followers) {
        Map<String, Double> ends = metrics.counted("flightboard_stream_ends_total");
        System.out.println("streams ended: " + ends);
        assertThat(ends).containsOnlyKeys("rotation", "client-closed");
        assertThat(ends.get("client-closed")).isLessThanOrEqualTo(followers.left());
        assertThat(metrics.counted("flightboard_stream_refused_total")).isEmpty();
        // A browser connects ahead, and is late with its request.
        assertThat(metrics.counted("flightboard_connections_ended_total").keySet())
                .isSubsetOf("late");
        followers.look((all, tally) -> {
            assertThat(tally.refusals()).isZero();
            assertThat(tally.resets()).isZero();
            assertThat(tally.longestStaleMillis()).isZero();
            return tally;
        });
    }

    private static void assertNoLeak(String log) {
        if (LEAKS) assertThat(log).contains("leakDetection.level: paranoid");
        assertThat(log.lines().filter(each -> each.contains("LEAK:"))).isEmpty();
    }

    private static void report(Samples samples, Outside outside, Airport airport, Followers followers) {
        samples.all().forEach(System.out::println);
        followers.look((all, tally) -> {
            System.out.printf(
                    "%d flights, %d states told, %d clients left, %d resets, %d refusals%n",
                    airport.flights(), tally.states(), followers.left(), tally.resets(), tally.refusals());
            return tally;
        });
        System.out.printf(
                "processor: %d s of the replica, %d s of this test and Kafka%n",
                outside.cpu().toSeconds(),
                ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toSeconds());
    }
}
