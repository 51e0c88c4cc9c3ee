package dev.flightboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.SupervisedThread.Work;
import dev.flightboard.support.Wait;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupervisedThreadTest {

    private final AtomicInteger attempts = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private SupervisedThread thread;

    @AfterEach
    void stop() throws InterruptedException {
        thread.stop(end::countDown);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                IllegalStateException.class,
                StackOverflowError.class,
                OutOfMemoryError.class,
                InterruptedException.class,
                NoClassDefFoundError.class
            })
    void whateverEndsTheWorkItIsBegunAgain(Class<? extends Throwable> kind) {
        start(
                () -> {
                    if (attempts.incrementAndGet() == 1)
                        SupervisedThreadTest.<RuntimeException>raise(
                                kind.getConstructor().newInstance());
                    end.await();
                },
                Duration.ZERO);

        Wait.until("a second attempt", () -> attempts.get() == 2 && thread.isWorking());

        assertThat(thread.health().getStatus()).isEqualTo(Status.UP);
        assertThat(thread.health().getData().orElseThrow()).containsValue(kind.getName());
    }

    @Test
    void workThatEndsByItselfIsBegunAgain() {
        start(
                () -> {
                    if (attempts.incrementAndGet() > 1) end.await();
                },
                Duration.ZERO);

        Wait.until("a second attempt", () -> attempts.get() == 2);

        assertThat(thread.isWorking()).isTrue();
    }

    @Test
    void healthIsDownUntilTheNextAttempt() {
        start(
                () -> {
                    throw new IllegalStateException("broken");
                },
                Duration.ofMinutes(1));

        Wait.until("the failure", () -> thread.health().getData().isPresent());

        assertThat(thread.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(thread.health().getData().orElseThrow()).containsValue("java.lang.IllegalStateException: broken");
    }

    @Test
    void workThatIsToldToStopIsNotBegunAgain() throws InterruptedException {
        start(
                () -> {
                    attempts.incrementAndGet();
                    end.await();
                },
                Duration.ZERO);
        Wait.until("the first attempt", () -> attempts.get() == 1);

        thread.stop(end::countDown);

        assertThat(thread.isWorking()).isFalse();
        assertThat(attempts).hasValue(1);
    }

    private void start(Work work, Duration firstPause) {
        thread = new SupervisedThread("tested", work, firstPause);
        thread.start();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable any) throws T {
        throw (T) any;
    }
}
