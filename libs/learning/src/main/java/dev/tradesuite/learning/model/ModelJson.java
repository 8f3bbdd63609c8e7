package dev.tradesuite.learning.model;

import dev.tradesuite.learning.ModelFormatException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the JSON files of a version. */
final class ModelJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ModelJson() {}

    static byte[] write(Object value) {
        return (JSON.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static <T> T read(String name, byte[] bytes, Class<T> type) {
        T value;
        try {
            value = JSON.readValue(bytes, type);
        } catch (JacksonException e) {
            throw new ModelFormatException("%s is damaged: %s".formatted(name, e.getOriginalMessage()), e);
        }
        if (value == null) {
            throw new ModelFormatException("%s is empty".formatted(name));
        }
        return value;
    }
}
