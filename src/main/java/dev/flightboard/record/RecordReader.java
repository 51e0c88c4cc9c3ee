package dev.flightboard.record;

import dev.flightboard.record.Rejection.Reason;
import java.time.ZoneId;
import org.apache.kafka.common.header.Headers;

/**
 * Reads a record's key and value by their meaning: a state or a removal, or a {@link Rejection} is thrown. Nothing else is
 * thrown, whatever the bytes are. Any thread.
 */
public final class RecordReader {

    private final int maxValueBytes;
    private final RecordKey keys;
    private final RecordValue values;

    /** @param timeZone the airport's: times without an offset are read in it, and {@code arrival} is derived in it */
    public RecordReader(ZoneId timeZone, int maxValueBytes, Format format, FieldNames names) {
        this.maxValueBytes = maxValueBytes;
        this.keys = new RecordKey(format);
        this.values = new RecordValue(format, names, new Times(timeZone));
    }

    /** The id of the flight, from the record's key. */
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
