package dev.flightboard.record;

import dev.flightboard.flight.FlightState;
import dev.flightboard.record.TimeText.Parsed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;

/** Reads points in time and clock times at an airport. Any thread. */
final class Times {

    // Longer than any number whose size shows its unit; a longer one is not read.
    private static final int MAX_NUMBER_LENGTH = 40;

    // The oldest recorded day that can be replayed is of 1987. Outside is what programs write for "no time": the years
    // 1, 1900, 1970 and 9999, and 0 and -1. Within, seconds, milliseconds, microseconds and nanoseconds cannot be
    // mistaken for each other, nor for 20261127100500.
    private static final Instant FIRST = Instant.parse("1987-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");
    private static final BigDecimal FIRST_SECOND = new BigDecimal(FIRST.getEpochSecond());
    private static final BigDecimal END_SECOND = new BigDecimal(END.getEpochSecond());
    private static final int[] UNITS = {0, 3, 6, 9};

    private final ZoneId zone;

    Times(ZoneId zone) {
        this.zone = zone;
    }

    /** A point in time; null if the text is none. Takes a cleaned text. */
    Parsed parse(String text) {
        Parsed parsed = written(text);
        return parsed == null && isNumber(text) ? sinceEpoch(text) : parsed;
    }

    private Parsed written(String text) {
        Parsed parsed = TimeText.parse(text, zone);
        boolean meant = parsed != null
                && !parsed.time().isBefore(FIRST)
                && parsed.time().isBefore(END);
        return meant ? parsed : null;
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.') return false;
        }
        return !text.isEmpty();
    }

    /** Seconds since 1970, or a finer unit, as the number's size tells; null if none fits. */
    static Parsed sinceEpoch(String number) {
        if (number.length() > MAX_NUMBER_LENGTH) return null;
        try {
            BigDecimal given = new BigDecimal(number);
            for (int unit : UNITS) {
                if (given.compareTo(FIRST_SECOND.scaleByPowerOfTen(unit)) < 0) return null;
                if (given.compareTo(END_SECOND.scaleByPowerOfTen(unit)) < 0) {
                    long nanos = given.scaleByPowerOfTen(9 - unit).longValue();
                    return new Parsed(Instant.EPOCH.plusNanos(nanos), false);
                }
            }
            return null;
        } catch (NumberFormatException noNumber) {
            // It has two points, or too large an exponent.
            return null;
        }
    }

    /** A point in time as the airport's clocks show it, {@code HH:mm}. */
    String clock(Instant time) {
        long local = time.getEpochSecond() + zone.getRules().getOffset(time).getTotalSeconds();
        int minute = (int) Math.floorMod(Math.floorDiv(local, 60), 1440L);
        return clock(minute / 60, minute % 60);
    }

    private static String clock(int hour, int minute) {
        char[] clock = {
            (char) ('0' + hour / 10),
            (char) ('0' + hour % 10),
            ':',
            (char) ('0' + minute / 10),
            (char) ('0' + minute % 10)
        };
        return new String(clock);
    }

    /** From {@code 9:05}, {@code 0905}, {@code 09:05:00} or a whole point in time; null if it is neither. Of a clean text. */
    String clock(String text) {
        if (FlightState.isClock(text)) return text;
        int colon = text.indexOf(':');
        String hours = colon < 0 ? text.substring(0, Math.max(0, text.length() - 2)) : text.substring(0, colon);
        String rest = colon < 0 ? text.substring(hours.length()) : text.substring(colon + 1);
        if (rest.length() == 5 && rest.charAt(2) == ':' && number(rest.substring(3)) < 60) rest = rest.substring(0, 2);
        if (rest.length() == 2 && !hours.isEmpty() && hours.length() <= 2) {
            int hour = number(hours);
            int minute = number(rest);
            if (hour == 24 && minute == 0) hour = 0;
            return hour < 24 && minute < 60 ? clock(hour, minute) : null;
        }
        Parsed time = written(text);
        return time == null ? null : clock(time.time());
    }

    /** A number of one or two digits; for anything else a number that no clock shows. */
    private static int number(String digits) {
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) return Integer.MAX_VALUE / 100;
            number = 10 * number + digit;
        }
        return number;
    }
}
