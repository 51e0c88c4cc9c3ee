package dev.flightboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final long TOPIC = 0x8123456789abcdefL;
    private static final Instant AS_OF = Instant.parse("2026-01-31T10:10:00Z");

    @Test
    void aCursorSurvivesTheWire() {
        Cursor issued = new Cursor(TOPIC, AS_OF, 0, 0, new long[] {0, 127, 128, 1L << 34, Long.MAX_VALUE});

        Cursor read = Cursor.parse(issued.toString()).orElseThrow();

        assertThat(read).usingRecursiveComparison().isEqualTo(issued);
    }

    // P36
    @Test
    void aCursorOfAnOlderServiceIsRead() {
        // Format 1, topic 0x0102030405060708, offsets 5, 6 and 7.
        Cursor read = Cursor.parse("AQECAwQFBgcIaX3WgAUGBw").orElseThrow();

        assertThat(read.isOfTopic(0x0102030405060708L)).isTrue();
        assertThat(read.isOfLineage(42)).isTrue();
        assertThat(read.nextOffsets()).containsExactly(5, 6, 7);
    }

    @Test
    void aCursorOfOneViewSurvivesTheWire() {
        Cursor issued = new Cursor(TOPIC, AS_OF, 0xfedcba, 0, new long[] {7});

        Cursor read = Cursor.parse(issued.toString()).orElseThrow();

        assertThat(read.isOf(0xfedcba)).isTrue();
        assertThat(read.isOf(0)).isFalse();
        assertThat(read).usingRecursiveComparison().isEqualTo(issued);
    }

    // P36
    @Test
    void everyReplicaAndEveryOtherServerWritesTheSameBytes() {
        Instant asOf = Instant.ofEpochSecond(0x697dd680L);

        assertThat(hex(new Cursor(TOPIC, asOf, 0, 0xbeef, new long[] {2, 128, 0})))
                .isEqualTo("03" + "456789abcdef" + "697dd680" + "beef" + "02" + "8001" + "00");
        assertThat(hex(new Cursor(TOPIC, asOf, 0xc5a9f9, 0xbeef, new long[] {2})))
                .isEqualTo("04" + "456789abcdef" + "697dd680" + "c5a9f9" + "beef" + "02");
    }

    // P20, P69
    @Test
    void sixteenPartitionsFitInTheHeaderThatNeedsNoPreflight() {
        long[] offsets = new long[16];
        Arrays.fill(offsets, (1L << 35) - 1);

        String text = new Cursor(TOPIC, AS_OF, 0xffffff, 0, offsets).toString();

        assertThat(text).hasSizeLessThanOrEqualTo(128).matches("[A-Za-z0-9_-]+");
    }

    // P20
    @Test
    void aThousandPartitionsAreStillACursor() {
        long[] offsets = new long[1000];
        Arrays.fill(offsets, (1L << 35) - 1);

        Optional<Cursor> read = Cursor.parse(new Cursor(TOPIC, AS_OF, 1, 0, offsets).toString());

        assertThat(read).map(Cursor::partitions).contains(1000);
    }

    // P27
    @Test
    void aPartitionThatTheCursorDoesNotNameIsReadFromItsBeginning() {
        Cursor cursor = new Cursor(TOPIC, AS_OF, 0, 0, new long[] {5});

        assertThat(cursor.nextOffset(1)).isZero();
    }

    // P22
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "null", "A", "AQ", "AQ==", "é", "\u0000", "AQ AA", "../../etc/passwd", "42"})
    void whatNobodyIssuedIsNoCursor(String text) {
        assertThat(Cursor.parse(text)).isEmpty();
    }

    @Test
    void tenKilobytesAreNoCursor() {
        assertThat(Cursor.parse("A".repeat(10_240))).isEmpty();
    }

    @Test
    void anOffsetThatDoesNotEndIsNoCursor() {
        byte[] bytes = new byte[13 + 10];
        bytes[0] = 1;
        Arrays.fill(bytes, 13, bytes.length, (byte) 0xff);

        assertThat(Cursor.parse(Base64.getUrlEncoder().encodeToString(bytes))).isEmpty();
    }

    @Test
    void noTextEverMakesTheParserFail() {
        Random random = new Random(1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ \u0000é🛬";

        for (int round = 0; round < 20_000; round++) {
            String text = random.ints(random.nextInt(200), 0, alphabet.length())
                    .collect(StringBuilder::new, (to, i) -> to.append(alphabet.charAt(i)), StringBuilder::append)
                    .toString();
            assertThat(Cursor.parse(text).map(Cursor::toString)).satisfies(CursorTest::isEmptyOrReadable);
        }
    }

    @Test
    void noBytesEverMakeTheParserFail() {
        Random random = new Random(2);

        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[1 + random.nextInt(100)];
            random.nextBytes(bytes);
            bytes[0] = (byte) (1 + random.nextInt(2));
            String text = Base64.getUrlEncoder().encodeToString(bytes);
            assertThat(Cursor.parse(text).map(Cursor::toString)).satisfies(CursorTest::isEmptyOrReadable);
        }
    }

    private static String hex(Cursor cursor) {
        return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(cursor.toString()));
    }

    private static void isEmptyOrReadable(Optional<String> written) {
        written.ifPresent(
                text -> assertThat(Cursor.parse(text)).map(Cursor::toString).contains(text));
    }
}
