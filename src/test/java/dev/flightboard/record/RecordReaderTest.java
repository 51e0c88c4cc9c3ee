package dev.flightboard.record;

import static dev.flightboard.record.Records.read;
import static dev.flightboard.record.Records.with;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightboard.flight.FlightState;
import dev.flightboard.record.Rejection.Reason;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

    private static final String STATE = "{\"flight\":\"I768\",\"state\":\"landing\"}";

    @Test
    void everyFieldOfARecordIsReadAndNothingBent() throws Rejection {
        Reading reading = read("""
                {"flight":"BA123","state":"landed","origin":"London","arrival":"11:11",
                 "scheduled":"2026-01-31T10:10:00Z","estimated":"2026-01-31T10:20:00Z","actual":"2026-01-31T10:30:00Z",
                 "airline":"BA","terminal":"3","gate":"C4","belt":"9","codeshares":["AA6","IB7"],
                 "direction":"departure","destination":"Oslo","departure":"12:12","via":["Lyon"],"desks":"101-110",
                 "remark":"Go to gate"}""");

        assertThat(reading.bent()).isEmpty();
        assertThat(reading.state().toString())
                .isEqualTo("FlightState[id=I768, flight=BA123, direction=departure, state=landed, origin=London,"
                        + " destination=Oslo, via=[Lyon], scheduled=2026-01-31T10:10:00Z,"
                        + " estimated=2026-01-31T10:20:00Z, actual=2026-01-31T10:30:00Z, arrival=11:11,"
                        + " departure=12:12, airline=BA, terminal=3, gate=C4, belt=9, desks=101-110,"
                        + " remark=Go to gate, codeshares=[AA6, IB7]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", " null\n", "\ufeffnull"})
    void nothingAndNullRemoveTheFlight(String value) throws Rejection {
        assertThat(read(value).removes()).isTrue();
    }

    @Test
    void aRecordWithoutAValueRemovesTheFlight() throws Rejection {
        assertThat(read((byte[]) null).removes()).isTrue();
    }

    @Test
    void unknownFieldsAreIgnored() throws Rejection {
        FlightState state = with("\"crew\":{\"names\":[1,{}],\"state\":\"asleep\"},\"v\":2");

        assertThat(state.state()).isEqualTo("landing");
    }

    @Test
    void unknownFieldsMayBeNestedAsDeepAsTheyFit() throws Rejection {
        String lists = "\"x\":" + "[".repeat(8000) + "]".repeat(8000);
        String objects = "\"x\":" + "{\"x\":".repeat(2600) + "1" + "}".repeat(2600);

        assertThat(with(lists).flight()).isEqualTo("I768");
        assertThat(with(objects).flight()).isEqualTo("I768");
    }

    @Test
    void knownFieldsNestedAsDeepAreLeftOut() throws Rejection {
        String gate = "\"gate\":" + "[".repeat(8000) + "]".repeat(8000);

        assertThat(with(gate).gate()).isNull();
    }

    @Test
    void numbersMayBeAsLongAsTheyFit() throws Rejection {
        String digits = "9".repeat(8_000);

        assertThat(with("\"x\":" + digits).flight()).isEqualTo("I768");
        assertThat(with("\"x\":1." + digits + ",\"y\":-1e" + digits).flight()).isEqualTo("I768");
        assertThat(with("\"actual\":" + digits).actual()).isNull();
        assertThat(with("\"actual\":1e" + digits).actual()).isNull();
        assertThat(with("\"gate\":" + digits).gate()).isNull();
    }

    @Test
    void namesMayBeAsLongAsTheyFit() throws Rejection {
        assertThat(with("\"" + "x".repeat(10_000) + "\":1").flight()).isEqualTo("I768");
    }

    @Test
    void anIdInTheValueDoesNotReplaceTheKey() throws Rejection {
        assertThat(with("\"id\":\"other\"").id()).isEqualTo("I768");
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws Rejection {
        assertThat(read("\ufeff" + STATE).state()).isEqualTo(read(STATE).state());
    }

    @ParameterizedTest
    @CsvSource({"2026-01-31T10:10:00Z, 11:10", "2026-07-31T10:10:00Z, 12:10", "2026-07-31T23:30:00Z, 01:30"})
    void arrivalIsDerivedFromTheScheduledTimeInTheBoardsZone(String scheduled, String arrival) throws Rejection {
        FlightState state = with("\"scheduled\":\"%s\"".formatted(scheduled));

        assertThat(state.arrival()).isEqualTo(arrival);
        assertThat(state.departure()).isNull();
        assertThat(state.scheduled()).isEqualTo(Instant.parse(scheduled));
    }

    @Test
    void departureIsDerivedForADepartureAndArrivalIsNot() throws Rejection {
        FlightState state = with("\"scheduled\":\"2026-01-31T10:10:00Z\",\"direction\":\"departure\"");

        assertThat(state.departure()).isEqualTo("11:10");
        assertThat(state.arrival()).isNull();
    }

    @Test
    void theClockTimeOfTheOtherEndStaysAsItIsGiven() throws Rejection {
        FlightState state = with("\"scheduled\":\"2026-01-31T10:10:00Z\",\"departure\":\"09:05\"");

        assertThat(state.departure()).isEqualTo("09:05");
        assertThat(state.arrival()).isEqualTo("11:10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "nul",
                "null null",
                "landing",
                "[]",
                "\"landing\"",
                "17",
                "{",
                "{\"flight\":\"I768\",\"state\":\"landing\"",
                "{\"flight\":\"I768\",\"state\":\"landing\",}",
                "{\"codeshares\":[\"AF1\"",
                "{'flight':'I768','state':'landing'}",
                "{\"flight\":\"I768\",\"state\":\"land\ning\"}",
                "{\"flight\":\"I768\",\"state\":\"\\ud8",
                "[{\"flight\":\"I768\",\"state\":\"landing\"}]"
            })
    void whatIsNotAJsonObjectIsRejected(String value) {
        assertRejected(value, Reason.VALUE_NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " x", ",", "\u0000", "null"})
    void contentAfterTheObjectIsRejected(String trailing) {
        assertRejected(STATE + trailing, Reason.VALUE_NOT_JSON);
    }

    @Test
    void whereJsonEndsToBeJsonIsShown() {
        assertThatThrownBy(() -> read("{\"flight\":hunter2}"))
                .hasMessage("not JSON at character 10: \"{\\\"flight\\\":hunter2}\"");
        assertThatThrownBy(() -> read("{\"flight\":\"I768\""))
                .hasMessage("the JSON ends too early: \"{\\\"flight\\\":\\\"I768\\\"\"");
        assertThatThrownBy(() -> read(STATE + "{}")).hasMessage("something follows the JSON: \"{}\"");
        assertThatThrownBy(() -> read("[1]")).hasMessage("no JSON object: \"[1]\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"state\":\"landing\"}                          | flight is missing",
                "{\"flight\":null,\"state\":\"landing\"}          | flight is missing",
                "{\"flight\":\"\",\"state\":\"landing\"}          | flight is missing",
                "{\"flight\":\" \",\"state\":\"landing\"}         | flight is \" \", which is no designator of up to 64 characters",
                "{\"flight\":[],\"state\":\"landing\"}            | flight is \"[]\", which is no designator of up to 64 characters",
                "{\"flight\":true,\"state\":\"landing\"}          | flight is \"true\", which is no designator of up to 64 characters",
                "{\"flight\":\"I768\"}                            | state is missing",
                "{\"flight\":\"I768\",\"state\":\"???\"}          | state is \"???\", which is no state as [a-z][a-z-]{0,31}",
                "{\"flight\":\"I768\",\"state\":7}                | state is \"7\", which is no state as [a-z][a-z-]{0,31}",
                "{\"flight\":\"I768\",\"state\":true}             | state is \"true\", which is no state as [a-z][a-z-]{0,31}",
                "{\"flight\":\"I768\",\"state\":{\"now\":1}}      | state is \"{\\\"now\\\":1}\", which is no state as [a-z][a-z-]{0,31}",
                "{\"flight\":\"I768\",\"state\":\"<7>\\n\"}       | state is \"<7>\\u000a\", which is no state as [a-z][a-z-]{0,31}"
            })
    void aRecordWithoutItsTwoFieldsIsRejectedByFieldAndValue(String value, String why) {
        assertThatThrownBy(() -> read(value))
                .hasMessage(why)
                .extracting(rejection -> ((Rejection) rejection).reason())
                .isEqualTo(Reason.FIELD_INVALID);
    }

    @Test
    void aDesignatorOf65CharactersIsRejected() {
        assertRejected("{\"flight\":\"" + "X".repeat(65) + "\",\"state\":\"landing\"}", Reason.FIELD_INVALID);
    }

    @Test
    void aFieldThatIsNotUtf8IsLeftOut() throws Rejection {
        FlightState state = read("{\"flight\":\"I768\",\"state\":\"landing\",\"origin\":\"Zürich\",\"gate\":\"B1\"}"
                        .getBytes(ISO_8859_1))
                .state();

        assertThat(state.origin()).isNull();
        assertThat(state.gate()).isEqualTo("B1");
    }

    @Test
    void whatUtf8SaysWasLostElsewhereIsKept() throws Rejection {
        assertThat(with("\"origin\":\"Z\ufffdrich\"").origin()).isEqualTo("Z\ufffdrich");
    }

    @Test
    void aValueThatIsNotUtf8WhereItIsNeededIsRejected() {
        assertRejected("{\"ü\":1}".getBytes(ISO_8859_1), Reason.VALUE_NOT_UTF8);
        assertRejected("{\"flight\":\"Ü1\",\"state\":\"landing\"}".getBytes(ISO_8859_1), Reason.VALUE_NOT_UTF8);
        assertRejected(STATE.getBytes(UTF_16), Reason.VALUE_NOT_UTF8);
    }

    @Test
    void aValueLargerThanItsBoundIsRejected() throws Rejection {
        assertThat(read(STATE + " ".repeat(Records.MAX_BYTES - STATE.length())).removes())
                .isFalse();
        assertRejected(STATE + " ".repeat(Records.MAX_BYTES + 1 - STATE.length()), Reason.VALUE_TOO_LARGE);
    }

    private static void assertRejected(String value, Reason reason) {
        assertRejected(value.getBytes(UTF_8), reason);
    }

    private static void assertRejected(byte[] value, Reason reason) {
        assertThatThrownBy(() -> read(value))
                .extracting(rejection -> ((Rejection) rejection).reason())
                .isEqualTo(reason);
    }
}
