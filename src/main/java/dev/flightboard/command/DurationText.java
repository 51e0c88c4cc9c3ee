package dev.flightboard.command;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** As the settings have it: {@code 30s}. */
final class DurationText implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        try {
            return DurationConverter.parseDuration(text);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(text + " is no duration, as 30s or 5m");
        }
    }
}
