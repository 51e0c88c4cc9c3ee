package dev.flightboard.feed;

import dev.flightboard.board.Board;
import dev.flightboard.board.Freshness;
import dev.flightboard.record.Bent;
import dev.flightboard.record.Rejection;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the feed counts; every meter of it is described here, and nowhere else. Any thread. */
@ApplicationScoped
class FeedMetrics {

    private final Map<Rejection.Reason, Counter> rejected = new EnumMap<>(Rejection.Reason.class);
    private final Map<String, Map<Bent.How, Counter>> bent = new ConcurrentHashMap<>();
    private final MeterRegistry meters;
    private final Counter records;
    private final Counter uncopied;
    private final Counter implausibleTimes;
    private volatile long lag;
    private volatile long uncommitted;

    FeedMetrics(MeterRegistry meters, Board board, Freshness freshness) {
        this.meters = meters;
        records = Counter.builder("flightboard.feed.records")
                .description("Records read from the topic")
                .register(meters);
        for (Rejection.Reason reason : Rejection.Reason.values()) {
            rejected.put(
                    reason,
                    Counter.builder("flightboard.feed.rejected")
                            .description("Records that could not be read as a flight's state, by reason")
                            .tag("reason", reason.label())
                            .register(meters));
        }
        uncopied = Counter.builder("flightboard.feed.rejected.uncopied")
                .description("Rejected records of which no copy reached the rejected topic")
                .register(meters);
        implausibleTimes = Counter.builder("flightboard.feed.implausible.times")
                .description("Records whose time is before the year 2000 or more than a day ahead")
                .register(meters);
        Gauge.builder("flightboard.feed.uncommitted.records", () -> uncommitted)
                .description("Records that open transactions hold back, when Kafka was last asked")
                .register(meters);
        Gauge.builder("flightboard.feed.lag.records", () -> lag)
                .description("Records between the feed and the end of the topic, when Kafka was last asked")
                .register(meters);
        Gauge.builder("flightboard.feed.lag", () -> seconds(board, freshness))
                .description("Age of the last moment at which the board held all that the topic held")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("flightboard.board.flights", () -> board.head().flights())
                .description("Flights on the board")
                .register(meters);
        Gauge.builder(
                        "flightboard.board.stale",
                        () -> freshness.staleSince(board.head()).isEmpty() ? 0 : 1)
                .description("1 while the board may be out of date, as after the loss of Kafka")
                .register(meters);
    }

    private static double seconds(Board board, Freshness freshness) {
        if (!board.head().complete()) return Double.NaN;
        return freshness.age(board.head()).toMillis() / 1e3;
    }

    void read(int count) {
        records.increment(count);
    }

    void rejected(Rejection.Reason reason) {
        rejected.get(reason).increment();
    }

    void bent(Bent each) {
        bent.computeIfAbsent(each.field(), first -> new ConcurrentHashMap<>())
                .computeIfAbsent(each.how(), first -> bentCounter(each))
                .increment();
    }

    private Counter bentCounter(Bent each) {
        return Counter.builder("flightboard.feed.bent")
                .description("Fields that were read by their meaning or left out, by field and what became of them")
                .tag("field", each.field())
                .tag("how", each.how().label())
                .register(meters);
    }

    void uncopied(int count) {
        uncopied.increment(count);
    }

    void implausibleTime() {
        implausibleTimes.increment();
    }

    void behind(long newLag, long newUncommitted) {
        lag = newLag;
        uncommitted = newUncommitted;
    }
}
