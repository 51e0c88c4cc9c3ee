package dev.flightboard.record;

import static dev.flightboard.record.Records.bent;
import static dev.flightboard.record.Records.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times at an airport in Rome. */
class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T10:05:00Z, 2026-11-27T10:05:00Z",
        "2026-11-27T10:05:00.5Z, 2026-11-27T10:05:00.5Z",
        "2026-11-27T10:05:00.123456789012Z, 2026-11-27T10:05:00.123456789Z",
        "2026-11-27T10:05:00+02:00, 2026-11-27T08:05:00Z",
        "2026-11-27T10:05:00-03:30, 2026-11-27T13:35:00Z",
        "2024-02-29T23:59:59-00:00, 2024-02-29T23:59:59Z",
        "1987-01-01T00:00:00Z, 1987-01-01T00:00:00Z",
        "2099-12-31T23:59:59Z, 2099-12-31T23:59:59Z"
    })
    void timesAsTheContractHasThemAreNotBent(String text, Instant time) throws Rejection {
        assertThat(with("\"scheduled\":\"" + text + "\"").scheduled()).isEqualTo(time);
        assertThat(bent("\"scheduled\":\"" + text + "\"")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T10:05Z, 2026-11-27T10:05:00Z",
        "2026-11-27T10:05:00+0200, 2026-11-27T08:05:00Z",
        "2026-11-27T10:05+02, 2026-11-27T08:05:00Z",
        "2026-11-27T10:05\u221202:00, 2026-11-27T12:05:00Z",
        "2026-11-27t10:05:00z, 2026-11-27T10:05:00Z",
        "2026-11-27 10:05Z, 2026-11-27T10:05:00Z",
        "2026-11-27 10:05:00.250 +0200, 2026-11-27T08:05:00.250Z",
        "2026-11-27 10:05:00 UTC, 2026-11-27T10:05:00Z",
        "' 2026-11-27T10:05:00Z ', 2026-11-27T10:05:00Z",
        "'2026-11-27T10:05:00,5Z', 2026-11-27T10:05:00.5Z",
        "2026-11-27T24:00:00Z, 2026-11-28T00:00:00Z",
        "2026-11-27T24:00+01:00, 2026-11-27T23:00:00Z",
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
        "2026-11-27T10:05+01:00[Europe/Rome], 2026-11-27T09:05:00Z",
        "2026-11-27T10:05Z[UTC], 2026-11-27T10:05:00Z",
        "20261127T1005Z, 2026-11-27T10:05:00Z",
        "20261127T100500.5+0100, 2026-11-27T09:05:00.5Z",
        "1795773900, 2026-11-27T10:05:00Z",
        "1795773900000, 2026-11-27T10:05:00Z"
    })
    void timesInOtherFormsAreReadAndTold(String text, Instant time) throws Rejection {
        assertThat(with("\"scheduled\":\"" + text + "\"").scheduled()).isEqualTo(time);
        assertThat(bent("\"scheduled\":\"" + text + "\"")).containsExactly("scheduled changed \"" + text + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T10:05, 2026-11-27T09:05:00Z",
        "2026-07-27 10:05:00, 2026-07-27T08:05:00Z",
        // Twice on this night, and on the other one never.
        "2026-10-25T02:30, 2026-10-25T00:30:00Z",
        "2026-03-29T02:30, 2026-03-29T01:30:00Z",
        "2026-10-25T03:00, 2026-10-25T02:00:00Z"
    })
    void withoutAnOffsetTimesAreTheAirports(String text, Instant time) throws Rejection {
        assertThat(with("\"scheduled\":\"" + text + "\"").scheduled()).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "1795773900, 2026-11-27T10:05:00Z",
        "1795773900.25, 2026-11-27T10:05:00.25Z",
        "1.7957739E9, 2026-11-27T10:05:00Z",
        "1795773900000, 2026-11-27T10:05:00Z",
        "1795773900000.0, 2026-11-27T10:05:00Z",
        "1795773900000000, 2026-11-27T10:05:00Z",
        "1795773900000000123, 2026-11-27T10:05:00.000000123Z",
        "536457600, 1987-01-01T00:00:00Z",
        "4102444799, 2099-12-31T23:59:59Z"
    })
    void numbersCountFrom1970InTheUnitThatTheirSizeTells(String number, Instant time) throws Rejection {
        assertThat(with("\"scheduled\":" + number).scheduled()).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"tomorrow\"",
                "\"10:10\"",
                "\"2026-01-31\"",
                "\"2026-02-29T10:10:00Z\"",
                "\"2026-13-01T10:10:00Z\"",
                "\"2026-00-01T10:10:00Z\"",
                "\"2026-01-00T10:10:00Z\"",
                "\"2026-01-31T24:01:00Z\"",
                "\"2026-01-31T10:60:00Z\"",
                "\"2026-01-31T10:10:60Z\"",
                "\"2026-01-31T10:10:00.Z\"",
                "\"2026-01-31T10:10:00+19:00\"",
                "\"2026-01-31T10:10:00+02:60\"",
                "\"2026-01-31T10:10:00Zulu\"",
                "\"2026-01-31T10:10:00 PM\"",
                "\"2026-1-31T10:10:00Z\"",
                "\"٢٠٢٦-01-31T10:10:00Z\"",
                "\"+1000000000-06-01T00:00:00Z\"",
                "\"-0001-06-01T00:00:00Z\"",
                "\"0001-01-01T00:00:00Z\"",
                "\"1900-01-01T00:00:00\"",
                "\"1970-01-01T00:00:00Z\"",
                "\"1986-12-31T23:59:59Z\"",
                "\"2099-12-31T23:59:59-01:00\"",
                "\"9999-12-31T23:59:59Z\"",
                "\"9999-12-31T23:59:59-01:00\"",
                "\"9999-12-31T24:00:00Z\"",
                "0",
                "-1",
                "1005",
                "46353.42",
                "20261127100500",
                "1e400",
                "1e2147483648",
                "9223372036854775807",
                "NaN",
                "-Infinity",
                "true",
                "{\"$date\":1}",
                "[]",
                "[2026,11,27,10,5]"
            })
    void aTimeThatCannotBeIsLeftOutAndTold(String time) throws Rejection {
        assertThat(with("\"scheduled\":" + time).scheduled()).isNull();
        assertThat(with("\"scheduled\":" + time).arrival()).isNull();
        assertThat(bent("\"scheduled\":" + time)).singleElement().asString().startsWith("scheduled dropped ");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\"10:05\", 10:05",
                "\"9:05\", 09:05",
                "\"0905\", 09:05",
                "905, 09:05",
                "\"10:05:59\", 10:05",
                "\"24:00\", 00:00",
                "\"2026-07-27T10:05:00Z\", 12:05",
                "\"2026-07-27 10:05\", 10:05"
            })
    void clockTimesAreReadInTheirForms(String arrival, String clock) throws Rejection {
        assertThat(with("\"arrival\":" + arrival).arrival()).isEqualTo(clock);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"noon", "24:01", "10:60", "10:5", "10:05 PM", "10:05:60", ":05", "5", "12345", "١٠:١٠", "-1:05"})
    void aClockTimeThatCannotBeGivesWayToTheScheduled(String arrival) throws Rejection {
        String fields = "\"arrival\":\"" + arrival + "\",\"scheduled\":\"2026-11-27T10:05:00Z\"";

        assertThat(with(fields).arrival()).isEqualTo("11:05");
    }

    @Test
    void aTimeInAListOfOneIsThatTime() throws Rejection {
        assertThat(with("\"actual\":[\"2026-11-27T10:05:00Z\"]").actual()).isEqualTo("2026-11-27T10:05:00Z");
    }
}
