package dev.flightboard;

import dev.flightboard.record.FieldNames;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Function;
import org.eclipse.microprofile.config.spi.Converter;

/** Converters of settings. They fail with IllegalArgumentException: that is the one that is reported with the setting's name. */
final class SettingConverters {

    private SettingConverters() {}

    /**
     * Regions of the IANA time zone database, as {@code Europe/Rome}, and {@code UTC}. Java also takes {@code UTC+2}, {@code
     * GMT+02:00}, {@code Z} and names of its own, which browsers do not know.
     */
    public static final class ZoneConverter implements Converter<ZoneId> {

        private static final long serialVersionUID = 1;

        @Override
        public ZoneId convert(String value) {
            return converted(value, ZoneConverter::region);
        }

        private static ZoneId region(String value) {
            if (!ZoneId.getAvailableZoneIds().contains(value) || value.startsWith("SystemV/")) {
                throw new DateTimeException(
                        value + " is no region of the IANA time zone database, as Europe/Rome is; or name UTC");
            }
            return ZoneId.of(value);
        }
    }

    /** ISO-8601, as {@code 2023-01-11}. */
    public static final class DateConverter implements Converter<LocalDate> {

        private static final long serialVersionUID = 1;

        @Override
        public LocalDate convert(String value) {
            return converted(value, LocalDate::parse);
        }
    }

    /** Only {@code true} and {@code false}: the usual converter takes every other word for {@code false}. */
    public static final class BooleanConverter implements Converter<Boolean> {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean convert(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                case "" -> null;
                default -> throw new IllegalArgumentException("must be true or false, not " + value);
            };
        }
    }

    /** As {@code flight=flightNumber,state=status}. */
    public static final class FieldNamesConverter implements Converter<FieldNames> {

        private static final long serialVersionUID = 1;

        @Override
        public FieldNames convert(String value) {
            return converted(value, FieldNames::parse);
        }
    }

    private static <T> T converted(String value, Function<String, T> conversion) {
        try {
            return value.isEmpty() ? null : conversion.apply(value);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }
}
