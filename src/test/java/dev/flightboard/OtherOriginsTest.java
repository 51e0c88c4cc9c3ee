package dev.flightboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherOriginsTest {

    // P68
    @ParameterizedTest
    @CsvSource({
        "https://one.example, https://one.example",
        "https://One.Example, https://one.example",
        "https://one.example:443, https://one.example",
        "http://one.example:80, http://one.example",
        "http://one.example:443, http://one.example:443",
        "https://one.example:8443, https://one.example:8443",
        "http://one.example:8080, http://one.example:8080"
    })
    void anOriginMayBeNamedInAnySpelling(String named, String sent) {
        assertThat(OtherOrigins.asBrowsersWriteIt(named)).isEqualTo(sent);
    }
}
