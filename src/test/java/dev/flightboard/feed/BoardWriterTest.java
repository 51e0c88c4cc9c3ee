package dev.flightboard.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.board.Board;
import dev.flightboard.flight.Replay;
import dev.flightboard.support.ManualClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardWriterTest {

    private static final TopicPartition PARTITION = new TopicPartition("flights", 0);
    private static final String LANDED = "{\"flight\":\"I768\",\"state\":\"landed\"}";

    private final ManualClock clock = new ManualClock("2026-01-31T10:00:00Z");
    private final TestFeed feed = TestFeed.stopped(clock);
    private final MeterRegistry meters = feed.meters;
    private final Board board = feed.board;
    private long offset;

    @BeforeEach
    void catchUp() {
        board.restart(7, clock.instant(), 0);
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class, ArithmeticException.class})
    void whateverARecordThrowsIsItsRejectionAndTheNextOnesTurn(Class<? extends Throwable> kind) throws Exception {
        Throwable thrown = kind.getConstructor().newInstance();

        write(List.of(record("A1", LANDED, clock.millis()), throwing(thrown), record("B2", LANDED, clock.millis())));

        assertThat(board.head().flights()).isEqualTo(2);
        assertThat(board.head().position().nextOffset(0)).isEqualTo(3);
        assertThat(count("flightboard.feed.rejected", "unreadable")).isOne();
    }

    @Test
    void aFlightWhoseNewestRecordCannotBeReadIsNotShownWithAnOlderOne() throws Exception {
        write(List.of(record("A1", LANDED, clock.millis()), record("A1", "landed", clock.millis())));

        assertThat(board.head().flights()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1_769_853_600L, 1_769_853_600_000_000L})
    void timesThatCannotBeAreCounted(long time) throws Exception {
        write(List.of(record("A1", LANDED, time)));

        assertThat(meters.get("flightboard.feed.implausible.times").counter().count())
                .isOne();
    }

    @Test
    void timesThatCanBeAreNot() throws Exception {
        write(List.of(
                record("A1", LANDED, clock.millis() + Duration.ofHours(14).toMillis()),
                record("B2", LANDED, 946_684_800_000L)));

        assertThat(meters.get("flightboard.feed.implausible.times").counter().count())
                .isZero();
    }

    @Test
    void aSimulatorsRecordSaysOfWhichDayItIs() throws Exception {
        Replay replay = new Replay(clock.instant(), Instant.EPOCH, Instant.EPOCH.plusSeconds(60), 60);
        ConsumerRecord<byte[], byte[]> replayed = record("A1", LANDED, clock.millis());
        replayed.headers().add(Replay.HEADER, replay.toHeader());

        write(List.of(replayed, record("B2", LANDED, clock.millis())));

        assertThat(board.head().replay()).contains(replay);
    }

    @Test
    void aSimulatorsRecordOfThePresentEndsAReplay() throws Exception {
        Replay replay = new Replay(clock.instant(), Instant.EPOCH, Instant.EPOCH.plusSeconds(60), 60);
        board.replays(clock.millis(), replay);
        ConsumerRecord<byte[], byte[]> present = record("A1", LANDED, clock.millis());
        present.headers().add(Replay.HEADER, new byte[0]);

        write(List.of(present));

        assertThat(board.head().replay()).isEmpty();
    }

    private void write(List<ConsumerRecord<byte[], byte[]>> records) throws InterruptedException {
        feed.writer.write(new ConsumerRecords<>(
                Map.of(PARTITION, records), Map.of(PARTITION, new OffsetAndMetadata(records.size()))));
        board.publish(0);
    }

    private ConsumerRecord<byte[], byte[]> record(String key, String value, long time) {
        return new ConsumerRecord<>(
                PARTITION.topic(),
                0,
                offset++,
                time,
                TimestampType.CREATE_TIME,
                0,
                0,
                key.getBytes(UTF_8),
                value.getBytes(UTF_8),
                new RecordHeaders(),
                Optional.empty());
    }

    private ConsumerRecord<byte[], byte[]> throwing(Throwable thrown) {
        return new ConsumerRecord<>(PARTITION.topic(), 0, offset++, "C3".getBytes(UTF_8), LANDED.getBytes(UTF_8)) {
            @Override
            public long timestamp() {
                return clock.millis();
            }

            @Override
            public byte[] value() {
                if (thrown instanceof Error error) throw error;
                throw (RuntimeException) thrown;
            }
        };
    }

    private double count(String name, String reason) {
        return meters.get(name).tag("reason", reason).counter().count();
    }
}
