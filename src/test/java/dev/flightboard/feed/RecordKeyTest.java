package dev.flightboard.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightboard.feed.Rejection.Reason;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RecordKeyTest {

    private final RecordReader reader = new RecordReader(ZoneOffset.UTC, 16384);

    @Test
    void aKeyOf128CharactersIsAnId() throws Rejection {
        String key = "ü".repeat(128);

        String id = reader.id(key.getBytes(UTF_8));

        assertThat(id).isEqualTo(key);
    }

    @Test
    void aRecordWithoutAKeyIsRejected() {
        assertRejected(null, Reason.KEY_MISSING);
        assertRejected(new byte[0], Reason.KEY_MISSING);
    }

    @Test
    void aKeyOf129CharactersIsRejected() {
        assertRejected("x".repeat(129).getBytes(UTF_8), Reason.KEY_INVALID);
    }

    @Test
    void aKeyOfTenKilobytesIsRejected() {
        assertRejected("x".repeat(10_240).getBytes(UTF_8), Reason.KEY_INVALID);
    }

    @Test
    void aKeyWithALineEndIsRejected() {
        assertRejected("I768\ndata: x".getBytes(UTF_8), Reason.KEY_INVALID);
    }

    @Test
    void aKeyThatIsNotUtf8IsRejected() {
        assertRejected(new byte[] {(byte) 0xc3, '('}, Reason.KEY_NOT_UTF8);
    }

    private void assertRejected(byte[] key, Reason reason) {
        assertThatThrownBy(() -> reader.id(key))
                .extracting(rejection -> ((Rejection) rejection).reason())
                .isEqualTo(reason);
    }
}
