package dev.tradesuite.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Samples of the contracts this service owns, in {@code contracts/src/test/resources/samples}.
 *
 * <p>Run the tests with {@code -Ddocs.write=true} to write them anew.
 */
public final class Samples {

    private static final Path FOLDER = Path.of("..", "contracts", "src", "test", "resources", "samples");

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Samples() {}

    /** Fails unless the record is written as the sample, and the sample is read as the record. */
    public static void compare(String name, Object expected) throws IOException {
        Path file = FOLDER.resolve(name + ".json");
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(file, JSON.writeValueAsString(expected) + "\n");
        }
        String sample = Files.readString(file);
        assertThat(JSON.readTree(JSON.writeValueAsString(expected))).isEqualTo(JSON.readTree(sample));
        assertThat(JSON.readValue(sample, expected.getClass())).isEqualTo(expected);
    }
}
