package dev.daybook.cli.command;

import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of a few words, which picocli would name as Java does. */
record OneOf<T extends Enum<T>>(Class<T> words) implements ITypeConverter<T> {

    @Override
    public T convert(String text) {
        T[] all = words.getEnumConstants();
        return Arrays.stream(all)
                .filter(word -> word.toString().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "expected one of " + Arrays.toString(all) + " but was '" + text + "'"));
    }
}
