package dev.flightboard.fanout;

/**
 * Finds a check-in desk in the text that a flight has for its desks: names with commas, semicolons, slashes or blanks
 * between, such as {@code A1, A3}, and rows of them with a dash between the first and the last, such as {@code 101 – 110} or
 * {@code A12-18}. No object is made: every change is compared with every desk that somebody watches.
 */
final class Desks {

    private static final String BETWEEN = ",;/";
    private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212";

    // More digits than any desk has, fewer than overflow.
    private static final int MAX_DIGITS = 9;

    private final String text;
    private final String desk;

    private Desks(String text, String desk) {
        this.text = text;
        this.desk = desk;
    }

    static boolean have(String desks, String desk) {
        if (desks.equals(desk)) return true;
        Desks search = new Desks(desks, desk);
        for (int start = 0; start < desks.length(); ) {
            int end = start;
            while (end < desks.length() && BETWEEN.indexOf(desks.charAt(end)) < 0) end++;
            if (search.isAmong(start, end)) return true;
            start = end + 1;
        }
        return false;
    }

    /** Whether it is this name, lies within this row, or is one of these names with blanks between. */
    private boolean isAmong(int from, int to) {
        int start = skipBlanks(from, to);
        int end = skipBlanksBack(start, to);
        if (isThat(start, end)) return true;
        int dash = dash(start, end);
        if (dash >= 0 && isInRow(start, skipBlanksBack(start, dash), skipBlanks(dash + 1, end), end)) return true;
        for (int i = start; i < end; i++) {
            if (isBlank(text.charAt(i))) return isAmong(start, i) || isAmong(i + 1, end);
        }
        return false;
    }

    private boolean isThat(int start, int end) {
        return end - start == desk.length() && text.startsWith(desk, start);
    }

    /** Of the only dash; -1 if there is none, or more, which are part of a name. */
    private int dash(int start, int end) {
        int dash = -1;
        for (int i = start; i < end; i++) {
            if (DASHES.indexOf(text.charAt(i)) < 0) continue;
            if (dash >= 0) return -1;
            dash = i;
        }
        return dash;
    }

    /** Names in a row differ in the number at their end; the last may be that number alone. */
    private boolean isInRow(int first, int firstEnd, int last, int lastEnd) {
        int firstNumber = numberAt(text, first, firstEnd);
        int lastNumber = numberAt(text, last, lastEnd);
        int number = numberAt(desk, 0, desk.length());
        int prefix = firstNumber - first;
        boolean oneName =
                lastNumber == last || lastNumber - last == prefix && text.regionMatches(last, text, first, prefix);
        if (!oneName || number != prefix || !desk.regionMatches(0, text, first, prefix)) return false;
        int wanted = number(desk, number, desk.length());
        int from = number(text, firstNumber, firstEnd);
        return from >= 0 && wanted >= from && wanted <= number(text, lastNumber, lastEnd);
    }

    /** Where the digits at the end of a name begin. */
    private static int numberAt(String text, int start, int end) {
        int at = end;
        while (at > start && text.charAt(at - 1) >= '0' && text.charAt(at - 1) <= '9') at--;
        return at;
    }

    /** -1 if it has no digit, or too many. */
    private static int number(String text, int start, int end) {
        return start == end || end - start > MAX_DIGITS ? -1 : Integer.parseInt(text, start, end, 10);
    }

    private int skipBlanks(int start, int end) {
        int at = start;
        while (at < end && isBlank(text.charAt(at))) at++;
        return at;
    }

    private int skipBlanksBack(int start, int end) {
        int at = end;
        while (at > start && isBlank(text.charAt(at - 1))) at--;
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || Character.isSpaceChar(c);
    }
}
