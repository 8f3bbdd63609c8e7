package dev.tradesuite.signals.stream.web;

import dev.tradesuite.contracts.signals.FeedErrorCode;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.signals.series.ModelStrategy;
import dev.tradesuite.signals.series.SelectionService;
import dev.tradesuite.signals.stream.StreamCommand;
import dev.tradesuite.signals.stream.StreamKind;
import dev.tradesuite.signals.stream.Subscription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client says as what it asks for, or what is wrong with it. */
public final class FrameMapper {

    private static final String PING = "ping";
    private static final Set<String> SUBSCRIPTION = Set.of("type", "types", "strategies", "symbols");
    private static final Set<String> RESUMPTION = Set.of("type", "last_seq");

    private final JsonMapper json;
    private final SelectionService selections;
    private final InstrumentCatalog catalog;

    public FrameMapper(JsonMapper json, SelectionService selections, InstrumentCatalog catalog) {
        this.json = json;
        this.selections = selections;
        this.catalog = catalog;
    }

    /** What is wrong with a frame. */
    static final class MistakeException extends RuntimeException {

        private final FeedErrorCode code;

        MistakeException(FeedErrorCode code, String message) {
            super(message, null, false, false);
            this.code = code;
        }

        FeedErrorCode code() {
            return code;
        }
    }

    /**
     * What is asked for.
     *
     * @throws MistakeException with what is wrong
     */
    StreamCommand command(String frame) {
        if (frame.strip().equals(PING)) {
            return new StreamCommand.Ping();
        }
        JsonNode message = object(frame);
        String type = message.path("type").asString("");
        return switch (type) {
            case "subscribe" -> new StreamCommand.Subscribe(named(message));
            case "unsubscribe" -> new StreamCommand.Unsubscribe(named(message));
            case "resume" -> new StreamCommand.Resume(lastSeq(message));
            default ->
                throw new MistakeException(
                        FeedErrorCode.UNKNOWN_TYPE, "expected type subscribe, unsubscribe or resume, or the text ping");
        };
    }

    private JsonNode object(String frame) {
        try {
            JsonNode message = json.readTree(frame);
            if (message.isObject()) {
                return message;
            }
        } catch (JacksonException _) {
            // Told below: what the parser says would tell of the parser.
        }
        throw new MistakeException(FeedErrorCode.BROKEN_JSON, "expected one JSON object, or the text ping");
    }

    private Subscription.Named named(JsonNode message) {
        known(message, SUBSCRIPTION);
        return new Subscription.Named(
                list(message, "types", StreamKind::named, FrameMapper::wireNames),
                list(message, "strategies", this::strategy, () -> String.join(", ", codes())),
                list(message, "symbols", this::symbol, () -> "instruments of the catalogue"));
    }

    private static void known(JsonNode message, Set<String> fields) {
        message.propertyNames().stream()
                .filter(name -> !fields.contains(name))
                .findFirst()
                .ifPresent(_ -> {
                    throw new MistakeException(
                            FeedErrorCode.UNKNOWN_FIELD,
                            "the fields of this type are "
                                    + fields.stream().sorted().collect(Collectors.joining(", ")));
                });
    }

    private static <T> @Nullable List<T> list(
            JsonNode message, String field, Function<String, Optional<T>> find, Supplier<String> allowed) {
        JsonNode values = message.path(field);
        if (values.isMissingNode() || values.isNull()) {
            return null;
        }
        List<T> found = new ArrayList<>();
        for (JsonNode value : values) {
            found.add(Optional.of(value)
                    .filter(JsonNode::isString)
                    .flatMap(text -> find.apply(text.asString()))
                    .orElseThrow(() -> invalid(field, allowed.get())));
        }
        if (!values.isArray()) {
            throw invalid(field, "a list");
        }
        return found;
    }

    private static long lastSeq(JsonNode message) {
        known(message, RESUMPTION);
        JsonNode seq = message.path("last_seq");
        if (!seq.isIntegralNumber() || !seq.canConvertToLong() || seq.asLong() < 0) {
            throw invalid("last_seq", "a whole number from 0 on");
        }
        return seq.asLong();
    }

    private static MistakeException invalid(String field, String allowed) {
        return new MistakeException(FeedErrorCode.INVALID_VALUE, "%s: expected %s".formatted(field, allowed));
    }

    private static String wireNames() {
        return Arrays.stream(StreamKind.values()).map(StreamKind::wireName).collect(Collectors.joining(", "));
    }

    private Optional<String> strategy(String code) {
        return codes().contains(code) ? Optional.of(code) : Optional.empty();
    }

    private List<String> codes() {
        return selections.strategies().stream().map(ModelStrategy::code).toList();
    }

    private Optional<String> symbol(String name) {
        return catalog.find(name).map(Instrument::symbol);
    }
}
