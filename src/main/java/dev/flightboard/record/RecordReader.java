package dev.flightboard.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.flightboard.record.Rejection.Reason;
import java.time.ZoneId;
import org.apache.kafka.common.header.Headers;

/**
 * Reads a record's key and value by what they mean: a state, a removal, or a {@link Rejection}. Nothing else is thrown,
 * whatever the bytes are. Any thread.
 */
public final class RecordReader {

    private final JsonFactory json = JsonFactory.builder()
            // The size of a value bounds all that is in it; what is nested is passed over without recursion.
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            // Python writes NaN for what is missing.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            // Names that were made to collide are slow to find, and still names.
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .build();
    private final int maxValueBytes;
    private final RecordKey keys;
    private final RecordValue values;

    /** @param timeZone the airport's, of times without an offset, and in which {@code arrival} is derived */
    public RecordReader(ZoneId timeZone, int maxValueBytes, Format format, FieldNames names) {
        this.maxValueBytes = maxValueBytes;
        this.keys = new RecordKey(json, format);
        this.values = new RecordValue(json, format, names, new Times(timeZone));
    }

    /** The id that the key is. */
    public String id(byte[] key) throws Rejection {
        try {
            return keys.id(key);
        } catch (RuntimeException | StackOverflowError unforeseen) {
            throw unreadable(unforeseen);
        }
    }

    /** What the record says of the flight with that id. */
    public Reading read(String id, byte[] value, Headers headers) throws Rejection {
        if (value == null || value.length == 0) return Reading.REMOVAL;
        if (value.length > maxValueBytes) {
            throw new Rejection(
                    Reason.VALUE_TOO_LARGE, value.length + " bytes, of which " + maxValueBytes + " are allowed");
        }
        try {
            return values.read(id, value, headers);
        } catch (RuntimeException | StackOverflowError unforeseen) {
            throw unreadable(unforeseen);
        }
    }

    private static Rejection unreadable(Throwable unforeseen) {
        return new Rejection(Reason.UNREADABLE, Excerpt.of(unforeseen.toString()));
    }
}
