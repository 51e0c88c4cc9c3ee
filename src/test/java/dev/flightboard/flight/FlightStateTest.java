package dev.flightboard.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlightStateTest {

    @ParameterizedTest
    @ValueSource(strings = {"landing", "x", "on-stand", "held-for-customs-since-yesterday"})
    void stateIsAnOpenVocabularyOfLowerCaseWords(String state) {
        FlightState flight = withState(state);

        assertThat(flight.state()).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Landing", "-landing", "land ing", "landing\n", "<script>", "länding", "l\u0000"})
    void stateOfOtherCharactersIsRefused(String state) {
        assertRefused("state is not [a-z][a-z-]{0,31}", () -> withState(state));
    }

    @Test
    void stateOf33CharactersIsRefused() {
        assertRefused("state is not [a-z][a-z-]{0,31}", () -> withState("a".repeat(33)));
    }

    @Test
    void flightAndStateAreRequired() {
        assertRefused("flight is missing", () -> landing().flight(null).build());
        assertRefused("state is missing", () -> withState(null));
    }

    @Test
    void idHasOneTo128Characters() {
        assertThat(withId("x".repeat(128)).id()).hasSize(128);
        assertRefused("id is longer than 128 characters", () -> withId("x".repeat(129)));
        assertRefused("id is missing", () -> withId(""));
        assertRefused("id is missing", () -> withId(null));
    }

    @Test
    void textsHaveOneTo64Characters() {
        assertThat(withOrigin("x".repeat(64)).origin()).hasSize(64);
        assertRefused("origin is longer than 64 characters", () -> withOrigin("x".repeat(65)));
        assertRefused("origin is empty", () -> withOrigin(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ro\nme", "Ro\rme", "Rome\u0000", "\u007fRome", "Ro\u0085me"})
    void controlCharactersAreRefusedEverywhere(String text) {
        assertRefused("origin holds a control character", () -> withOrigin(text));
        assertRefused("id holds a control character", () -> withId(text));
        assertRefused("codeshares holds a control character", () -> withCodeshares(List.of(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "Rome\ud83d", "\ude80Rome", "\ude80\ud83d"})
    void halfSurrogatePairsAreRefused(String text) {
        assertRefused("origin holds half a surrogate pair", () -> withOrigin(text));
    }

    @Test
    void anyOtherUnicodeIsKept() {
        String origin = "Zürich 東京 🛬 <b>&\"'";

        FlightState flight = withOrigin(origin);

        assertThat(flight.origin()).isEqualTo(origin);
    }

    @Test
    void aFlightHasUpTo16Codeshares() {
        assertThat(withCodeshares(Collections.nCopies(16, "AF1")).codeshares()).hasSize(16);
        assertRefused("codeshares has more than 16 entries", () -> withCodeshares(Collections.nCopies(17, "AF1")));
        assertRefused("codeshares holds a null", () -> withCodeshares(Collections.singletonList(null)));
    }

    @Test
    void codesharesDoNotChangeWithTheListTheyCameFrom() {
        List<String> given = new ArrayList<>(List.of("AF1"));
        FlightState flight = withCodeshares(given);

        given.add("KL2");

        assertThat(flight.codeshares()).containsExactly("AF1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "10:60", "1010", "10:1", "9:05", "10:10:00", "١٠:١٠"})
    void arrivalIsAClockTimeOfFourDigits(String arrival) {
        assertRefused("arrival is not HH:mm", () -> landing().arrival(arrival).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0001-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void timesAreWithinTheYears0000To9999(String time) {
        assertRefused(
                "estimated is outside the years 0000 to 9999",
                () -> landing().estimated(Instant.parse(time)).build());
    }

    @Test
    void aFlightHasUpTo4StopsBetween() {
        assertThat(landing().via(Collections.nCopies(4, "Lyon")).build().via()).hasSize(4);
        assertRefused(
                "via has more than 4 entries",
                () -> landing().via(Collections.nCopies(5, "Lyon")).build());
    }

    @Test
    void whatDoesNotDepartArrives() {
        assertThat(landing().build().departs()).isFalse();
        assertThat(landing().direction(Direction.ARRIVAL).build())
                .isEqualTo(landing().build());
    }

    @Test
    void departureIsAClockTime() {
        assertRefused(
                "departure is not HH:mm", () -> landing().departure("9:05").build());
    }

    @Test
    void whatIsNotChangedStays() {
        FlightState flight = landing()
                .direction(Direction.DEPARTURE)
                .origin("Rome")
                .destination("Oslo")
                .via(List.of("Lyon"))
                .departure("10:15")
                .desks("101-110")
                .remark("Go to gate")
                .scheduled(Instant.EPOCH)
                .estimated(Instant.EPOCH)
                .actual(Instant.EPOCH)
                .arrival("10:10")
                .airline("Air")
                .terminal("1")
                .gate("B1")
                .belt("3")
                .codeshares(List.of("AF1"))
                .build();

        assertThat(flight.with().build()).isEqualTo(flight);
        assertThat(flight.with().state("landed").build().toString())
                .isEqualTo(flight.toString().replace("landing", "landed"));
    }

    @Test
    void aRefusalNeverRepeatsTheContent() {
        assertThatThrownBy(() -> withOrigin("hunter2\n")).hasMessageNotContaining("hunter2");
    }

    private static void assertRefused(String why, org.assertj.core.api.ThrowableAssert.ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOf(InvalidFlightState.class).hasMessage(why);
    }

    private static FlightState withId(String id) {
        return FlightState.of(id).flight("I768").state("landing").build();
    }

    private static FlightState withState(String state) {
        return FlightState.of("I768").flight("I768").state(state).build();
    }

    private static FlightState withCodeshares(List<String> codeshares) {
        return landing().codeshares(codeshares).build();
    }

    private static FlightState withOrigin(String origin) {
        return landing().origin(origin).build();
    }

    private static FlightStateBuilder landing() {
        return FlightState.of("I768").flight("I768").state("landing");
    }
}
