package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.flightboard.support.Block;
import dev.flightboard.support.EventStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterIT {

    private final Service service = Service.shared();
    private final String id = Service.newId();

    // A terminal of this test's own.
    private final String terminal = id.substring(0, 8);

    // P10, P41
    @Test
    void aFlightThatLeavesTheFilterIsRemoved() {
        show("landing", terminal);

        try (EventStream stream = service.live("?terminal=" + terminal)) {
            write("landed", "elsewhere");
            List<Block> events = stream.until(block -> block.is("removed"));

            assertThat(events).hasSize(1);
            assertThat(events.get(0).json().get("id").asText()).isEqualTo(id);
        }
    }

    // P41
    @Test
    void aFlightThatEntersTheFilterIsShown() {
        show("landing", "elsewhere");

        try (EventStream stream = service.live("?terminal=" + terminal)) {
            write("landed", terminal);
            List<Block> events = stream.until(block -> block.isFlight(id, "landed"));

            assertThat(events).hasSize(1);
        }
    }

    // P12, P38
    @Test
    void liveCountsTheFlightsInTheFilter() {
        show("landing", terminal);

        try (EventStream stream =
                service.replica.events("?terminal=" + terminal + "&terminal=elsewhere&flight=" + id)) {

            assertThat(stream.await("live").json().get("flights").asInt()).isOne();
        }
    }

    @Test
    void aBrowserThatReturnsToItsFilterIsToldWhatChangedAndWhatLeft() {
        show("landing", terminal);
        String cursor;
        try (EventStream before = service.live("?terminal=" + terminal)) {
            cursor = before.lastEventId();
        }
        show("landed", "elsewhere");

        try (EventStream stream = service.live("?terminal=" + terminal, "Last-Event-ID", cursor)) {

            stream.awaitBoard(board -> board.flights().isEmpty());
            assertThat(stream.text()).doesNotContain("reset").contains("removed");
        }
    }

    // P24
    @Test
    void aCursorOfAnotherFilterGetsTheWholeOfThisOne() {
        show("landing", terminal);
        String cursor;
        try (EventStream before = service.live("?terminal=elsewhere")) {
            cursor = before.lastEventId();
        }

        try (EventStream stream = service.live("?terminal=" + terminal, "Last-Event-ID", cursor)) {

            assertThat(stream.text()).contains("event: reset");
            assertThat(stream.board().state(id)).isEqualTo("landing");
        }
    }

    @Test
    void aScreenOfADeskIsShownItsDepartureUntilTheDesksChange() {
        service.show(id, "check-in", departure("101-110"));

        try (EventStream stream = service.live("?direction=departure&desk=105&terminal=" + terminal)) {
            assertThat(stream.board().flights()).containsOnlyKeys(id);
            assertThat(service.replica
                            .get("/flights?direction=arrival&terminal=" + terminal)
                            .body())
                    .isEqualToIgnoringWhitespace("[]");

            service.write(id, "check-in", departure("111-120"));
            stream.until(block -> block.is("removed"));
        }
    }

    private String departure(String desks) {
        return ",\"direction\":\"departure\",\"desks\":\"" + desks + "\",\"terminal\":\"" + terminal + "\"";
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events", "/flights"})
    void aFilterBeyondItsBoundsIsABadRequest(String path) {
        String tooMany = "?" + "flight=A&".repeat(33);
        String tooLong = "?origin=" + "x".repeat(65);

        service.ask().get(path + tooMany).then().statusCode(400);
        service.ask().get(path + tooLong).then().statusCode(400).body(containsString("origin"));
    }

    private void show(String state, String where) {
        service.show(id, state, ",\"terminal\":\"" + where + "\"");
    }

    private void write(String state, String where) {
        service.write(id, state, ",\"terminal\":\"" + where + "\"");
    }
}
