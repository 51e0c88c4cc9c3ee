package dev.flightboard.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightboard.flight.FlightState;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Records as they came from the systems of airports and flight data services. */
class FeedSamplesTest {

    @Test
    void anAirportsApiSentAsItCame() throws Rejection {
        FlightState state = read("140674803324836944", """
                {"flight":"HV5642","state":"arrived","origin":"SPC","scheduled":"2024-09-18T00:00:00.000+02:00",\
                "estimated":"2024-09-18T00:10:21.000+02:00","airline":"HV","terminal":1,"gate":null,"belt":["2"],\
                "codeshares":null}""");

        assertThat(state)
                .isEqualTo(FlightState.of("140674803324836944")
                        .flight("HV5642")
                        .state("arrived")
                        .origin("SPC")
                        .scheduled(Instant.parse("2024-09-17T22:00:00Z"))
                        .estimated(Instant.parse("2024-09-17T22:10:21Z"))
                        .arrival("00:00")
                        .airline("HV")
                        .terminal("1")
                        .belt("2")
                        .build());
    }

    @Test
    void aFlightDataServiceWithWordsForPeople() throws Rejection {
        FlightState state = read("FR 7157@2023-08-01 19:35Z", """
                {"flight":"FR 7157","state":"Arrived","origin":"Madrid","scheduled":"2023-08-01 19:35Z",\
                "actual":"2023-08-01 21:05Z","airline":"Ryanair","terminal":"1","gate":"109","belt":"7"}""");

        assertThat(state.flight()).isEqualTo("FR7157");
        assertThat(state.state()).isEqualTo("arrived");
        assertThat(state.scheduled()).isEqualTo("2023-08-01T19:35:00Z");
        assertThat(state.actual()).isEqualTo("2023-08-01T21:05:00Z");
    }

    @Test
    void aYearBeyondAllBoundsCostsTheTimeAlone() throws Rejection {
        FlightState state = read("F04", """
                {"flight":"F4","state":"landing","scheduled":"+1000000000-06-01T00:00:00Z"}""");

        assertThat(state.scheduled()).isNull();
    }

    @Test
    void textsPaddedWithBlanks() throws Rejection {
        FlightState state = read("F05", "{\"flight\":\"FDX1869 \",\"state\":\"landing\",\"gate\":\"   \"}");

        assertThat(state.flight()).isEqualTo("FDX1869");
        assertThat(state.gate()).isNull();
    }

    @Test
    void anObjectWhereATextWasWanted() throws Rejection {
        FlightState state =
                read("F07", "{\"flight\":\"F7\",\"state\":\"landing\",\"terminal\":2,\"gate\":{\"name\":\"B7\"}}");

        assertThat(state.terminal()).isEqualTo("2");
        assertThat(state.gate()).isNull();
    }

    @Test
    void theAirlineWithAStrangeName() throws Rejection {
        assertThat(read("F14", "{\"flight\":\"F14\",\"state\":\"landing\",\"airline\":\"__proto__\"}")
                        .airline())
                .isEqualTo("__proto__");
    }

    @Test
    void whatHasNoStateIsRejectedWithTheReason() {
        assertThatThrownBy(() -> read("F12", "{\"flight\":\"F12\"}")).hasMessage("state is missing");
        assertThatThrownBy(() -> read("F13", "{\"flight\":\"F13\",\"state\":\"???\"}"))
                .hasMessageContaining("state is \"???\"");
    }

    private static FlightState read(String key, String value) throws Rejection {
        RecordReader reader =
                new RecordReader(ZoneId.of("Europe/Amsterdam"), Records.MAX_BYTES, Format.AUTO, FieldNames.OURS);
        return reader.read(reader.id(key.getBytes(UTF_8)), value.getBytes(UTF_8), Records.NO_HEADERS)
                .state();
    }
}
