package dev.flightboard.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    @Test
    void requestsAreAsFarApartAsTheyMustBe() throws InterruptedException {
        RateLimit rate = new RateLimit(1200);
        long begun = System.nanoTime();

        for (int i = 0; i < 4; i++) rate.await();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }
}
