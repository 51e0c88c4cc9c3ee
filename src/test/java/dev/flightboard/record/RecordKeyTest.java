package dev.flightboard.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightboard.record.Rejection.Reason;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordKeyTest {

    private final RecordReader reader = Records.reader(Format.AUTO, "");

    @ParameterizedTest
    @ValueSource(
            strings = {"I768", "fr 7157@2023-08-01 19:35Z", "  ", "{\"id\":1}", "\"I768\"", "{", "{\"schema\"", "東京🛬"})
    void aKeyIsAnIdAsItStands(String key) throws Rejection {
        assertThat(reader.id(key.getBytes(UTF_8))).isEqualTo(key);
    }

    @Test
    void aKeyOf128CharactersIsAnId() throws Rejection {
        String key = "ü".repeat(128);

        assertThat(reader.id(key.getBytes(UTF_8))).isEqualTo(key);
    }

    @Test
    void aRecordWithoutAKeyIsRejected() {
        assertRejected(null, Reason.KEY_MISSING, "the record has no key");
        assertRejected(new byte[0], Reason.KEY_MISSING, "the record has no key");
    }

    @Test
    void aKeyOf129CharactersIsRejectedAndShownInPart() {
        assertRejected(
                "x".repeat(129).getBytes(UTF_8),
                Reason.KEY_INVALID,
                "id is longer than 128 characters: \"" + "x".repeat(80) + "\"…");
    }

    @Test
    void aKeyWithALineEndIsRejectedAndShownEscaped() {
        assertRejected(
                "I768\ndata: x".getBytes(UTF_8),
                Reason.KEY_INVALID,
                "id holds a control character: \"I768\\u000adata: x\"");
    }

    @Test
    void aKeyThatIsNotUtf8IsRejected() {
        assertRejected(new byte[] {(byte) 0xc3, '('}, Reason.KEY_NOT_UTF8, "malformed UTF-8: \"�(\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"schema\":{\"type\":\"string\"},\"payload\":\"I768\"}          | I768",
                "{\"payload\":\"I768\",\"schema\":null}                            | I768",
                "{\"schema\":{},\"payload\":{\"leg\":768}}                         | 768",
                "{\"schema\":{},\"payload\":{\"leg\":1,\"day\":2}}                 | {\"leg\":1,\"day\":2}",
                "{\"schema\":{},\"payload\":{\"leg\":[1]}}                         | {\"leg\":[1]}",
                "{\"schema\":{},\"payload\":1,\"more\":2}                          | {\"schema\":{},\"payload\":1,\"more\":2}"
            })
    void whatConnectPutsAroundAKeyIsTakenOff(String key, String id) throws Rejection {
        assertThat(reader.id(key.getBytes(UTF_8))).isEqualTo(id);
    }

    @Test
    void whatASchemaRegistryPutsBeforeAKeyIsTakenOff() throws Rejection {
        assertThat(reader.id("\0\0\0\0\7\"I768\"".getBytes(UTF_8))).isEqualTo("I768");
        assertThat(reader.id("\0\0\0\0\7{\"leg\":\"I768\"}".getBytes(UTF_8))).isEqualTo("I768");
        assertThat(reader.id("\0\0\0\0\007768".getBytes(UTF_8))).isEqualTo("768");
        assertRejected(
                "\0\0\0\0\7\10I768".getBytes(UTF_8),
                Reason.KEY_INVALID,
                "a schema registry's prefix with no JSON after it: Avro and Protobuf cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0BA117-2026-06-11-LHR-AA6", " BA117-0611-LHR-A", "\"BA117-0611-LHR-AB"})
    void whatAvroWroteIsNotTakenForJson(String lengthAndText) {
        assertRejected(
                ("\0\0\0\0\7" + lengthAndText).getBytes(UTF_8),
                Reason.KEY_INVALID,
                "a schema registry's prefix with no JSON after it: Avro and Protobuf cannot be read");
    }

    @Test
    void aBinaryNumberIsRejectedByName() {
        assertRejected(
                ByteBuffer.allocate(8).putLong(768).array(),
                Reason.KEY_INVALID,
                "a binary number of 8 bytes: send it as text");
        assertRejected(
                ByteBuffer.allocate(4).putInt(768).array(),
                Reason.KEY_INVALID,
                "a binary number of 4 bytes: send it as text");
    }

    @Test
    void whereRecordsArePlainNothingIsTakenOff() throws Rejection {
        String key = "{\"schema\":{},\"payload\":\"I768\"}";

        assertThat(Records.reader(Format.PLAIN, "").id(key.getBytes(UTF_8))).isEqualTo(key);
    }

    private void assertRejected(byte[] key, Reason reason, String why) {
        assertThatThrownBy(() -> reader.id(key))
                .hasMessage(why)
                .extracting(rejection -> ((Rejection) rejection).reason())
                .isEqualTo(reason);
    }
}
