package dev.flightboard.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordFlowTest {

    private static final Duration ANSWER = Duration.ofSeconds(3);

    // Of what came into the topic while the answer was on its way, the board may hold nothing when it has reached the
    // ends in it.
    @Test
    void aBoardBegunAnewIsAsOldAsTheQuestionToWhichKafkaNamedTheTopic() {
        ManualClock clock = new ManualClock("2026-01-31T10:00:00Z");
        try (TestFeed feed = TestFeed.stopped(clock)) {
            long askedAt = System.nanoTime() - ANSWER.toNanos();

            feed.flow.follow(new TopicView(7, new long[] {0}, null, 0, askedAt));

            assertThat(feed.board.head().asOf())
                    .isBeforeOrEqualTo(clock.instant().minus(ANSWER));
            assertThat(feed.board.head().heldAt()).isEqualTo(askedAt);
        }
    }
}
