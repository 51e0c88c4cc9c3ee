package dev.flightboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreconditionsTest {

    // P64
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "\"a\" | true",
                "W/\"a\" | true",
                "\"b\", W/\"a\" | true",
                "* | true",
                "\"b\" | false",
                "\"aa\" | false",
                "a | false",
                "\" | false",
                "- | false"
            })
    void aTagIsHeldHoweverWeakAndWhereverItStandsInTheList(String ifNoneMatch, boolean held) {
        assertThat(Preconditions.isHeld(ifNoneMatch, "a")).isEqualTo(held);
    }

    // P58
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "gzip | true",
                "GZIP;q=0.1 | true",
                "br, gzip | true",
                "* | true",
                "gzip;q=0 | false",
                "gzip;q=0.000, * | false",
                "*;q=0 | false",
                "br | false",
                "identity, gzip | true",
                "identity;q=0, gzip;q=0.5 | true",
                "identity, gzip;q=0.5 | false",
                "gzip;q=9 | false",
                ";q=x,, | false",
                "'' | false",
                "- | false"
            })
    void aCodingIsAcceptedWhereItIsNamedOrLeftOpenAndNotRefused(String acceptEncoding, boolean accepted) {
        assertThat(Preconditions.isAccepted(acceptEncoding, "gzip")).isEqualTo(accepted);
    }
}
