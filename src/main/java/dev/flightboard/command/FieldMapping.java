package dev.flightboard.command;

import dev.flightboard.record.FieldNames;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** As the setting has it: {@code flight=flightNumber,state=status}. */
final class FieldMapping implements ITypeConverter<FieldNames> {

    @Override
    public FieldNames convert(String mapping) {
        try {
            return FieldNames.parse(mapping);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(wrong.getMessage());
        }
    }
}
