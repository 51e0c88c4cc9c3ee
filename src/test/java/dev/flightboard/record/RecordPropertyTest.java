package dev.flightboard.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.flight.FlightJson;
import dev.flightboard.flight.FlightState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What holds for every record, whoever made it. A failure names its seed: {@code -Drecords.seed=…} tries that one alone,
 * {@code -Drecords.tries=1000000} looks for longer.
 */
class RecordPropertyTest {

    private static final int TRIES = Integer.getInteger("records.tries", 2000);
    private static final Long SEED = Long.getLong("records.seed");

    // Of each property; more tries than fit are a search, and may take as long as they like.
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final long FIRST = Instant.parse("1987-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2099-12-31T23:59:59Z").getEpochSecond();

    private static final List<Format> FORMATS = List.of(Format.values());
    private static final List<String> OPTIONAL_FIELDS = Field.titles().subList(2, 12);

    private final RecordReader reader = Records.reader(Format.AUTO, "");

    @Test
    void anyBytesAreAStateARemovalOrARejection() {
        always(made -> assertReadable(made.oneOf(FORMATS), made.bytes(), made.bytes()));
    }

    @Test
    void anyJsonIsAStateARemovalOrARejection() {
        always(made -> {
            byte[] json = made.json().getBytes(UTF_8);

            assertReadable(made.oneOf(FORMATS), json, json);
        });
    }

    @Test
    void anyTextInAnyFieldCostsNoMoreThanThatField() {
        always(made -> {
            String field = made.oneOf(OPTIONAL_FIELDS);
            String value = "{\"flight\":\"I768\",\"%s\":%s,\"state\":\"landing\"}".formatted(field, made.json());

            Reading reading = reader.read("I768", value.getBytes(UTF_8), Records.NO_HEADERS);

            assertThat(reading.state().flight()).isEqualTo("I768");
            assertThat(reading.state().state()).isEqualTo("landing");
            assertThat(reading.bent()).extracting(Bent::field).allMatch(field::equals);
        });
    }

    /** A record with a byte changed, or without its end, is whatever it is, and throws nothing. */
    @Test
    void aDamagedRecordIsAStateARemovalOrARejection() {
        always(made -> {
            byte[] value = """
                    {"flight":"I768","state":"landing","origin":"Zürich","scheduled":"2026-11-27T10:05:00+01:00",\
                    "belt":["2",{"x":[1e9]}],"codeshares":["AA1","\\ud83d\\udeec"],"actual":1795773900.5}""".getBytes(UTF_8);
            int place = made.number(value.length);
            value[place] = (byte) made.number(256);

            assertReadable(Format.AUTO, value, made.number(2) == 0 ? Arrays.copyOf(value, place) : value);
        });
    }

    @Test
    void whatIsWrittenIsReadAsItWas() {
        always(made -> {
            String value = "{\"flight\":\"I768\",\"state\":\"landing\",\"%s\":%s}"
                    .formatted(made.oneOf(OPTIONAL_FIELDS), made.json());
            FlightState once = reader.read("I768", value.getBytes(UTF_8), Records.NO_HEADERS)
                    .state();

            Reading again = reader.read("I768", FlightJson.withoutId(once), Records.NO_HEADERS);

            assertThat(again.state()).isEqualTo(once);
            assertThat(again.bent()).isEmpty();
        });
    }

    @Test
    void everyInstantOfOurTimesIsReadAsItIsWritten() {
        always(made -> {
            Instant time = Instant.ofEpochSecond(made.between(FIRST, LAST));

            assertThat(Records.with("\"actual\":\"" + time + "\"").actual()).isEqualTo(time);
            assertThat(Records.with("\"actual\":\"" + time.atOffset(ZoneOffset.ofHours(-5)) + "\"")
                            .actual())
                    .isEqualTo(time);
        });
    }

    private interface Check {
        void on(Made made) throws Rejection;
    }

    private static void always(Check check) {
        long first = SEED == null ? System.nanoTime() : SEED;
        long end = System.nanoTime() + LONGEST.toNanos();
        int tries = SEED == null ? TRIES : 1;
        for (long seed = first; seed < first + tries && (tries > 2000 || System.nanoTime() < end); seed++) {
            try {
                check.on(new Made(seed));
            } catch (Throwable failed) {
                throw new AssertionError("fails with -Drecords.seed=" + seed, failed);
            }
        }
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
}
