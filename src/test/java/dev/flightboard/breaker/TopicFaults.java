package dev.flightboard.breaker;

import dev.flightboard.breaker.Fault.Area;
import dev.flightboard.breaker.Fault.Step;
import java.util.List;

/** What an operator does to the topic. */
final class TopicFaults {

    private TopicFaults() {}

    static Fault madeAnew(Parts parts, Traffic traffic, Ledger ledger) {
        Step madeAnew = () -> traffic.whilePaused(() -> {
            parts.topic.delete();
            parts.topic.create();
            ledger.madeAnew(System.currentTimeMillis());
        });
        return new Fault("topic made anew", Area.TOPIC, madeAnew, Step.NOTHING);
    }

    static List<Fault> of(Parts parts, Traffic traffic) {
        return List.of(
                new Fault(
                        "partition added",
                        Area.TOPIC,
                        () -> traffic.whilePaused(parts.topic::addPartition),
                        Step.NOTHING),
                new Fault(
                        "topic takes only short records",
                        Area.TOPIC,
                        () -> parts.topic.setting("max.message.bytes", "200"),
                        () -> parts.topic.setting("max.message.bytes", "1048588")));
    }
}
