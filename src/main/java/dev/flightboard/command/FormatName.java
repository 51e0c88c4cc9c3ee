package dev.flightboard.command;

import dev.flightboard.record.Format;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** As the setting names it: {@code schema-registry}. */
final class FormatName implements ITypeConverter<Format> {

    @Override
    public Format convert(String name) {
        return Arrays.stream(Format.values())
                .filter(format -> format.toString().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new TypeConversionException(name + " is not one of " + Arrays.toString(Format.values())));
    }
}
