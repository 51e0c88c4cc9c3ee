package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import dev.flightboard.support.EventStream;
import dev.flightboard.support.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service as HTTP sees it: paths, methods, other origins, the access log. */
class PathIT {

    private final Service service = Service.shared();
    private final String id = Service.newId();

    @ParameterizedTest
    @ValueSource(strings = {"/unknown", "/events/1", "/flights/A/B", "/q/metrics", "/..%2f..%2fetc/passwd"})
    void unknownPathsAre404(String path) {
        service.ask().get(path).then().statusCode(404);
    }

    // P54
    @ParameterizedTest
    @ValueSource(strings = {"/events", "/flights", "/flights/A"})
    void nothingCanBeWritten(String path) {
        service.ask().post(path).then().statusCode(405);
    }

    // P68
    @Test
    void pagesOfOtherOriginsMayReadNothingUnlessTheyAreAllowed() {
        service.ask()
                .header("Origin", "https://other.example")
                .get("/flights")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void aStreamIsLoggedAtItsEndWithItsDurationAndWhyItEnded() {
        String request = "/events?flight=" + id;
        service.live("?flight=" + id).close();

        Wait.until("the line", () -> service.replica.log().contains(request));

        assertThat(service.replica.log().lines().filter(line -> line.contains(request)))
                .singleElement()
                .asString()
                .matches(".* 127\\.0\\.0\\.1 \"GET \\Q" + request
                        + "\\E HTTP/1\\.1\" 200 \\d+ \\d+\\.\\d{3} client-closed");
    }

    @Test
    void anOpenStreamIsNotLogged() {
        try (EventStream open = service.live("?flight=" + id)) {
            service.replica.get("/flights/" + id);
            Wait.until("a later line", () -> service.replica.log().contains("/flights/" + id));

            assertThat(open.status()).isEqualTo(200);
            assertThat(service.replica.log()).doesNotContain("/events?flight=" + id);
        }
    }
}
