package dev.flightboard.feed;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.KafkaSettings;
import dev.flightboard.SupervisedThread;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;

/**
 * Writes copies of rejected records to the rejected topic, on a thread of its own. If anything is wrong with that topic, its
 * rights or the producer, copies are lost and counted; the board is not delayed.
 */
@Singleton
class RejectedCopies {

    private static final Logger LOG = Logger.getLogger(RejectedCopies.class);

    // Room for eight of the largest copies, or ten thousand of usual size: what may come while a batch
    // is being written.
    private static final int MAX_WAITING_BYTES = 8 << 20;

    // A queue that is full for this long is not being emptied. A board that waits this long at most is not noticed.
    private static final long ROOM_MILLIS = 100;

    private static final Duration RETRY = Duration.ofMinutes(1);

    // How long the end waits for copies that are being written: short enough for any grace period.
    private static final Duration LAST_WAIT = Duration.ofSeconds(2);

    // How late the thread may notice that it must end.
    private static final long POLL_MILLIS = 200;

    private final FlightboardConfig config;
    private final Topics topics;
    private final KafkaClients clients;
    private final KafkaSettings kafka;
    private final FeedMetrics metrics;
    private final OncePerMinute once = new OncePerMinute();
    private final BlockingQueue<ProducerRecord<byte[], byte[]>> waiting = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(MAX_WAITING_BYTES);
    private final SupervisedThread thread = new SupervisedThread("rejected-copies", this::run);
    private boolean started;
    private volatile boolean accepting = true;
    private volatile Exception failure;

    RejectedCopies(
            FlightboardConfig config, Topics topics, KafkaClients clients, KafkaSettings kafka, FeedMetrics metrics) {
        this.config = config;
        this.topics = topics;
        this.clients = clients;
        this.kafka = kafka;
        this.metrics = metrics;
    }

    /** Called by the feed's thread when Kafka is there, the first time and whenever it follows another topic. */
    void start() {
        if (!started) thread.start();
        started = true;
    }

    void stop() throws InterruptedException {
        thread.stop(() -> {});
    }

    /** Called by the feed's thread. */
    void add(ProducerRecord<byte[], byte[]> copy) throws InterruptedException {
        if (accepting && room.tryAcquire(size(copy), ROOM_MILLIS, TimeUnit.MILLISECONDS)) {
            waiting.add(copy);
        } else {
            metrics.uncopied(1);
            if (!accepting) return;
            // The next ones are not waited for.
            accepting = false;
            failure = new KafkaException("they come faster than they are written");
        }
    }

    private void run() throws InterruptedException {
        while (!thread.stopping()) {
            try {
                failure = null;
                accepting = true;
                ensureTopic();
                copy();
            } catch (KafkaException | LinkageError failed) {
                warn(failed);
                accepting = false;
                drop();
                thread.pause(RETRY);
            }
        }
    }

    private void ensureTopic() throws InterruptedException {
        if (!config.feed().createTopics()) return;
        Admin admin = clients.admin();
        try {
            topics.ensureRejected(admin);
        } finally {
            KafkaClients.close(admin);
        }
    }

    /** Writes copies until the end, or until one fails. */
    private void copy() throws InterruptedException {
        Producer<byte[], byte[]> producer = null;
        try {
            while (!thread.stopping()) {
                ProducerRecord<byte[], byte[]> copy = waiting.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (failure != null) throw new KafkaException(failure);
                if (copy == null) continue;
                room.release(size(copy));
                // Made when there is a record to copy: most services never have one.
                if (producer == null) producer = clients.producer();
                producer.send(copy, (sent, failed) -> {
                    if (failed != null) lost(failed);
                });
            }
        } finally {
            if (producer != null) producer.close(LAST_WAIT);
        }
    }

    /** On the producer's thread, or on this one. */
    private void lost(Exception cause) {
        metrics.uncopied(1);
        // The next copy may be written.
        if (cause instanceof RecordTooLargeException) warn(cause);
        else failure = cause;
    }

    private void drop() {
        for (ProducerRecord<byte[], byte[]> copy = waiting.poll(); copy != null; copy = waiting.poll()) {
            room.release(size(copy));
            metrics.uncopied(1);
        }
    }

    private void warn(Throwable cause) {
        if (!once.isTimeFor("copies")) return;
        LOG.warnf(
                "Rejected records cannot be copied; next try in a minute. topic=%s cause=\"%s\"",
                Topics.rejected(config.topic()), kafka.withoutSecrets(Failure.of(cause)));
    }

    private static int size(ProducerRecord<byte[], byte[]> copy) {
        // The rest is for headers and objects.
        return copy.value().length + 1024;
    }
}
