package dev.flightboard.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightboard.record.Rejection.Reason;
import java.util.Base64;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    private static final String PLAIN = "{\"flight\":\"I768\",\"state\":\"landing\"}";
    private static final String CONNECT = "{\"schema\":{\"type\":\"struct\"},\"payload\":%s}";
    private static final String DEBEZIUM =
            "{\"before\":null,\"after\":%s,\"source\":{\"db\":\"x\"},\"op\":\"u\",\"ts_ms\":1}";
    private static final String CLOUD_EVENT =
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/x\",\"type\":\"x\",\"data\":%s}";
    private static final String PREFIX = "\0\0\0\1\7";

    @ParameterizedTest
    @ValueSource(strings = {CONNECT, DEBEZIUM, CLOUD_EVENT, PREFIX + "%s", "\0\0\0\0\0\0\0\1\7%s", PREFIX + CONNECT})
    void anEnvelopeIsToldByWhatItIs(String envelope) throws Rejection {
        Reading reading = read(Format.AUTO, envelope.replace("%s", PLAIN));

        assertThat(reading.state()).isEqualTo(read(Format.AUTO, PLAIN).state());
        assertThat(reading.bent()).isEmpty();
    }

    @Test
    void envelopesMayBeAroundEachOther() throws Rejection {
        String all = PREFIX + CONNECT.formatted(CLOUD_EVENT.formatted(DEBEZIUM.formatted(PLAIN)));

        assertThat(read(Format.AUTO, all).state().flight()).isEqualTo("I768");
    }

    @Test
    void tooManyEnvelopesAreRefused() {
        String many = PLAIN;
        for (int i = 0; i < 9; i++) many = CONNECT.formatted(many);

        assertInvalid(Format.AUTO, many, "more than 5 envelopes around each other");
    }

    @Test
    void aValueEncodedTwiceIsReadAndTold() throws Rejection {
        Reading reading = read(Format.AUTO, "\"" + PLAIN.replace("\"", "\\\"") + "\"");

        assertThat(reading.state().flight()).isEqualTo("I768");
        assertThat(reading.bent()).extracting(Bent::field).containsExactly("value");
    }

    @Test
    void whatIsBentWithinIsTold() throws Rejection {
        Reading reading = read(Format.AUTO, DEBEZIUM.formatted("{\"flight\":768,\"state\":\"landing\"}"));

        assertThat(reading.bent()).extracting(Bent::toString).containsExactly("flight changed \"768\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"schema\":{},\"payload\":null}",
                "{\"before\":{\"flight\":\"I768\",\"state\":\"landing\"},\"after\":null,\"op\":\"d\"}",
                "{\"schema\":{},\"payload\":{\"before\":null,\"after\":null,\"op\":\"d\"}}",
                "{\"specversion\":\"1.0\",\"type\":\"x\",\"data\":null}",
                PREFIX + "null"
            })
    void anEnvelopeOfNothingRemovesTheFlight(String value) throws Rejection {
        assertThat(read(Format.AUTO, value).removes()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"payload\":1,\"schema\":2",
                "\"before\":{},\"after\":{},\"op\":\"d\"",
                "\"specversion\":\"1.0\",\"data\":null",
                "\"op\":\"d\",\"payload\":null"
            })
    void aRecordWithItsTwoFieldsIsPlainWhateverElseItHas(String fields) throws Rejection {
        assertThat(read(Format.AUTO, PLAIN.replace("}", "," + fields + "}"))
                        .state()
                        .flight())
                .isEqualTo("I768");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"payload\":{},\"schema\":{},\"x\":1}         | a payload, but not schema and payload alone",
                "{\"after\":{}}                                | an after, but no op",
                "{\"after\":{},\"op\":\"t\"}                   | Debezium's op is \"t\", not c, r, u or d",
                "{\"after\":null,\"op\":\"u\"}                 | Debezium's op is \"u\", and after is missing",
                "{\"specversion\":\"1.0\"}                     | the CloudEvent has no data",
                "{\"specversion\":\"0.3\",\"data\":{}}         | the CloudEvent's specversion is \"0.3\", not 1.0",
                "{\"specversion\":\"1.0\",\"op\":\"d\",\"before\":{}} | it has the fields of a CloudEvent and of Debezium",
                "{\"specversion\":\"1.0\",\"data_base64\":\"?\"} | the CloudEvent's data_base64 is not base 64",
                "{\"specversion\":\"1.0\",\"data\":\"x\",\"datacontenttype\":\"text/xml\"} | the CloudEvent's data is \"text/xml\", not JSON"
            })
    void whatMayBeAnEnvelopeAndIsNoneIsRejectedByName(String value, String why) {
        assertInvalid(Format.AUTO, value, why);
    }

    @ParameterizedTest
    @ValueSource(strings = {PREFIX, PREFIX + "\2\10I768", "\0", "\0{"})
    void avroAndProtobufAreRejectedByName(String value) {
        assertInvalid(
                Format.AUTO,
                value,
                "a schema registry's prefix with no JSON after it: Avro and Protobuf cannot be read");
    }

    @Test
    void aCloudEventMayHoldItsDataInBase64() throws Rejection {
        String data = Base64.getEncoder().encodeToString(PLAIN.getBytes(UTF_8));
        String value =
                "{\"specversion\":\"1.0\",\"datacontenttype\":\"application/json; charset=utf-8\",\"data_base64\":\"%s\"}";

        assertThat(read(Format.AUTO, value.formatted(data)).state().flight()).isEqualTo("I768");
    }

    @Test
    void whatIsNotUtf8InBase64CostsTheFieldThatHoldsIt() throws Rejection {
        byte[] latin1 = "{\"flight\":\"I768\",\"state\":\"landing\",\"origin\":\"Zürich\"}".getBytes(ISO_8859_1);
        String value = "{\"specversion\":\"1.0\",\"data_base64\":\"%s\"}"
                .formatted(Base64.getEncoder().encodeToString(latin1));

        assertThat(read(Format.AUTO, value).state().flight()).isEqualTo("I768");
        assertThat(read(Format.AUTO, value).state().origin()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"application/JSON\"", "\"Application/CloudEvents+Json; x=1\""})
    void aCloudEventsTypeMayBeUnsetAndInAnyCapitals(String type) throws Rejection {
        String value = CLOUD_EVENT
                .formatted(PLAIN)
                .replace("{\"specversion", "{\"datacontenttype\":" + type + ",\"specversion");

        assertThat(read(Format.AUTO, value).state().flight()).isEqualTo("I768");
    }

    @Test
    void aBinaryCloudEventIsToldByItsHeaders() throws Rejection {
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_specversion", "1.0".getBytes(UTF_8));
        headers.add("content-type", "application/json".getBytes(UTF_8));

        Reading reading = Records.reader(Format.CLOUDEVENTS, "").read("I768", PLAIN.getBytes(UTF_8), headers);

        assertThat(reading.state().flight()).isEqualTo("I768");
    }

    @Test
    void aBinaryCloudEventThatIsNotJsonIsRejectedByName() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_specversion", "1.0".getBytes(UTF_8));
        headers.add("content-type", "application/avro".getBytes(UTF_8));

        assertThatThrownBy(() -> Records.reader(Format.AUTO, "").read("I768", PLAIN.getBytes(UTF_8), headers))
                .hasMessage("the CloudEvent's data is \"application/avro\", not JSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SCHEMA_REGISTRY | " + CONNECT,
                "CONNECT         | " + DEBEZIUM,
                "DEBEZIUM        | " + CLOUD_EVENT,
                "CLOUDEVENTS     | %s"
            })
    void aFormatThatIsSetRefusesOthersByName(Format format, String envelope) {
        assertInvalid(format, envelope.replace("%s", PLAIN), "the value is not in the format that is set, " + format);
    }

    @Test
    void aFormatThatIsSetMayBeInAnother() throws Rejection {
        assertThat(read(Format.DEBEZIUM, CONNECT.formatted(DEBEZIUM.formatted(PLAIN)))
                        .removes())
                .isFalse();
    }

    @Test
    void aFormatThatIsSetIsSureWhereNoOtherIs() throws Rejection {
        String extended = CLOUD_EVENT
                .formatted(PLAIN)
                .replace("{\"specversion", "{\"flight\":\"X\",\"state\":\"y\",\"specversion");

        assertThat(read(Format.AUTO, extended).state().flight()).isEqualTo("X");
        assertThat(read(Format.CLOUDEVENTS, extended).state().flight()).isEqualTo("I768");
    }

    @ParameterizedTest
    @EnumSource
    void nothingRemovesTheFlightInEveryFormat(Format format) throws Rejection {
        assertThat(read(format, "").removes()).isTrue();
        assertThat(read(format, "null").removes()).isTrue();
    }

    @Test
    void wherePlainIsSetThereAreNoEnvelopes() {
        assertThatThrownBy(() -> read(Format.PLAIN, CONNECT.formatted(PLAIN))).hasMessage("flight is missing");
        assertThatThrownBy(() -> read(Format.PLAIN, PREFIX + PLAIN))
                .extracting(rejection -> ((Rejection) rejection).reason())
                .isEqualTo(Reason.VALUE_NOT_JSON);
    }

    private static Reading read(Format format, String value) throws Rejection {
        return Records.reader(format, "").read("I768", value.getBytes(UTF_8), Records.NO_HEADERS);
    }

    private static void assertInvalid(Format format, String value, String why) {
        assertThatThrownBy(() -> read(format, value))
                .hasMessage(why)
                .extracting(rejection -> ((Rejection) rejection).reason())
                .isEqualTo(Reason.ENVELOPE_INVALID);
    }
}
