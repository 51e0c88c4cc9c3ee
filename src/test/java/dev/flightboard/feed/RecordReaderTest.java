package dev.flightboard.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightboard.feed.Rejection.Reason;
import dev.flightboard.flight.FlightState;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

    private final RecordReader reader = new RecordReader(ZoneId.of("Europe/Rome"), 16384);

    @Test
    void everyFieldOfARecordIsRead() throws Rejection {
        String value = """
                {"flight":"BA123","state":"landed","origin":"London","arrival":"11:11",
                 "scheduled":"2026-01-31T10:10:00Z","estimated":"2026-01-31T10:20:00Z","actual":"2026-01-31T10:30:00Z",
                 "airline":"BA","terminal":"3","gate":"C4","belt":"9","codeshares":["AA6","IB7"]}""";

        FlightState state = read(value);

        assertThat(state.toString())
                .isEqualTo("FlightState[id=I768, flight=BA123, state=landed, origin=London,"
                        + " scheduled=2026-01-31T10:10:00Z, estimated=2026-01-31T10:20:00Z,"
                        + " actual=2026-01-31T10:30:00Z, arrival=11:11, airline=BA, terminal=3, gate=C4, belt=9,"
                        + " codeshares=[AA6, IB7]]");
    }

    @Test
    void unknownFieldsAreIgnored() throws Rejection {
        FlightState state = read("{\"crew\":{\"names\":[1,{}]},\"flight\":\"I768\",\"state\":\"landing\",\"v\":2}");

        assertThat(state.flight()).isEqualTo("I768");
    }

    @Test
    void anIdInTheValueDoesNotReplaceTheKey() throws Rejection {
        FlightState state = read("{\"id\":\"other\",\"flight\":\"I768\",\"state\":\"landing\"}");

        assertThat(state.id()).isEqualTo("I768");
    }

    @Test
    void aBlankIsTheSameAsAbsent() throws Rejection {
        FlightState state = read("{\"flight\":\"I768\",\"state\":\"landing\",\"gate\":\"\",\"estimated\":\"\"}");

        assertThat(state).isEqualTo(read("{\"flight\":\"I768\",\"state\":\"landing\"}"));
    }

    @Test
    void nullIsTheSameAsAbsent() throws Rejection {
        FlightState state =
                read("{\"flight\":\"I768\",\"state\":\"landing\",\"gate\":null,\"actual\":null,\"codeshares\":null}");

        assertThat(state).isEqualTo(read("{\"flight\":\"I768\",\"state\":\"landing\"}"));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-31T10:10:00Z, 11:10", "2026-07-31T10:10:00Z, 12:10", "2026-07-31T23:30:00Z, 01:30"})
    void arrivalIsDerivedFromTheScheduledTimeInTheBoardsZone(String scheduled, String arrival) throws Rejection {
        FlightState state =
                read("{\"flight\":\"I768\",\"state\":\"landing\",\"scheduled\":\"%s\"}".formatted(scheduled));

        assertThat(state.arrival()).isEqualTo(arrival);
        assertThat(state.scheduled()).isEqualTo(Instant.parse(scheduled));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
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
                "\ufeff{\"flight\":\"I768\",\"state\":\"landing\"}"
            })
    void whatIsNotAJsonObjectIsRejected(String value) {
        assertRejected(value, Reason.VALUE_NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " x", ",", "\u0000", "null"})
    void contentAfterTheObjectIsRejected(String trailing) {
        assertRejected("{\"flight\":\"I768\",\"state\":\"landing\"}" + trailing, Reason.VALUE_NOT_JSON);
    }

    @Test
    void aFieldGivenTwiceIsRejected() {
        assertRejected("{\"flight\":\"I768\",\"state\":\"landing\",\"state\":\"landed\"}", Reason.VALUE_NOT_JSON);
    }

    @Test
    void deepNestingIsRejected() {
        assertRejected("{\"deep\":" + "[".repeat(5000) + "]".repeat(5000) + "}", Reason.VALUE_NOT_JSON);
        assertRejected("{\"deep\":".repeat(1500) + "1" + "}".repeat(1500), Reason.VALUE_NOT_JSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"state\":\"landing\"}                                        | flight is missing",
                "{\"flight\":null,\"state\":\"landing\"}                        | flight is missing",
                "{\"flight\":\"I768\"}                                          | state is missing",
                "{\"flight\":768,\"state\":\"landing\"}                         | flight is not a string",
                "{\"flight\":\"I768\",\"state\":{\"now\":\"landing\"}}          | state is not a string",
                "{\"flight\":\"I768\",\"state\":\"land\\u0000ing\"}             | state is not [a-z][a-z-]{0,31}",
                "{\"flight\":\"I768\",\"state\":\"<script>alert(1)</script>\"}  | state is not [a-z][a-z-]{0,31}",
                "{\"flight\":\"I768\",\"state\":\"landing\",\"gate\":\"\\n\"}   | gate holds a control character",
                "{\"flight\":\"I768\",\"state\":\"landing\",\"gate\":7}         | gate is not a string",
                "{\"flight\":\"I768\",\"state\":\"landing\",\"gate\":\"\\ud83d\"} | gate holds half a surrogate pair",
                "{\"flight\":\"I768\",\"state\":\"landing\",\"arrival\":\"noon\"} | arrival is not HH:mm",
                "{\"flight\":\"I768\",\"state\":\"landing\",\"codeshares\":\"A\"} | codeshares is not an array",
                "{\"flight\":\"I768\",\"state\":\"landing\",\"codeshares\":[1]} | codeshares is not a string",
                "{\"flight\":\"I768\",\"state\":\"landing\",\"codeshares\":[null]} | codeshares holds a null",
            })
    void aFieldOutOfItsRangeIsRejectedByName(String value, String why) {
        assertThatThrownBy(() -> read(value))
                .hasMessage(why)
                .extracting(rejection -> ((Rejection) rejection).reason())
                .isEqualTo(Reason.FIELD_INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tomorrow",
                "10:10",
                "2026-01-31",
                "2026-01-31T10:10:00",
                "2026-02-30T10:10:00Z",
                "1769854200",
                "+999999999-01-01T00:00:00Z"
            })
    void timesThatAreNoInstantsAreRejected(String time) {
        assertRejected(
                "{\"flight\":\"I768\",\"state\":\"landing\",\"actual\":\"%s\"}".formatted(time), Reason.FIELD_INVALID);
    }

    @Test
    void aTimeGivenAsANumberIsRejected() {
        assertRejected("{\"flight\":\"I768\",\"state\":\"landing\",\"actual\":1769854200}", Reason.FIELD_INVALID);
    }

    @Test
    void aValueThatIsNotUtf8IsRejected() {
        byte[] latin1 = {'{', '"', (byte) 0xfc, '"', ':', '1', '}'};

        assertThatThrownBy(() -> reader.state("I768", latin1))
                .extracting(rejection -> ((Rejection) rejection).reason())
                .isEqualTo(Reason.VALUE_NOT_UTF8);
    }

    @Test
    void aValueLargerThanItsBoundIsRejected() throws Rejection {
        String state = "{\"flight\":\"I768\",\"state\":\"landing\"}";

        assertThat(read(state + " ".repeat(16384 - state.length())).state()).isEqualTo("landing");
        assertRejected(state + " ".repeat(16385 - state.length()), Reason.VALUE_TOO_LARGE);
    }

    @Test
    void aRejectionNeverRepeatsTheContent() {
        assertThatThrownBy(() -> read("{\"flight\":hunter2}")).hasMessage("not JSON at character 10");
        assertThatThrownBy(() -> read("{\"hunter2\":1,\"hunter2\":2}")).hasMessageNotContaining("hunter2");
    }

    private FlightState read(String value) throws Rejection {
        return reader.state("I768", value.getBytes(UTF_8));
    }

    private void assertRejected(String value, Reason reason) {
        assertThatThrownBy(() -> read(value))
                .extracting(rejection -> ((Rejection) rejection).reason())
                .isEqualTo(reason);
    }
}
