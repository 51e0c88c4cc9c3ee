package dev.flightboard.feed;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Starts and stops the feed with the service. */
@ApplicationScoped
class FeedLifecycle {

    private final Feed feed;

    FeedLifecycle(Feed feed) {
        this.feed = feed;
    }

    void onStart(@Observes StartupEvent started) {
        feed.start();
    }

    void onStop(@Observes ShutdownEvent stopping) throws InterruptedException {
        feed.stop();
    }
}
