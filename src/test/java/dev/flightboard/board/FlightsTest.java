package dev.flightboard.board;

import dev.flightboard.support.Wait;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FlightsTest {

    /** Memory depends on how many flights there are, and not on how often they are removed. */
    @Test
    void aRemovalThatIsWrittenAgainTakesThePlaceOfTheOneBefore() {
        Flights flights = new Flights();
        Entry first = removal(0);
        WeakReference<Entry> before = new WeakReference<>(first);
        flights.put(first, null, 0);

        flights.put(removal(1), first, 0);
        first = null;

        Wait.until("the first to be forgotten", () -> {
            System.gc();
            return before.get() == null;
        });
        flights.forget(Long.MAX_VALUE, 0);
    }

    private static Entry removal(long offset) {
        return Entry.of(
                "I768", Version.of(null, 0, offset, 0, Duration.ofHours(48).toMillis()), 0, 0);
    }
}
