package dev.flightboard.record;

/** Reads a text once, from left to right; takes what it is asked for if that comes next. Used by one thread. */
final class TextScanner {

    private final String text;
    private int at;

    TextScanner(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at == text.length();
    }

    boolean atDigit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** The number of exactly so many digits; -1 where fewer come next. */
    int digits(int count) {
        if (at + count > text.length()) return -1;
        int number = 0;
        for (int end = at + count; at < end; at++) {
            if (!atDigit()) return -1;
            number = 10 * number + text.charAt(at) - '0';
        }
        return number;
    }

    /** A fraction of a second, in nanoseconds; finer digits are dropped. -1 if none comes next. */
    int decimals() {
        if (!atDigit()) return -1;
        int nano = 0;
        for (int unit = 100_000_000; atDigit(); at++, unit /= 10) nano += unit * (text.charAt(at) - '0');
        return nano;
    }

    boolean take(char c) {
        if (atEnd() || text.charAt(at) != c) return false;
        at++;
        return true;
    }

    boolean take(String word) {
        if (!text.startsWith(word, at)) return false;
        at += word.length();
        return true;
    }

    boolean takeBlanks() {
        int start = at;
        while (!atEnd() && Character.isSpaceChar(text.charAt(at))) at++;
        return at > start;
    }

    /** Takes all that is left, if it begins and ends with these two characters. */
    boolean takeRest(char first, char last) {
        if (atEnd() || text.charAt(at) != first || text.charAt(text.length() - 1) != last) return false;
        at = text.length();
        return true;
    }
}
