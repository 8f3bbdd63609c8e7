package dev.tradesuite.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares the API description a service gives of itself with the copy in {@code docs/openapi/}.
 *
 * <p>Run the test with {@code -Ddocs.write=true} to write the copy anew.
 */
public final class CommittedOpenApi {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private CommittedOpenApi() {}

    /**
     * Fails when the copy differs.
     *
     * @param service such as {@code risk-service}
     */
    public static void check(SuiteClient client, String service) throws IOException {
        ObjectNode description = (ObjectNode) client.get("/v3/api-docs").json();
        // The port is a random one in tests.
        description.remove("servers");
        String current = JSON.writeValueAsString(description) + "\n";
        Path copy = ProjectFolder.resolve("docs", "openapi", service + ".json");
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(copy, current);
        }
        assertThat(copy)
                .as("stale API description; run this test with -Ddocs.write=true")
                .content()
                .isEqualToNormalizingNewlines(current);
    }
}
