package dev.flightboard.record;

import dev.flightboard.record.Rejection.Reason;
import java.util.Arrays;

/** The prefix that serialisers with a schema registry put before a key or value: a zero byte and the schema's id. */
final class SchemaPrefix {

    // Confluent's ids have four bytes, Apicurio's once had eight.
    private static final int[] LENGTHS = {5, 9};

    private SchemaPrefix() {}

    /** No JSON and no key begins with a zero byte. */
    static boolean isBefore(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == 0;
    }

    /** The bytes behind the prefix, which must be JSON. */
    static byte[] cut(byte[] bytes, Reason otherwise) throws Rejection {
        for (int length : LENGTHS) {
            if (length < bytes.length && beginsJson(bytes[length]))
                return Arrays.copyOfRange(bytes, length, bytes.length);
        }
        throw new Rejection(
                otherwise, "a schema registry's prefix with no JSON after it: Avro and Protobuf cannot be read");
    }

    private static boolean beginsJson(byte first) {
        return first == '{' || first == '"' || first == 'n' || first == ' ' || first == '\n' || first == (byte) 0xef;
    }
}
