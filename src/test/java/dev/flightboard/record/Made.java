package dev.flightboard.record;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Inputs that nobody thought of, all of them following from one seed. */
final class Made {

    private static final List<String> TEXTS =
            List.of("Landed", "GATE_CLOSED", "2026-11-27T10:05Z", "24:00", "AA1, BA 2", "\u202e", "");
    private static final List<String> NUMBERS =
            List.of("0", "-0", "1e400", "-1E-400", "1e99999999999", "NaN", "-Infinity");
    private static final List<String> WORDS = List.of("null", "true", "false");
    private static final List<String> ENVELOPES = List.of(
            "{\"state\":%1$s,\"payload\":%1$s}",
            "{\"schema\":1,\"payload\":%s}", "{\"specversion\":\"1.0\",\"data\":%s}", "{\"op\":\"u\",\"after\":%s}");

    private final SplittableRandom random;

    Made(long seed) {
        random = new SplittableRandom(seed);
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    long between(long first, long last) {
        return random.nextLong(first, last + 1);
    }

    <T> T oneOf(List<T> all) {
        return all.get(number(all.size()));
    }

    byte[] bytes() {
        byte[] bytes = new byte[length(300)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Often none or as many as may be, where faults live. */
    private int length(int longest) {
        return switch (number(8)) {
            case 0 -> 0;
            case 1 -> longest;
            default -> number(longest);
        };
    }

    String json() {
        return json(3);
    }

    private String json(int depth) {
        if (depth == 0 || number(2) == 0) return scalar();
        if (number(3) == 0) return oneOf(ENVELOPES).formatted(json(depth - 1));
        return IntStream.range(0, number(5)).mapToObj(i -> json(depth - 1)).collect(Collectors.joining(",", "[", "]"));
    }

    private String scalar() {
        return switch (number(5)) {
            case 0 -> oneOf(WORDS);
            case 1 -> oneOf(NUMBERS);
            case 2 -> String.valueOf(random.nextLong());
            case 3 -> new BigDecimal(BigInteger.valueOf(random.nextLong()), number(60) - 30).toString();
            default -> quoted(text());
        };
    }

    private String text() {
        return switch (number(3)) {
            case 0 -> oneOf(TEXTS);
            case 1 -> characters(30, () -> "0123456789-:TZ+. ".charAt(number(17)));
            default -> characters(100, () -> (char) number(number(2) == 0 ? 0x10000 : 0x180));
        };
    }

    private String characters(int longest, Supplier<Character> next) {
        StringBuilder text = new StringBuilder();
        for (int left = length(longest); left > 0; left--)
            text.append(next.get().charValue());
        return text.toString();
    }

    /** Every character escaped, half surrogate pairs among them. */
    private static String quoted(String text) {
        return text.chars().mapToObj(c -> String.format("\\u%04x", c)).collect(Collectors.joining("", "\"", "\""));
    }
}
