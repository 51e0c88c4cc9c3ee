package dev.flightboard;

import dev.flightboard.record.FieldNames;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Function;
import org.eclipse.microprofile.config.spi.Converter;

/** Converters whose failures are reported with the setting's name: of all exceptions, only IllegalArgumentException is. */
final class NamedConverters {

    private NamedConverters() {}

    /** IANA names, as {@code Europe/Rome}. */
    public static final class ZoneConverter implements Converter<ZoneId> {

        private static final long serialVersionUID = 1;

        @Override
        public ZoneId convert(String value) {
            return converted(value, ZoneId::of);
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

    /** Only {@code true} and {@code false}: else, whatever is not understood would quietly be {@code false}. */
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
