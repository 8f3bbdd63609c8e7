package dev.tradesuite.signals.stream.web;

import dev.tradesuite.contracts.signals.FeedErrorCode;
import dev.tradesuite.signals.stream.StreamKind;
import dev.tradesuite.signals.stream.StreamMessage;
import dev.tradesuite.signals.stream.StreamSnapshot;
import dev.tradesuite.signals.stream.StreamTexts;
import dev.tradesuite.signals.stream.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the feed itself says, as JSON. */
public final class StreamTextMapper implements StreamTexts {

    private static final String WELCOME = "Connected. A snapshot follows, or what you missed, and then every change.";

    private final JsonMapper json;
    private final Clock clock;
    private final Duration heartbeat;

    public StreamTextMapper(JsonMapper json, Clock clock, Duration heartbeat) {
        this.json = json;
        this.clock = clock;
        this.heartbeat = heartbeat;
    }

    @Override
    public String connection() {
        return json.writeValueAsString(head("connection")
                .put("message", WELCOME)
                .put("heartbeat_seconds", Math.max(1, heartbeat.toSeconds())));
    }

    @Override
    public String snapshot(StreamSnapshot snapshot, Subscription wanted) {
        String head = json.writeValueAsString(head("snapshot").put("seq", snapshot.seq()));
        // The messages are JSON already.
        return head.substring(0, head.length() - 1)
                + list("signals", snapshot, StreamKind.SIGNAL, wanted)
                + list("prices", snapshot, StreamKind.PRICE, wanted)
                + list("positions", snapshot, StreamKind.POSITION, wanted)
                + list("equity", snapshot, StreamKind.EQUITY, wanted)
                + "}";
    }

    @Override
    public String heartbeat(long seq) {
        ObjectNode beat = head("heartbeat");
        return json.writeValueAsString(seq < 0 ? beat : beat.put("seq", seq));
    }

    @Override
    public String error(FeedErrorCode code, String message) {
        return json.writeValueAsString(head("error").put("code", code.name()).put("message", message));
    }

    private ObjectNode head(String type) {
        return json.createObjectNode()
                .put("type", type)
                .put("timestamp", clock.instant().toString());
    }

    private static String list(String name, StreamSnapshot snapshot, StreamKind kind, Subscription wanted) {
        return snapshot.of(kind, wanted).stream()
                .map(StreamMessage::text)
                .collect(Collectors.joining(",", ",\"" + name + "\":[", "]"));
    }
}
