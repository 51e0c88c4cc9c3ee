package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.EventStream;
import org.junit.jupiter.api.Test;

class ReplicaFaultIT {

    @Test
    void aBrowserWhoseReplicaWasKilledGoesOnAtAnother() {
        try (Service one = Service.start();
                Service other = Service.follow(one.topic);
                EventStream before = one.live("")) {
            one.show("same", "landing");
            one.write("changes", "landing");
            before.awaitBoard(board -> board.flights().size() == 2);

            one.replica.kill();
            other.show("changes", "landed");
            try (EventStream after = other.live("", "Last-Event-ID", before.lastEventId())) {

                assertThat(after.text()).doesNotContain("event: reset").doesNotContain("same");
                assertThat(after.board().state("changes")).isEqualTo("landed");
            }
        }
    }
}
