package dev.tradesuite.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.SuiteClient.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What holds for every endpoint of a service, asked of each one its description names. */
public final class EveryEndpoint {

    private static final String UNKNOWN = "no_such_name";
    private static final String[] SCOPES = {
        "trade:read", "trade:execute", "portfolio:write", "risk:admin", "approve", "internal"
    };
    private static final JsonMapper JSON = JsonMapper.shared();

    private EveryEndpoint() {}

    /**
     * Fails when an endpoint takes a parameter it does not know, or a body with such a field, in the body itself or one
     * level below. Nothing is changed in the service: every request is refused.
     */
    public static void refusesUnknownNames(SuiteClient client) {
        JsonNode api = client.get("/v3/api-docs").json();
        SuiteClient caller = client.with(SCOPES);
        SoftAssertions all = new SoftAssertions();
        List<String> asked = new ArrayList<>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String method = operation.getKey().toUpperCase(Locale.ROOT);
                    String address = address(path.getKey(), operation.getValue());
                    asked.add(method + " " + address);
                    Answer answer = caller.header("Content-Type", contentType(operation.getValue()))
                            .send(method, address + "?" + UNKNOWN + "=1", BodyPublishers.noBody());
                    check(all, "%s %s?%s=1".formatted(method, address, UNKNOWN), answer, UNKNOWN);
                    bodies(operation.getValue(), api).forEach(body -> {
                        Answer refused = caller.header("Content-Type", "application/json")
                                .send(method, address, BodyPublishers.ofString(body.json()));
                        check(all, "%s %s %s".formatted(method, address, body.json()), refused, body.field());
                    });
                }));
        assertThat(asked).isNotEmpty();
        all.assertAll();
    }

    /** The path with something of the right type in the place of each variable. */
    private static String address(String path, JsonNode operation) {
        String address = path;
        for (JsonNode parameter : operation.path("parameters")) {
            boolean uuid = parameter.at("/schema/format").asString("").equals("uuid");
            address = address.replace(
                    "{%s}".formatted(parameter.path("name").asString()),
                    uuid ? "019b0000-0000-7000-8000-000000000000" : "1");
        }
        return address;
    }

    private static void check(SoftAssertions all, String request, Answer answer, String field) {
        all.assertThat(answer.status()).as(request + " " + answer.text()).isEqualTo(400);
        if (answer.status() == 400) {
            all.assertThat(answer.json().path("errors").values().stream()
                            .filter(error -> error.path("code").asString().equals("UNKNOWN_FIELD"))
                            .map(error -> error.path("field").asString()))
                    .as(request + " " + answer.text())
                    .contains(field);
        }
    }

    private static String contentType(JsonNode operation) {
        return operation.at("/requestBody/content").propertyNames().stream()
                .findFirst()
                .orElse("application/json");
    }

    /** Bodies with a name nobody knows: in the body itself, and in each object directly below. */
    private static List<UnknownName> bodies(JsonNode operation, JsonNode api) {
        return schema(
                        operation
                                .path("requestBody")
                                .path("content")
                                .path("application/json")
                                .path("schema"),
                        api)
                .map(schema -> bodiesOf(schema, api))
                .orElse(List.of());
    }

    private static List<UnknownName> bodiesOf(JsonNode schema, JsonNode api) {
        List<UnknownName> bodies = new ArrayList<>();
        bodies.add(new UnknownName(UNKNOWN, unknown().toString()));
        schema.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            if (schema(property.getValue(), api).isPresent()) {
                ObjectNode body = JSON.createObjectNode();
                body.set(name, unknown());
                bodies.add(new UnknownName(name + "." + UNKNOWN, body.toString()));
            }
            if (schema(property.getValue().path("items"), api).isPresent()) {
                ObjectNode body = JSON.createObjectNode();
                body.putArray(name).add(unknown());
                bodies.add(new UnknownName(name + "[0]." + UNKNOWN, body.toString()));
            }
        });
        return bodies;
    }

    private static ObjectNode unknown() {
        return JSON.createObjectNode().put(UNKNOWN, 1);
    }

    /** The object a schema refers to; empty when it is none with names of its own. */
    private static Optional<JsonNode> schema(JsonNode declared, JsonNode api) {
        String reference = declared.path("$ref").asString("");
        JsonNode schema = reference.startsWith("#") ? api.at(reference.substring(1)) : declared;
        return schema.has("properties") ? Optional.of(schema) : Optional.empty();
    }

    /**
     * @param field path of the field nobody knows
     * @param json body with it
     */
    private record UnknownName(String field, String json) {}
}
