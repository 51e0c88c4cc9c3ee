package dev.flightboard.bridge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightboard.flight.FlightState;
import dev.flightboard.record.FieldNames;
import dev.flightboard.record.Format;
import dev.flightboard.record.RecordReader;
import dev.flightboard.record.Utf8;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageReaderTest {

    private static final URI AT = URI.create("https://airport.example/v1/arrivals?page=1");

    private final PageReader reader = new PageReader(
            new Api(AT, Map.of(), List.of(), List.of(), null, 1, List.of(List.of("id"))),
            new RecordReader(ZoneOffset.UTC, 16384, Format.PLAIN, FieldNames.OURS));

    @ParameterizedTest
    @CsvSource({
        "'?page=2', https://airport.example/v1/arrivals?page=2",
        "'?', https://airport.example/v1/arrivals?",
        "'', https://airport.example/v1/arrivals?page=1",
        "'#end', https://airport.example/v1/arrivals?page=1",
        "departures, https://airport.example/v1/departures",
        "https://AIRPORT.example:443/2, https://AIRPORT.example:443/2"
    })
    void theNextPageIsWhereRfc3986SaysItIs(String link, URI next) throws PollFailed {
        assertThat(read("[]", link).next()).isEqualTo(next);
    }

    @Test
    void aNextPageOfAnotherSchemeIsNotFollowedAndTold() {
        assertThatThrownBy(() -> read("[]", "http://airport.example/2"))
                .hasMessage("the next page is at \"http://airport.example:80\","
                        + " and this one at \"https://airport.example:443\"");
    }

    @Test
    void numbersAreReadAsThoseOfRecords() throws PollFailed {
        Page page = read("""
                [{"id":20.0,"flight":"F1","state":"landing","belt":10.0,"desks":110.0,"arrival":1030.0,"gate":NaN}]""");

        FlightState state = page.flights().get("20");
        assertThat(state.belt()).isEqualTo("10");
        assertThat(state.desks()).isEqualTo("110");
        assertThat(state.arrival()).isEqualTo("10:30");
        assertThat(state.gate()).isNull();
    }

    @Test
    void anIdThatIsNotANumberIsNone() throws PollFailed {
        assertThat(read("[{\"id\":NaN,\"flight\":\"F1\",\"state\":\"landing\"}]")
                        .nameless())
                .isTrue();
    }

    @Test
    void whatIsNotUtf8CostsTheFieldThatHoldsIt() throws PollFailed {
        String list = """
                [{"id":1,"flight":"F1","state":"landing","origin":"Zürich","gate":"B1"}]""";

        Page page = read(list.getBytes(ISO_8859_1));

        assertThat(page.flights().get("1").origin()).isNull();
        assertThat(page.flights().get("1").gate()).isEqualTo("B1");
    }

    @Test
    void ofTwoEntriesOfOneKeyTheFirstIsKeptAndTheOtherTold() throws PollFailed {
        Page page = read("""
                [{"id":7,"flight":"F1","state":"landing"},{"id":7,"flight":"F1","state":"landing"},
                 {"id":7,"flight":"F2","state":"landed"},{"id":7,"flight":"F3","state":"???"}]""");

        assertThat(page.flights().get("7").flight()).isEqualTo("F1");
        assertThat(page.faults()).hasSize(2);
        assertThat(page.faults().get(0)).endsWith(": two entries have the key \"7\"");
        assertThat(page.faults().get(1)).contains("state is \"???\"");
    }

    @Test
    @Timeout(5)
    void aLinkIsFoundOrNotAtOnceHoweverGarbled() {
        String garbled = "<".repeat(200_000);

        assertThat(PageReader.linked(List.of(garbled))).isNull();
        assertThat(PageReader.linked(List.of(garbled, "</1>; rel=\"prev\", </3>; title=\"on\"; rel=\"next\"")))
                .isEqualTo("/3");
    }

    private Page read(String list, String... links) throws PollFailed {
        return read(list.getBytes(UTF_8), links);
    }

    private Page read(byte[] body, String... links) throws PollFailed {
        List<String> headers =
                List.of(links).stream().map(link -> "<" + link + ">; rel=next").toList();
        return reader.read(Utf8.of(body), AT, headers);
    }
}
