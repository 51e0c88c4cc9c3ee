package dev.flightboard.feed;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.KafkaSettings;
import dev.flightboard.Setup;
import dev.flightboard.board.Board;
import dev.flightboard.board.Freshness;
import dev.flightboard.support.Wait;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.util.Map;

/** The feed and its board without the service around them, set by the variables of an environment. */
final class TestFeed implements AutoCloseable {

    final MeterRegistry meters = new SimpleMeterRegistry();
    final Board board;
    final Feed feed;
    private final Freshness freshness;
    final BoardWriter writer;
    final RecordFlow flow;
    final LastRejected rejected = new LastRejected();

    private TestFeed(Map<String, String> environment, Clock clock) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(FlightboardConfig.class)
                .withSources(new EnvConfigSource(environment, 300))
                .build();
        FlightboardConfig settings = config.getConfigMapping(FlightboardConfig.class);
        KafkaSettings kafka = new KafkaSettings(config, new Setup(config, settings));
        KafkaClients clients = new KafkaClients(kafka, settings);
        freshness = new Freshness(settings.feed().watch().plus(settings.feed().lostAfter()), System::nanoTime);
        board = new Board(
                settings.board().tombstoneMemory(), settings.board().maxAge(), clock.instant(), System.nanoTime());
        FeedMetrics metrics = new FeedMetrics(meters, board, freshness);
        Troubles troubles = new Troubles(kafka);
        Topics topics = new Topics(settings, kafka);
        RejectedCopies copies = new RejectedCopies(settings, topics, clients, kafka, metrics);
        writer = new BoardWriter(
                settings,
                board,
                new RejectedRecords(settings, copies, rejected, metrics),
                new BentFields(metrics),
                new RecordTimes(clock, metrics));
        flow = new RecordFlow(
                settings,
                new TopicReader(settings, clients, troubles),
                writer,
                board,
                freshness,
                clock,
                metrics,
                troubles);
        LiveWatch live = new LiveWatch(
                settings,
                new TopicWatch(settings, clients),
                topics,
                flow,
                copies,
                board,
                freshness,
                clock,
                metrics,
                troubles);
        feed = new Feed(flow, live, copies, troubles, new ClockWatch());
    }

    static TestFeed stopped(Clock clock) {
        return new TestFeed(Map.of(), clock);
    }

    static TestFeed started(Map<String, String> environment) {
        TestFeed feed = new TestFeed(environment, Clock.systemUTC());
        feed.feed.start();
        return feed;
    }

    void awaitFlights(int flights) {
        Wait.until(
                flights + " flights, " + feed.trouble(),
                () -> feed.hasCaughtUp() && board.head().flights() == flights);
    }

    /** Until something is wrong, and what that is. */
    String awaitTrouble(String words) {
        Wait.until(words, () -> feed.trouble().orElse("").contains(words));
        return feed.trouble().orElseThrow();
    }

    boolean isStale() {
        return freshness.staleSince(board.head()).isPresent();
    }

    @Override
    public void close() {
        try {
            feed.stop();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
