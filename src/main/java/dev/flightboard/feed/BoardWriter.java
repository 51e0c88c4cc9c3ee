package dev.flightboard.feed;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.board.Board;
import dev.flightboard.flight.Replay;
import dev.flightboard.record.FieldNames;
import dev.flightboard.record.Reading;
import dev.flightboard.record.RecordReader;
import dev.flightboard.record.Rejection;
import dev.flightboard.record.Rejection.Reason;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * Puts records on the board. Whatever one record makes reading or applying throw is that record's rejection, and the next
 * one's turn. Owned by the feed's thread.
 */
@Singleton
class BoardWriter {

    private static final Logger LOG = Logger.getLogger(BoardWriter.class);

    private final Board board;
    private final RecordReader reader;
    private final BentFields bent;
    private final RejectedRecords rejected;
    private final RecordTimes times;
    private final OncePerMinute once = new OncePerMinute();

    BoardWriter(FlightboardConfig config, Board board, RejectedRecords rejected, BentFields bent, RecordTimes times) {
        this.board = board;
        this.reader = new RecordReader(
                config.timeZone(),
                config.feed().maxValueBytes(),
                config.feed().format(),
                config.feed().fields().orElse(FieldNames.OURS));
        this.bent = bent;
        this.rejected = rejected;
        this.times = times;
    }

    /** If the JVM fails within a batch, the batch is written again, which does no harm. */
    void write(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
        for (ConsumerRecord<byte[], byte[]> each : records) write(each);
        // Offsets that hold no record are passed, too: compaction and transactions leave such.
        records.nextOffsets().forEach((partition, next) -> board.advance(partition.partition(), next.offset()));
    }

    private void write(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
        times.check(record);
        if (record.leaderEpoch().isPresent())
            board.leader(
                    record.partition(), record.offset(), record.leaderEpoch().get());
        String id = null;
        try {
            id = reader.id(record.key());
            Reading reading = reader.read(id, record.value(), record.headers());
            bent.note(record, reading.bent());
            board.apply(record.partition(), record.offset(), record.timestamp(), id, reading.state());
            noteReplay(record);
            rejected.repaired(id);
        } catch (Rejection rejection) {
            reject(record, id, rejection);
        } catch (RuntimeException | StackOverflowError failed) {
            reject(record, id, new Rejection(Reason.UNREADABLE, where(failed)));
        }
    }

    private void noteReplay(ConsumerRecord<byte[], byte[]> record) {
        Header simulator = record.headers().lastHeader(Replay.HEADER);
        if (simulator != null) board.replays(record.timestamp(), Replay.parse(simulator.value()));
    }

    private void reject(ConsumerRecord<byte[], byte[]> record, String id, Rejection rejection)
            throws InterruptedException {
        try {
            // A flight whose newest record cannot be read is not shown with an older state.
            if (id != null) board.unreadable(record.partition(), record.offset(), record.timestamp(), id);
            rejected.reject(record, id, rejection);
        } catch (RuntimeException | StackOverflowError failed) {
            if (once.isTimeFor("rejections"))
                LOG.errorf(failed, "Records cannot even be rejected. offset=%d", record.offset());
        }
    }

    /** Without the text, which may hold the record's content. */
    private static String where(Throwable failed) {
        StackTraceElement[] stack = failed.getStackTrace();
        return failed.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0]);
    }
}
