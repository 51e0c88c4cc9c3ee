package dev.flightboard.http;

import static dev.flightboard.support.Schedules.check;
import static dev.flightboard.support.Schedules.together;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.fanout.View;
import dev.flightboard.support.Schedules;
import dev.flightboard.support.TestConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.net.SocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Event loops that let streams in and out at once. */
@Tag("schedules")
class AdmissionSchedulesTest {

    // So many find each fault that was planted; more take as much longer.
    private static final int SCHEDULES = 120;

    private static final FlightboardConfig LIMITS =
            TestConfig.with("stream.max-subscribers=3", "stream.max-subscribers-per-address=1");

    private static final SocketAddress ONE = SocketAddress.inetSocketAddress(50_000, "192.0.2.1");
    private static final SocketAddress OTHER = SocketAddress.inetSocketAddress(50_000, "192.0.2.2");
    private static final View GATE = new View(Map.of("gate", Set.of("A1")));

    private static final class Refused extends RuntimeException {}

    /** What is counted, without a registry: Lincheck walks through all objects that threads can reach. */
    private static final class Counted extends StreamMetrics {

        private final Map<String, Supplier<Number>> gauges = new HashMap<>();

        Counted() {
            super(none());
        }

        private static MeterRegistry none() {
            MeterRegistry none = new SimpleMeterRegistry();
            none.config().meterFilter(MeterFilter.deny());
            return none;
        }

        @Override
        void gauge(String name, String description, Supplier<Number> value) {
            gauges.put(name, value);
        }

        @Override
        void refused(Refusal refusal) {
            throw new Refused();
        }

        int get(String name) {
            return gauges.get("flightboard.stream." + name).get().intValue();
        }
    }

    private final Counted counted = new Counted();

    @Test
    void aSlotThatTwoThreadsCloseAtOnceIsGivenBackOnce() {
        Schedules.each(SCHEDULES, () -> {
            Admission admission = new Admission(LIMITS, counted);
            Admission.Slot slot = admission.enter(ONE, View.WHOLE_BOARD);
            admission.enter(OTHER, View.WHOLE_BOARD);

            together(slot::close, slot::close);

            check(counted.get("subscribers") == 1, "the other stream alone is open");
        });
    }

    @Test
    void oneAddressNeverHasMoreStreamsThanItsLimitHoweverTheyCome() {
        Schedules.each(SCHEDULES, () -> {
            Admission admission = new Admission(LIMITS, counted);
            AtomicInteger entered = new AtomicInteger();
            Runnable enter = () -> {
                if (enter(admission, ONE) != null) entered.incrementAndGet();
            };

            together(enter, enter);

            check(entered.get() == 1, "one was let in");
            check(counted.get("subscribers") == 1, "one is counted");
        });
    }

    @Test
    void streamsThatComeAndGoAtOnceLeaveNothingBehind() {
        Schedules.each(SCHEDULES, () -> {
            Admission admission = new Admission(LIMITS, counted);
            Admission.Slot first = admission.enter(ONE, GATE);

            together(first::close, () -> {
                Admission.Slot second = enter(admission, OTHER);
                if (second != null) second.close();
            });

            check(counted.get("subscribers") == 0, "no stream is counted");
            check(counted.get("views") == 0, "no filter is counted");
            check(enter(admission, ONE) != null && enter(admission, OTHER) != null, "both can come back");
        });
    }

    private static Admission.Slot enter(Admission admission, SocketAddress address) {
        try {
            return admission.enter(address, GATE);
        } catch (Refused refused) {
            return null;
        }
    }
}
