package dev.flightboard.flight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A flight's JSON, byte for byte. */
class FlightJsonTest {

    private static final JsonInclude.Value NON_EMPTY =
            JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY);

    @Test
    void anArrivalIsWrittenWithoutADirection() {
        FlightState arrival = FlightState.of("7")
                .flight("I768")
                .direction(Direction.ARRIVAL)
                .state("bags")
                .origin("Rome")
                .scheduled(Instant.EPOCH)
                .estimated(Instant.EPOCH)
                .actual(Instant.EPOCH)
                .arrival("10:10")
                .airline("Italica")
                .terminal("2")
                .gate("B7")
                .belt("4")
                .codeshares(List.of("N1", "U2"))
                .build();

        assertThat(new String(FlightJson.withId(arrival), UTF_8)).isEqualTo("""
                        {"id":"7","flight":"I768","origin":"Rome","arrival":"10:10","state":"bags",\
                        "scheduled":"1970-01-01T00:00:00Z","estimated":"1970-01-01T00:00:00Z",\
                        "actual":"1970-01-01T00:00:00Z","airline":"Italica","terminal":"2","gate":"B7","belt":"4",\
                        "codeshares":["N1","U2"]}""");
    }

    @Test
    void jacksonWritesTheSameFields() throws Exception {
        FlightState arrival =
                FlightState.of("7").flight("I768").state("bags").origin("Rome").build();
        FlightState departure =
                arrival.with().direction(Direction.DEPARTURE).desks("101-110").build();
        ObjectMapper jackson =
                JsonMapper.builder().defaultPropertyInclusion(NON_EMPTY).build();

        for (FlightState each : List.of(arrival, departure)) {
            JsonNode written = jackson.readTree(jackson.writeValueAsBytes(each));
            assertThat(written).isEqualTo(jackson.readTree(FlightJson.withId(each)));
        }
    }

    @Test
    void aDepartureSaysSo() {
        FlightState departure = FlightState.of("8")
                .flight("I769")
                .direction(Direction.DEPARTURE)
                .state("boarding")
                .destination("Oslo")
                .via(List.of("Lyon", "Nice"))
                .departure("11:05")
                .gate("B7")
                .desks("101-110")
                .remark("Go to gate")
                .build();

        assertThat(new String(FlightJson.withoutId(departure), UTF_8)).isEqualTo("""
                        {"flight":"I769","direction":"departure","destination":"Oslo","via":["Lyon","Nice"],\
                        "departure":"11:05","state":"boarding","gate":"B7","desks":"101-110","remark":"Go to gate"}""");
    }
}
