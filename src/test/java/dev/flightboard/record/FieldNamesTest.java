package dev.flightboard.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightboard.flight.FlightState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldNamesTest {

    @Test
    void aFieldIsReadUnderTheNameThatItIsGiven() throws Rejection {
        String value = "{\"flightNumber\":\"I768\",\"status\":\"landing\",\"gate\":\"B1\"}";

        FlightState state = read("flight=flightNumber, state = status", value);

        assertThat(state.flight()).isEqualTo("I768");
        assertThat(state.state()).isEqualTo("landing");
        assertThat(state.gate()).isEqualTo("B1");
    }

    @Test
    void aFieldThatIsGivenANameIsNotReadUnderItsOwn() throws Rejection {
        assertThat(read("state=status", "{\"flight\":\"I768\",\"status\":\"landing\",\"state\":\"TX\"}")
                        .state())
                .isEqualTo("landing");
        assertThatThrownBy(() -> read("state=status", "{\"flight\":\"I768\",\"state\":\"TX\"}"))
                .hasMessage("state is missing");
    }

    @Test
    void aNameMayBeWithinObjects() throws Rejection {
        String fields =
                "flight=flight.iata,origin=departure.airport.city,scheduled=arrival.scheduled,gate=arrival.gate";
        String value = """
                {"flight":{"iata":"I768","number":768},"state":"landing","departure":{"airport":{"city":"Rome"}},
                 "arrival":{"scheduled":"2026-11-27T10:05:00Z","gate":"B1"}}""";

        FlightState state = read(fields, value);

        assertThat(state.flight()).isEqualTo("I768");
        assertThat(state.origin()).isEqualTo("Rome");
        assertThat(state.gate()).isEqualTo("B1");
        assertThat(state.arrival()).isEqualTo("11:05");
    }

    @Test
    void aNameMayHoldTheDotsItself() throws Rejection {
        assertThat(read("gate=arrival.gate", "{\"flight\":\"I768\",\"state\":\"x\",\"arrival.gate\":\"B1\"}")
                        .gate())
                .isEqualTo("B1");
    }

    @Test
    void whatIsNoObjectWhereOneWasNamedIsPassedOver() throws Rejection {
        assertThat(read("gate=arrival.gate", "{\"flight\":\"I768\",\"state\":\"x\",\"arrival\":[{\"gate\":7}]}")
                        .gate())
                .isNull();
    }

    @Test
    void namesAreFoundInEnvelopes() throws Rejection {
        String value = "{\"before\":null,\"after\":{\"FLIGHT_NO\":\"I768\",\"STATUS\":\"landing\"},\"op\":\"c\"}";

        assertThat(read("flight=FLIGHT_NO,state=STATUS", value).flight()).isEqualTo("I768");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flight                    | not flight=theirName: flight",
                "flight=a=b                | not flight=theirName: flight=a=b",
                "flight=                   | flight has no name: ",
                "flight=a..b               | flight has no name: a..b",
                "flight=a,flight=b         | flight is given twice",
                "gate=x,belt=x             | x is both gate and belt",
                "gate=belt                 | belt is both gate and belt",
                "gate=a.b.c.d.e.f.g.h.i    | a.b.c.d.e.f.g.h.i has more than 8 parts"
            })
    void aMappingThatMakesNoSenseIsRefused(String mapping, String why) {
        assertThatThrownBy(() -> FieldNames.parse(mapping))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(why);
    }

    @Test
    void aFieldThatThereIsNotIsRefusedByName() {
        assertThatThrownBy(() -> FieldNames.parse("gates=x")).hasMessageStartingWith("gates is no field of a flight");
    }

    private static FlightState read(String fields, String value) throws Rejection {
        return Records.reader(Format.AUTO, fields)
                .read("I768", value.getBytes(UTF_8), Records.NO_HEADERS)
                .state();
    }
}
