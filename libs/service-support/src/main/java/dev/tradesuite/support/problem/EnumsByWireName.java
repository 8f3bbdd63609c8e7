package dev.tradesuite.support.problem;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/**
 * Lets parameters name enum constants as JSON does, such as {@code fixed_risk}, or as people do, such as {@code buy}.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // As Spring's own factory: the kind of enum is known only when asked.
final class EnumsByWireName implements ConverterFactory<String, Enum> {

    @Override
    public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
        return new ByWireName(type);
    }

    private record ByWireName<T extends Enum>(Class<T> type) implements Converter<String, @Nullable T> {

        /** A parameter without a value is absent. */
        @Override
        @SuppressWarnings("NullAway") // It does not see that the type argument allows null.
        public @Nullable T convert(String name) {
            return name.isBlank() ? null : (T) Enum.valueOf(type, name.strip().toUpperCase(Locale.ROOT));
        }
    }
}
