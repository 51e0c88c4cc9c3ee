package dev.flightboard.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.flight.FlightJson;
import dev.flightboard.flight.FlightState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What holds for every record, whoever made it. */
class RecordPropertyTest {

    private final RecordReader reader = Records.reader(Format.AUTO, "");

    @Property
    void anyBytesAreAStateARemovalOrARejection(@ForAll byte[] key, @ForAll byte[] value, @ForAll Format format) {
        assertReadable(format, key, value);
    }

    @Property
    void anyJsonIsAStateARemovalOrARejection(@ForAll("json") String value, @ForAll Format format) {
        assertReadable(format, value.getBytes(UTF_8), value.getBytes(UTF_8));
    }

    @Property
    void anyTextInAnyFieldCostsNoMoreThanThatField(@ForAll("fields") String field, @ForAll("json") String json)
            throws Rejection {
        String value = "{\"flight\":\"I768\",\"%s\":%s,\"state\":\"landing\"}".formatted(field, json);

        Reading reading = reader.read("I768", value.getBytes(UTF_8), Records.NO_HEADERS);

        assertThat(reading.state().flight()).isEqualTo("I768");
        assertThat(reading.state().state()).isEqualTo("landing");
        assertThat(reading.bent()).extracting(Bent::field).allMatch(field::equals);
    }

    /** A record with a byte changed, or without its end, is whatever it is, and throws nothing. */
    @Property
    void aDamagedRecordIsAStateARemovalOrARejection(@ForAll int at, @ForAll byte damage, @ForAll boolean cut) {
        byte[] value = """
                {"flight":"I768","state":"landing","origin":"Zürich","scheduled":"2026-11-27T10:05:00+01:00",\
                "belt":["2",{"x":[1e9]}],"codeshares":["AA1","\\ud83d\\udeec"],"actual":1795773900.5}""".getBytes(UTF_8);
        int place = Math.floorMod(at, value.length);
        value[place] = damage;

        assertReadable(Format.AUTO, value, cut ? Arrays.copyOf(value, place) : value);
    }

    @Property
    void whatIsWrittenIsReadAsItWas(@ForAll("fields") String field, @ForAll("json") String json) throws Rejection {
        String value = "{\"flight\":\"I768\",\"state\":\"landing\",\"%s\":%s}".formatted(field, json);
        FlightState once =
                reader.read("I768", value.getBytes(UTF_8), Records.NO_HEADERS).state();

        Reading again = reader.read("I768", FlightJson.withoutId(once), Records.NO_HEADERS);

        assertThat(again.state()).isEqualTo(once);
        assertThat(again.bent()).isEmpty();
    }

    @Property
    void everyInstantOfOurTimesIsReadAsItIsWritten(
            @ForAll @LongRange(min = -2208900000L, max = 253402300799L) long second) throws Rejection {
        Instant time = Instant.ofEpochSecond(second);

        assertThat(Records.with("\"actual\":\"" + time + "\"").actual()).isEqualTo(time);
        assertThat(Records.with("\"actual\":\"" + time.atOffset(ZoneOffset.ofHours(-5)) + "\"")
                        .actual())
                .isEqualTo(time);
    }

    private void assertReadable(Format format, byte[] key, byte[] value) {
        RecordReader any = Records.reader(format, "gate=a.b.c");
        try {
            String id = any.id(key);
            assertThat(id).hasSizeBetween(1, 128);
        } catch (Rejection rejection) {
            assertShort(rejection);
        }
        try {
            Reading reading = any.read("I768", value, Records.NO_HEADERS);
            assertThat(reading.removes() || reading.state().id().equals("I768")).isTrue();
            reading.bent().forEach(bent -> assertThat(bent.toString()).hasSizeLessThan(600));
        } catch (Rejection rejection) {
            assertShort(rejection);
        }
    }

    private static void assertShort(Rejection rejection) {
        assertThat(rejection.reason()).isNotEqualTo(Rejection.Reason.UNREADABLE);
        assertThat(rejection.getMessage())
                .hasSizeLessThan(700)
                .doesNotContain("\n", "\r", "\u2028", "\u0000", "\u001b");
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of(Field.titles().subList(2, 12));
    }

    @Provide
    Arbitrary<String> json() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                        Arbitraries.strings().all().ofMaxLength(100),
                        Arbitraries.strings().withChars("0123456789-:TZ+. ").ofMaxLength(30),
                        Arbitraries.of(
                                "Landed", "GATE_CLOSED", "2026-11-27T10:05Z", "24:00", "AA1, BA 2", "\u202e", ""))
                .map(text -> text.chars()
                        .mapToObj(c -> String.format("\\u%04x", c))
                        .collect(Collectors.joining("", "\"", "\"")));
        Arbitrary<String> numbers = Arbitraries.oneOf(
                Arbitraries.bigDecimals().map(Object::toString),
                Arbitraries.longs().map(Object::toString),
                Arbitraries.of("0", "-0", "1e400", "-1E-400", "1e99999999999", "NaN", "-Infinity"));
        Arbitrary<String> words = Arbitraries.of("null", "true", "false");
        return Arbitraries.recursive(
                () -> Arbitraries.oneOf(texts, numbers, words),
                inner -> Arbitraries.oneOf(
                        inner.list()
                                .ofMaxSize(4)
                                .map(each -> String.join(",", each))
                                .map(each -> "[" + each + "]"),
                        inner.map(each -> "{\"state\":" + each + ",\"payload\":" + each + "}"),
                        inner.map(each -> "{\"schema\":1,\"payload\":" + each + "}"),
                        inner.map(each -> "{\"specversion\":\"1.0\",\"data\":" + each + "}"),
                        inner.map(each -> "{\"op\":\"u\",\"after\":" + each + "}")),
                0,
                3);
    }
}
