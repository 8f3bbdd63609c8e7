package dev.tradesuite.benchmarks.faults;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages that mean harm: what is no event at all, and events that are well formed and not true.
 *
 * <p>Whoever has the password of Kafka can send any of them, and none is believed. With the signature of the suite what
 * cannot be is not believed either; that an order is nobody's is then known to the signer alone, so those lies are left
 * out.
 */
final class Poison {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final double LIE = 1000;

    private static final List<String> GARBAGE = List.of(
            "",
            "not JSON",
            "{",
            "[]",
            "null",
            "{\"type\": 7}",
            "{\"event_id\": \"00000000-0000-0000-0000-000000000000\"}");

    private Poison() {}

    /** Puts some into every topic. */
    static void into(KafkaTap kafka) throws InterruptedException {
        for (String topic : kafka.topics()) {
            List<byte[]> impossible = new ArrayList<>();
            GARBAGE.forEach(text -> impossible.add(text.getBytes(StandardCharsets.UTF_8)));
            impossible.add(new byte[] {0, (byte) 0xff, (byte) 0xfe, 10, 13});
            List<byte[]> values = new ArrayList<>(impossible);
            ConsumerRecord<byte[], byte[]> real = kafka.newest(topic).orElse(null);
            byte[] key = "poison".getBytes(StandardCharsets.UTF_8);
            if (real != null) {
                values.addAll(lies(real.value()));
                impossible.addAll(exaggerations(real.value()));
                key = real.key() == null ? key : real.key();
            }
            kafka.signedPoison(topic, key, impossible);
            kafka.poison(topic, key, values);
        }
    }

    /** A true event made untrue: a thousand times as much, less than nothing, and for nobody. */
    static List<byte[]> lies(byte[] real) {
        return lies(real, List.of(value -> scaled(value, LIE), value -> scaled(value, -1), Poison::stranger));
    }

    /** The first two of them. */
    private static List<byte[]> exaggerations(byte[] real) {
        return lies(real, List.of(value -> scaled(value, LIE), value -> scaled(value, -1)));
    }

    private static List<byte[]> lies(byte[] real, List<UnaryOperator<JsonNode>> changes) {
        try {
            JsonNode event = JSON.readTree(real);
            return event instanceof ObjectNode object
                    ? changes.stream().map(change -> lie(object, change)).toList()
                    : List.of();
        } catch (JacksonException _) {
            return List.of();
        }
    }

    /** Consumers would know the old ids of event and fill, and leave the lie out for that. */
    private static byte[] lie(ObjectNode event, UnaryOperator<JsonNode> changing) {
        ObjectNode lie = event.deepCopy();
        lie.put("event_id", UUID.randomUUID().toString());
        lie.set("data", changed(lie.path("data"), changing));
        if (lie.path("data") instanceof ObjectNode data && data.has("fill_id")) {
            data.put("fill_id", UUID.randomUUID().toString());
        }
        return JSON.writeValueAsBytes(lie);
    }

    private static JsonNode changed(JsonNode node, UnaryOperator<JsonNode> changing) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JSON.createObjectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                copy.set(field.getKey(), changed(field.getValue(), changing));
            }
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JSON.createArrayNode();
            array.forEach(each -> copy.add(changed(each, changing)));
            return copy;
        }
        return changing.apply(node);
    }

    private static JsonNode scaled(JsonNode value, double by) {
        if (value.isIntegralNumber()) {
            return JSON.getNodeFactory().numberNode((long) (value.asLong() * by));
        }
        return value.isNumber() ? JSON.getNodeFactory().numberNode(value.asDouble() * by) : value;
    }

    /** Ids of orders, cycles and the like that nobody has. */
    private static JsonNode stranger(JsonNode value) {
        if (!value.isString()) {
            return value;
        }
        try {
            UUID.fromString(value.asString());
            return JSON.getNodeFactory().stringNode(UUID.randomUUID().toString());
        } catch (IllegalArgumentException _) {
            return value;
        }
    }
}
