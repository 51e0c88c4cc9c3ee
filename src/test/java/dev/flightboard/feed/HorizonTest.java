package dev.flightboard.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.common.errors.LeaderNotAvailableException;
import org.junit.jupiter.api.Test;

class HorizonTest {

    private final Horizon horizon = new Horizon();
    private final long[] places = {0, 0};

    @Test
    void anEndThatIsNotReachedStaysTheMarkHoweverManyAnswersFollow() {
        horizon.told(view(1, 10, 10));
        horizon.told(view(2, 20, 20));
        horizon.told(view(3, 30, 30));

        read(10, 10);

        assertThat(reachedAt()).contains(1L);
    }

    @Test
    void theNewestAnswerIsTheNextMark() {
        horizon.told(view(1, 10, 10));
        horizon.told(view(2, 20, 20));
        horizon.told(view(3, 30, 30));
        read(10, 10);
        reachedAt();

        read(30, 30);

        assertThat(reachedAt()).contains(3L);
    }

    @Test
    void theNewestAnswerCountsWhereAllAreReached() {
        horizon.told(view(1, 10, 10));
        horizon.told(view(2, 20, 20));

        read(20, 20);

        assertThat(reachedAt()).contains(2L);
    }

    @Test
    void eachAnswerIsReachedOnce() {
        horizon.told(view(1, 0, 0));
        reachedAt();

        assertThat(reachedAt()).isEmpty();
    }

    @Test
    void everyPartitionMustBeReached() {
        horizon.told(view(1, 10, 10));

        read(10, 9);

        assertThat(reachedAt()).isEmpty();
    }

    @Test
    void anAnswerWithoutEveryEndIsNoMark() {
        horizon.told(new TopicView(
                7, new long[] {10, TopicView.UNKNOWN}, new LeaderNotAvailableException("partition 1"), 0, 1));

        read(10, 10);

        assertThat(reachedAt()).isEmpty();
    }

    @Test
    void aLogThatWasCutShortReplacesAMarkBeyondItsEnd() {
        horizon.told(view(1, 10, 10));
        read(8, 10);

        horizon.told(view(2, 8, 10));

        assertThat(reachedAt()).contains(2L);
    }

    private Optional<Long> reachedAt() {
        return horizon.reached(partition -> places[partition]).map(TopicView::askedAt);
    }

    private void read(long... next) {
        System.arraycopy(next, 0, places, 0, next.length);
    }

    private static TopicView view(long askedAt, long... ends) {
        return new TopicView(7, ends, null, 0, askedAt);
    }
}
