package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flightboard.fanout.View;
import dev.flightboard.flight.FlightState;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The description of HTTP that the service publishes, held against what it does. */
class OpenApiIT {

    private final Service service = Service.shared();
    private JsonNode api;

    @BeforeEach
    void read() throws IOException {
        api = new ObjectMapper()
                .readTree(service.replica.get("/q/openapi?format=json").body());
    }

    @Test
    void itDescribesEveryPathAndNoOther() {
        assertThat(api.get("paths").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("/flights", "/flights/{id}", "/events");
        assertThat(api.at("/paths/~1events/get/responses/200/content").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("text/event-stream", "application/x-ndjson");
    }

    @Test
    void everyFilterIsAParameterAndEveryFieldAProperty() {
        for (String path : List.of("/paths/~1flights/get/parameters", "/paths/~1events/get/parameters")) {
            List<String> names = api.at(path).findValuesAsText("name");

            assertThat(names).containsAll(View.fields());
        }
        assertThat(api.at("/components/schemas/FlightState/properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(Arrays.stream(FlightState.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(api.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(
                        reference -> assertThat(api.at(reference.substring(1)).isMissingNode())
                                .isFalse());
    }

    @Test
    void whatIsRefusedIsRefusedAsItSays() {
        for (String path : List.of("/flights", "/events")) {
            HttpResponse<String> answer = service.replica.get(path + "?flight=" + "x".repeat(65));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(api.at("/paths/" + path.replace("/", "~1") + "/get/responses/400")
                            .isMissingNode())
                    .isFalse();
        }
        assertThat(service.replica.get("/flights/NOSUCH").statusCode()).isEqualTo(404);
    }

    @Test
    void itsUserInterfaceIsForDevelopersAlone() {
        assertThat(service.replica.get("/q/swagger-ui/").statusCode()).isEqualTo(404);
    }
}
