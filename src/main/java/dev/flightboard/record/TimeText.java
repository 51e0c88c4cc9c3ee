package dev.flightboard.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;

/**
 * Reads a point in time in ISO 8601 and forms like it: with or without seconds, decimals, an offset, hyphens and colons, and
 * with a blank for the {@code T}. It is read by hand, in one pass and without exceptions, because a feed reads up to three
 * times in each record. Used once, by one thread.
 */
final class TimeText {

    // No place on earth is more than 14 hours from UTC; ISO 8601 allows up to 18.
    private static final int MAX_OFFSET_MINUTES = 18 * 60;

    private final TextScanner text;
    private final ZoneId zone;
    private boolean plain = true;

    private TimeText(String text, ZoneId zone) {
        this.text = new TextScanner(text);
        this.zone = zone;
    }

    /** @param plain whether it was in the contract's form, which is RFC 3339's */
    record Parsed(Instant time, boolean plain) {}

    /** The time, or null if the text is none. Without an offset it is local to the zone; when clocks go back, the earlier one. */
    static Parsed parse(String text, ZoneId zone) {
        TimeText parsed = new TimeText(text, zone);
        LocalDateTime local = parsed.local();
        Instant time = local == null ? null : parsed.instant(local);
        return time == null ? null : new Parsed(time, parsed.plain);
    }

    private LocalDateTime local() {
        int year = text.digits(4);
        boolean hyphens = text.take('-');
        int month = text.digits(2);
        if (hyphens && !text.take('-')) return null;
        int day = text.digits(2);
        if (year < 0 || month < 1 || month > 12 || day < 1) return null;
        if (day > Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year))) return null;
        plain &= hyphens;
        if (!text.take('T') && !bent(text.take('t')) && !bent(text.takeBlanks())) return null;
        return clock(LocalDate.of(year, month, day));
    }

    private LocalDateTime clock(LocalDate date) {
        int hour = text.digits(2);
        boolean colons = text.take(':');
        int minute = text.digits(2);
        boolean seconds = colons ? text.take(':') : text.atDigit();
        int second = seconds ? text.digits(2) : 0;
        boolean decimals = seconds && (text.take('.') || bent(text.take(',')));
        int nano = decimals ? text.decimals() : 0;
        plain &= colons && seconds;
        if (hour < 0 || minute < 0 || minute > 59 || second < 0 || nano < 0) return null;
        // 24:00 is midnight, and a leap second counts as the second before it.
        boolean midnight = bent(hour == 24 && minute == 0 && second == 0 && nano == 0);
        if (midnight) return date.plusDays(1).atStartOfDay();
        boolean leap = bent(minute == 59 && second == 60);
        if (hour > 23 || second > 59 && !leap) return null;
        return date.atTime(hour, minute, leap ? 59 : second, nano);
    }

    private Instant instant(LocalDateTime local) {
        if (text.take('Z')) return ends() ? local.toInstant(ZoneOffset.UTC) : null;
        bent(text.takeBlanks());
        if (bent(text.atEnd())) return local.atZone(zone).toInstant();
        if (bent(text.take("Z") || text.take("z") || text.take("UTC") || text.take("GMT"))) {
            return ends() ? local.toInstant(ZoneOffset.UTC) : null;
        }
        boolean west = text.take('-') || bent(text.take('\u2212'));
        if (!west && !text.take('+')) return null;
        int hours = text.digits(2);
        boolean colon = text.take(':');
        int minutes = colon || text.atDigit() ? text.digits(2) : 0;
        plain &= colon;
        int offset = 60 * hours + minutes;
        if (hours < 0 || minutes < 0 || minutes > 59 || offset > MAX_OFFSET_MINUTES || !ends()) return null;
        return local.toInstant(ZoneOffset.ofTotalSeconds(60 * (west ? -offset : offset)));
    }

    /** Java writes the zone behind the offset, as {@code [Europe/Rome]}: it is skipped. */
    private boolean ends() {
        return text.atEnd() || bent(text.takeRest('[', ']'));
    }

    /** Notes that the text is not in the contract's form, although it can be read. */
    private boolean bent(boolean so) {
        if (so) plain = false;
        return so;
    }
}
