package dev.flightboard.feed;

import dev.flightboard.board.Board;
import dev.flightboard.board.Freshness;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** The health checks of the feed. */
@Singleton
class FeedHealth {

    /**
     * Ready once the topic was read to its end. An outage of Kafka does not end that: all replicas would leave the load
     * balancer together, and a stale board is better than none.
     */
    @Produces
    @Readiness
    HealthCheck caughtUp(Feed feed, Board board, Freshness freshness) {
        return () -> HealthCheckResponse.builder()
                .name("caught up")
                .status(feed.hasCaughtUp())
                .withData("flights", board.head().flights())
                .withData("stale", freshness.staleSince(board.head()) != null)
                .build();
    }

    @Produces
    @Liveness
    HealthCheck running(Feed feed) {
        return () -> HealthCheckResponse.named("feed").status(feed.isRunning()).build();
    }
}
