package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.Replica;
import dev.flightboard.support.TestKafka;
import dev.flightboard.support.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Replaces replicas one after another, each by a new one that is ready first, as a Deployment with maxSurge 1 and
 * maxUnavailable 0 does. 150 visitors, for the build's sake; {@code -Dvisitors=1000} brings as many.
 */
@Tag("alone")
class RollingUpdateIT {

    private static final Logger LOG = Logger.getLogger(RollingUpdateIT.class);
    private static final int VISITORS = Integer.getInteger("visitors", 150);
    private static final int CHANGES_A_SECOND = 100;

    private final TestKafka kafka = TestKafka.shared();
    private final String topic = kafka.createTopic(6);
    private final Map<String, String> settings = Map.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            kafka.servers(),
            "FLIGHTBOARD_TOPIC",
            topic,
            // Ten changes a write: visitors, balancer and replicas share the cores of one machine with the
            // replica that starts.
            "FLIGHTBOARD_STREAM_WINDOW",
            "100ms",
            // Half of the usual: the rest of the 5 s is for a machine that starts a replica at the same time.
            "FLIGHTBOARD_STREAM_RETRY",
            "1s",
            // A replica's visitors, fifty here, over 2.5 s.
            "FLIGHTBOARD_STREAM_DRAIN",
            "3s");

    // P46, P53
    @Test
    void nobodyBehindNginxNoticesARollingUpdate() throws Exception {
        assertThatNobodyNotices(Gateway.nginx(), 3);
    }

    @Test
    void nobodyBehindHaproxyNoticesARollingUpdate() throws Exception {
        assertThatNobodyNotices(Gateway.haproxy(), 1);
    }

    private void assertThatNobodyNotices(Gateway balancer, int replaced) throws Exception {
        List<Replica> replicas = new ArrayList<>();
        try (Gateway gateway = balancer;
                Airport airport = new Airport(kafka.servers(), topic)) {
            for (int i = 0; i < 3; i++) replicas.add(Replica.launched(settings));
            replicas.forEach(Replica::awaitReady);
            gateway.start(replicas);
            airport.open(CHANGES_A_SECOND);
            try (Crowd crowd = new Crowd(gateway.port, VISITORS)) {
                Wait.until("everybody's board", () -> crowd.ask(Visitor::isLive).allMatch(live -> live));

                for (int i = 0; i < replaced; i++) replaceOldest(replicas, gateway);
                Map<Integer, Integer> board = airport.end();

                Wait.untilAsserted(
                        "the last change on every board",
                        () -> assertThat(crowd.ask(each -> each.misses(board)).filter(Objects::nonNull))
                                .isEmpty());
                report(crowd, airport);
                assertThat(crowd.ask(Visitor::fault).filter(Objects::nonNull)).isEmpty();
                assertThat(longestSilence(crowd)).isLessThan(5_000);
            }
        } finally {
            replicas.forEach(Replica::close);
        }
    }

    private void replaceOldest(List<Replica> replicas, Gateway gateway) throws Exception {
        replicas.add(Replica.ready(settings));
        gateway.use(replicas);
        // Still one of the balancer's when it begins to refuse: a cluster's balancer learns it late, too.
        try (Replica oldest = replicas.get(0)) {
            oldest.stop();
        }
        replicas.remove(0);
        gateway.use(replicas);
    }

    private static long longestSilence(Crowd crowd) {
        return crowd.ask(Visitor::longestSilenceMillis)
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
    }

    private static void report(Crowd crowd, Airport airport) {
        LOG.infof(
                "Rolling update: %d visitors, %d changes, %d streams ended, longest silence %d ms.",
                VISITORS,
                airport.changes(),
                crowd.ask(Visitor::ends).mapToInt(Integer::intValue).sum(),
                longestSilence(crowd));
    }
}
