package dev.flightboard.feed;

import dev.flightboard.board.Board;
import dev.flightboard.board.Freshness;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** The health checks of the feed. */
@Singleton
class FeedHealth {

    /**
     * Ready when the topic was read to its end once. An outage of Kafka does not change that: otherwise all replicas would
     * leave the load balancer together, and a stale board is better than none.
     */
    @Produces
    @Readiness
    HealthCheck caughtUp(Feed feed, Board board, Freshness freshness) {
        return () -> {
            HealthCheckResponseBuilder answer = HealthCheckResponse.named("caught up")
                    .status(feed.hasCaughtUp())
                    .withData("flights", board.head().flights())
                    .withData("stale", freshness.staleSince(board.head()).isPresent());
            feed.trouble().ifPresent(trouble -> answer.withData("trouble", trouble));
            return answer.build();
        };
    }

    /** Down while the feed's thread does not work. That Kafka cannot be reached is no reason: a restart would not help. */
    @Produces
    @Liveness
    HealthCheck running(Feed feed) {
        return feed::health;
    }
}
