package dev.flightboard.simulator;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.Setup;
import dev.flightboard.flight.FlightState;
import dev.flightboard.flight.Replay;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Outgoing;
import org.jboss.logging.Logger;

/**
 * Publishes the day that was chosen, if any, each step when it is due. The channel pulls: while Kafka is away it stops
 * pulling, and catches up afterwards, so nothing is dropped and nothing piles up. Steps are taken one at a time, on
 * whatever thread pulls or waited.
 */
@ApplicationScoped
class Simulator {

    private static final Logger LOG = Logger.getLogger(Simulator.class);

    // How soon a Kafka that comes up, or a topic that is created, is noticed.
    private static final Duration SOONEST = Duration.ofMillis(100);
    private static final Duration LATEST = Duration.ofSeconds(1);

    private final FlightboardConfig settings;
    private final Setup setup;
    private final Map<String, Object> kafka;
    private Optional<Day> day = Optional.empty();

    Simulator(FlightboardConfig settings, Setup setup, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.settings = settings;
        this.setup = setup;
        this.kafka = kafka;
    }

    // Before the channel asks what there is to publish, and before a broker is started for a day that cannot be.
    void choose(@Observes @Priority(0) StartupEvent event) {
        day = Days.choose(setup.simulator(), settings.simulator(), settings.timeZone(), Instant.now());
    }

    @Outgoing("simulator")
    Multi<Message<byte[]>> publish() {
        return day.map(this::records).orElse(Multi.createFrom().nothing());
    }

    private Multi<Message<byte[]>> records(Day day) {
        LOG.infof("Simulator: %s, to topic %s", day, settings.topic());
        Leftovers leftovers = new Leftovers(kafka, setup.kafkaServers(), settings.topic());
        return Uni.createFrom()
                .item(leftovers::read)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .retry()
                .withBackOff(SOONEST, LATEST)
                .indefinitely()
                .onItem()
                .transformToMulti(ids -> records(ids, day));
    }

    private static Multi<Message<byte[]>> records(Set<String> leftovers, Day day) {
        Multi<Step> opening =
                Multi.createBy().concatenating().streams(removals(leftovers, day.opening()), opening(day));
        return Multi.createBy()
                .concatenating()
                .streams(records(day, opening), Multi.createFrom().deferred(() -> records(day, course(day))));
    }

    /** Of a day that opens now. */
    private static Multi<Message<byte[]>> records(Day day, Multi<Step> steps) {
        byte[] header = day.replay(Instant.now()).map(Replay::toHeader).orElse(new byte[0]);
        return steps.map(step -> FlightRecords.of(step, header));
    }

    // What the day opens with replaces what an earlier day left under the same id.
    private static Multi<Step> removals(Set<String> leftovers, Iterable<FlightState> opening) {
        opening.forEach(state -> leftovers.remove(state.id()));
        return Multi.createFrom().iterable(leftovers).map(id -> Step.remove(Duration.ZERO, id));
    }

    private static Multi<Step> opening(Day day) {
        return Multi.createFrom().iterable(day.opening()).map(state -> Step.show(Duration.ZERO, state));
    }

    private static Multi<Step> course(Day day) {
        long opened = System.nanoTime();
        return Multi.createFrom().iterable(day.course()).onItem().transformToUniAndConcatenate(step -> {
            Duration wait = step.due().minusNanos(System.nanoTime() - opened);
            Uni<Step> now = Uni.createFrom().item(step);
            return wait.isNegative() || wait.isZero()
                    ? now
                    : now.onItem().delayIt().by(wait);
        });
    }
}
