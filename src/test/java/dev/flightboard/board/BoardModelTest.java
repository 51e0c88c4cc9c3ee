package dev.flightboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.ManualClock;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to a topic, its replicas and its browsers, in whatever order: in the end all hold the same board. */
class BoardModelTest {

    @ParameterizedTest
    @MethodSource("seeds")
    void aBrowserThatMovesBetweenReplicasAlwaysEndsWithTheBoard(int seed) {
        Random random = new Random(seed);
        ManualClock clock = new ManualClock("2026-01-31T10:00:00Z");
        ModelTopic topic = new ModelTopic(random, clock);
        ModelReplica[] replicas = {new ModelReplica(topic, random, clock), new ModelReplica(topic, random, clock)};
        ModelSubscriber browser = new ModelSubscriber();

        for (int step = 0; step < 300; step++) {
            int one = random.nextInt(replicas.length);
            switch (random.nextInt(18)) {
                case 0, 1, 2, 3, 4 -> topic.write();
                case 5, 6, 7, 8 -> replicas[one].read();
                case 9 -> browser.drain();
                case 10 -> browser.reconnect(replicas[one]);
                case 11, 12 -> replicas[one].catchUp();
                case 13 -> {
                    // A flush comes within a second.
                    for (ModelReplica each : replicas) each.flush(browser);
                    clock.pass(Duration.ofSeconds(random.nextInt(40 * 60)));
                }
                case 14 -> topic.compact();
                case 15, 16 -> replicas[one].flush(browser);
                default -> {
                    if (random.nextInt(3) > 0 && topic.partitions.size() < 5) topic.addPartition();
                    else replicas[one] = new ModelReplica(topic, random, clock);
                }
            }
        }
        for (ModelReplica each : replicas) {
            each.catchUp();
            each.flush(browser);
        }
        browser.reconnect(replicas[random.nextInt(replicas.length)]);

        assertThat(replicas[0].held()).isEqualTo(topic.board());
        assertThat(replicas[1].held()).isEqualTo(topic.board());
        assertThat(browser.held()).isEqualTo(topic.board());
    }

    static int[] seeds() {
        return new Random(1).ints(500).toArray();
    }
}
