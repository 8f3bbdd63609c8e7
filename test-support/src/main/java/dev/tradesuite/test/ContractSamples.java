package dev.tradesuite.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Samples of the contracts, in {@code contracts/src/test/resources/samples}: one file for each record.
 *
 * <p>The service that owns a record compares it with the sample; run its tests with {@code -Dsamples.write=true} to
 * write the sample anew.
 */
public final class ContractSamples {

    private static final Path FOLDER = Path.of("..", "contracts", "src", "test", "resources", "samples");

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ContractSamples() {}

    /**
     * Fails unless the record is written as the sample, and the sample is read as the record.
     *
     * @param name of the file, without {@code .json}
     */
    public static void compare(String name, Object expected) {
        try {
            Path file = FOLDER.resolve(name + ".json");
            if (Boolean.getBoolean("samples.write")) {
                Files.writeString(file, JSON.writeValueAsString(expected) + "\n");
            }
            String sample = Files.readString(file);
            assertThat(JSON.readTree(JSON.writeValueAsString(expected))).isEqualTo(JSON.readTree(sample));
            assertThat(JSON.readValue(sample, expected.getClass())).isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
