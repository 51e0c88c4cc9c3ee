package dev.flightboard.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flightboard.flight.FlightState;
import java.time.ZoneId;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Reads records as the feed of an airport in Rome does. */
final class Records {

    static final Headers NO_HEADERS = new RecordHeaders();
    static final int MAX_BYTES = 16384;

    private Records() {}

    static RecordReader reader(Format format, String fields) {
        return new RecordReader(ZoneId.of("Europe/Rome"), MAX_BYTES, format, FieldNames.parse(fields));
    }

    static Reading read(byte[] value) throws Rejection {
        return reader(Format.AUTO, "").read("I768", value, NO_HEADERS);
    }

    static Reading read(String value) throws Rejection {
        return read(value.getBytes(UTF_8));
    }

    /** Of the flight I768, landing, with further fields as {@code "gate":"B1"}. */
    static FlightState with(String fields) throws Rejection {
        return reading(fields).state();
    }

    static Reading reading(String fields) throws Rejection {
        return read("{\"flight\":\"I768\",\"state\":\"landing\"," + fields + "}");
    }

    /** What was bent, as {@code gate dropped "{}"}. */
    static List<String> bent(String fields) throws Rejection {
        return reading(fields).bent().stream().map(Bent::toString).toList();
    }
}
