package dev.flightboard.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.bridge.Bridge.Round;
import dev.flightboard.support.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a round writes and removes. */
class BridgeRoundIT extends BridgedAirport {

    @Test
    void whatIsListedIsWrittenInTheContractsFormAndOnlyOnce() throws Exception {
        for (int i = 0; i < 7; i++) airport.show("F" + i, "Landing");

        Round first = bridge.round();
        Round second = bridge.round();

        assertThat(first.trouble()).isNull();
        assertThat(first.written()).isEqualTo(7);
        assertThat(second.written()).isZero();
        assertThat(topic()).hasSize(7).containsEntry("F0", "{\"flight\":\"F0\",\"state\":\"landing\"}");
    }

    @Test
    void onlyWhatChangedIsWrittenAfterARestartToo() throws Exception {
        airport.show("F1", "landing");
        airport.show("F2", "landing");
        bridge.round();
        restart("arrivals");
        airport.show("F2", "landed");

        Round round = bridge.round();

        assertThat(round.written()).isOne();
        assertThat(topic().get("F2")).contains("landed");
    }

    @Test
    void whatIsMissingFromSeveralWholeListsIsRemovedAndNotBefore() throws Exception {
        airport.show("F1", "landing");
        airport.show("F2", "landing");
        bridge.round();
        airport.flights.remove("F2");

        for (int i = 1; i < LISTS; i++) assertThat(bridge.round().removed()).isZero();

        assertThat(bridge.round().removed()).isOne();
        assertThat(topic()).containsOnlyKeys("F1");
        assertThat(bridge.round().removed()).isZero();
    }

    @Test
    void aFlightThatWentWhileTheBridgeWasAwayIsRemoved() throws Exception {
        airport.show("F1", "landing");
        airport.show("F2", "landing");
        bridge.round();
        airport.flights.remove("F2");
        restart("arrivals");

        settle();

        assertThat(topic()).containsOnlyKeys("F1");
    }

    @Test
    void whatOthersWroteIsLeftAlone() throws Exception {
        kafka.send(topic, "OTHER", "{\"flight\":\"OTHER\",\"state\":\"landing\"}");
        airport.show("F1", "landing");
        bridge.round();
        restart("departures");
        airport.flights.clear();
        airport.show("D1", "scheduled");

        settle();

        assertThat(topic()).containsOnlyKeys("OTHER", "F1", "D1");
    }

    @Test
    void anEntryThatCannotBeShownKeepsWhatIsShownOfIt() throws Exception {
        airport.show("F1", "landing");
        bridge.round();
        airport.show("F1", "???");

        settle();

        assertThat(topic().get("F1")).contains("landing");
        assertThat(bridge.round().faults()).singleElement().asString().contains("???");
    }

    @Test
    void whileAnEntryHasNoIdNothingIsRemoved() throws Exception {
        airport.show("F1", "landing");
        bridge.round();
        airport.flights.put("F1", "{\"number\":\"f1\",\"status\":\"landed\"}");

        settle();

        assertThat(topic()).containsOnlyKeys("F1");
    }

    @Test
    void anEmptyListIsNotBelievedAsSoonAsOneFlightsAbsence() throws Exception {
        for (int i = 0; i < 20; i++) airport.show("F" + i, "landing");
        bridge.round();
        Map<String, String> before = Map.copyOf(airport.flights);
        airport.flights.clear();

        settle();
        assertThat(topic()).hasSize(20);

        airport.flights.putAll(before);
        bridge.round();
        airport.flights.clear();
        for (int i = 0; i < 5 * LISTS; i++) bridge.round();
        assertThat(topic()).isEmpty();
    }

    @Test
    void aFlightThatIsListedUnderAnotherIdIsMoved() throws Exception {
        airport.show("F1-0611", "landing");
        bridge.round();
        airport.flights.clear();
        airport.show("F1-0612", "landing");

        settle();

        assertThat(topic()).containsOnlyKeys("F1-0612");
    }

    @Test
    void aKeyThatMovedToAnotherPartitionIsFollowed() throws Exception {
        for (int i = 0; i < 10; i++) airport.show("F" + i, "landing");
        bridge.round();
        kafka.addPartitions(topic, 5);
        for (int i = 0; i < 10; i++) airport.show("F" + i, "landed");
        bridge.round();
        restart("arrivals");

        assertThat(bridge.round().written()).isZero();
        airport.flights.remove("F3");
        settle();

        restart("arrivals");
        assertThat(bridge.round().written()).isZero();
        assertThat(bridge.round().removed()).isZero();
    }

    @Test
    void aTopicThatWasMadeAnewIsFilledAnew() throws Exception {
        airport.show("F1", "landing");
        bridge.round();
        kafka.deleteTopic(topic);
        kafka.createTopic(topic, 2);

        Round round = bridge.round();

        assertThat(round.written()).isOne();
        assertThat(topic()).containsOnlyKeys("F1");
    }

    @Test
    void whatStandsIsSaidAgainBeforeBoardsForgetIt() throws Exception {
        airport.show("F1", "landing");
        bridge.round();
        bridge.close();
        bridge = bridge(
                "arrivals",
                new ManualClock(Instant.now().plus(Duration.ofHours(25)).toString()));

        assertThat(bridge.round().written()).isOne();
    }
}
