package dev.tradesuite.portfolio;

import dev.tradesuite.test.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What brain-service tells of a bar. */
final class BarEvents {

    private static final JsonMapper JSON = new JsonMapper();

    private BarEvents() {}

    /** A bar of an hour of EURUSD, after which one model wants something. */
    static String hour(Instant start, String model, String signal) {
        ObjectNode data = sample();
        data.put("timeframe", "H1");
        ((ObjectNode) data.path("bar")).put("open_time", start.toString());
        ArrayNode signals = (ArrayNode) data.path("signals");
        ObjectNode one = ((ObjectNode) signals.get(0)).deepCopy();
        one.put("strategy_code", model).put("signal", signal).put("size", 0.5);
        signals.removeAll();
        signals.add(one);
        ObjectNode envelope = JSON.createObjectNode();
        envelope.put("event_id", UUID.randomUUID().toString())
                .put("type", "bar.signals")
                .put("occurred_at", Instant.now().toString())
                .put("source", "brain-service")
                .set("data", data);
        return envelope.toString();
    }

    private static ObjectNode sample() {
        try {
            return (ObjectNode) JSON.readTree(Files.readString(ProjectFolder.resolve(
                    "libs", "contracts", "src", "test", "resources", "samples", "BarSignals.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
