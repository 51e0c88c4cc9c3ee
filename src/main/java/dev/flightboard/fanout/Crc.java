package dev.flightboard.fanout;

import java.util.zip.CRC32;

/**
 * The checksum of a text, and what is needed to compute the checksum of another text followed by this one, when of the other
 * only the checksum is known: x to the power of this text's length in bits, modulo the CRC's polynomial. zlib's {@code
 * crc32_combine} does the same.
 *
 * @param value CRC-32 of the text (RFC 1952)
 * @param shift that power of x
 * @param length of the text, in bytes
 */
record Crc(int value, int shift, int length) {

    private static final int POLYNOMIAL = 0xedb88320;

    /** x to the power of 2 to the power of the index. */
    private static final int[] POWERS = new int[32];

    static {
        POWERS[0] = 1 << 30;
        for (int i = 1; i < POWERS.length; i++) POWERS[i] = product(POWERS[i - 1], POWERS[i - 1]);
    }

    static Crc of(byte[] text) {
        CRC32 crc = new CRC32();
        crc.update(text);
        // x to the power of 1.
        int shift = 1 << 31;
        // Eight bits a byte: from 2 to the power of 3 on.
        int power = 3;
        for (int rest = text.length; rest != 0; rest >>>= 1, power++) {
            if ((rest & 1) != 0) shift = product(POWERS[power & 31], shift);
        }
        return new Crc((int) crc.getValue(), shift, text.length);
    }

    /** The checksum of a text with this checksum, followed by this text. */
    int appendedTo(int before) {
        return product(shift, before) ^ value;
    }

    /** The product of two polynomials modulo the CRC's, with their bits in reverse order as the CRC has them. */
    private static int product(int one, int other) {
        int product = 0;
        int shifted = other;
        for (int bits = one; bits != 0; bits <<= 1) {
            product ^= shifted & bits >> 31;
            shifted = shifted >>> 1 ^ POLYNOMIAL & -(shifted & 1);
        }
        return product;
    }
}
