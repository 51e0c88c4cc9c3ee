package dev.flightboard.record;

import java.util.Arrays;

/** The prefix that serialisers with a schema registry put before a key or value: a zero byte and the schema's id. */
final class SchemaPrefix {

    // Confluent's ids have four bytes, Apicurio's once had eight.
    private static final int[] LENGTHS = {5, 9};

    /** With which bytes values begin that are JSON, a byte order mark's first among them. */
    static final String BEGINS_VALUES = "{\"n \n\u00ef";

    /** With which bytes keys begin that are JSON: they may be numbers. */
    static final String BEGINS_KEYS = BEGINS_VALUES + "-0123456789";

    static final String NO_JSON = "a schema registry's prefix with no JSON after it: Avro and Protobuf cannot be read";

    private SchemaPrefix() {}

    /** No JSON and no key begins with a zero byte. */
    static boolean isBefore(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == 0;
    }

    /** The bytes behind the prefix; null if they do not begin as they should. */
    static byte[] cut(byte[] bytes, String begins) {
        for (int length : LENGTHS) {
            // An id of eight bytes is a small number. Behind a shorter one, Avro's text has its own length here.
            boolean fits = length < bytes.length && (length == 5 || bytes[5] == 0);
            if (fits && begins.indexOf(bytes[length] & 0xff) >= 0)
                return Arrays.copyOfRange(bytes, length, bytes.length);
        }
        return null;
    }
}
