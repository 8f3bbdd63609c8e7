package dev.tradesuite.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Samples of the contracts, in {@code contracts/src/test/resources/samples}: one file for each record.
 *
 * <p>The service that owns a record compares it with the sample; run its tests with {@code -Dsamples.write=true} to
 * write the sample anew.
 */
public final class ContractSamples {

    private static final Path FOLDER =
            ProjectFolder.resolve("libs", "contracts", "src", "test", "resources", "samples");

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

    /**
     * The sample as a caller may meet it one day: with fields added, at every level, that it does not know.
     *
     * @param name of the file, without {@code .json}
     */
    public static <T> T readWithMore(String name, Class<T> type) {
        try {
            JsonNode sample = JSON.readTree(Files.readString(FOLDER.resolve(name + ".json")));
            List<JsonNode> objects = new ArrayList<>();
            collect(sample, objects);
            objects.forEach(object -> ((ObjectNode) object).put("added_later", true));
            return JSON.treeToValue(sample, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The objects that are records; a map by symbol, whose values are numbers, would change its meaning. */
    private static void collect(JsonNode node, List<JsonNode> objects) {
        if (node.isObject() && !node.valueStream().allMatch(JsonNode::isNumber)) {
            objects.add(node);
        }
        node.valueStream().forEach(child -> collect(child, objects));
    }
}
