package dev.tradesuite.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tradesuite.contracts.event.EventEnvelope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes an AsyncAPI 3.0 document from records: schemas from their components, descriptions from the {@code @param}
 * tags of their sources.
 */
final class AsyncApiPage {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern TAG = Pattern.compile("@param (\\w+)((?:(?!@param|\\*/).)*)", Pattern.DOTALL);

    private final Map<String, Object> schemas = new TreeMap<>();

    private AsyncApiPage() {}

    /** A topic: its key, who writes to it, and what. */
    record Channel(String topic, String key, String producer, String about, List<Message> messages) {}

    /** A kind of event and the record of its data. */
    record Message(String type, Class<?> data) {}

    /** @param socket what the WebSocket feed sends besides its own messages, by type */
    static String of(List<Channel> channels, List<Message> socket) {
        return new AsyncApiPage().write(channels, socket);
    }

    private String write(List<Channel> channels, List<Message> socket) {
        Map<String, Object> described = new LinkedHashMap<>();
        Map<String, Object> operations = new LinkedHashMap<>();
        Map<String, Object> messages = new LinkedHashMap<>();
        for (Channel channel : channels) {
            String name = channel.topic().replace('.', '_');
            Map<String, Object> refs = new LinkedHashMap<>();
            for (Message message : channel.messages()) {
                String id = message.type().replace('.', '_');
                refs.put(id, ref("messages", id));
                messages.put(id, message(message));
            }
            described.put(
                    name,
                    ordered(
                            "address",
                            channel.topic(),
                            "description",
                            channel.about() + ". Key: " + channel.key() + ".",
                            "messages",
                            refs));
            operations.put(
                    "publish_" + name,
                    ordered(
                            "action",
                            "send",
                            "summary",
                            "From " + channel.producer(),
                            "channel",
                            Map.of("$ref", "#/channels/" + name)));
        }
        describeSocket(socket, described, operations, messages);
        Map<String, Object> page = ordered(
                "asyncapi",
                "3.0.0",
                "info",
                ordered(
                        "title", "Trade orchestration suite: events",
                        "version", "0.1.0",
                        "description",
                                "Facts on Kafka, JSON in one envelope. Producers write through a transactional outbox,"
                                    + " so an event may come more than once: consumers go by event_id. What cannot be"
                                    + " handled goes to the topic with the suffix .dlt, with the reason in its"
                                    + " headers."),
                "channels",
                described,
                "operations",
                operations,
                "components",
                ordered("messages", messages, "schemas", schemas));
        StringBuilder yaml =
                new StringBuilder("# Written from the records in contracts; a test fails when it is stale.\n");
        append(yaml, page, 0);
        return yaml.toString();
    }

    /** The WebSocket: its messages have no envelope, and {@code seq}. */
    private void describeSocket(
            List<Message> socket,
            Map<String, Object> channels,
            Map<String, Object> operations,
            Map<String, Object> messages) {
        Map<String, Object> refs = new LinkedHashMap<>();
        for (Message message : socket) {
            Map<String, Object> payload = schemaOf(message.data());
            @SuppressWarnings("unchecked")
            Map<String, Object> properties = (Map<String, Object>) payload.getOrDefault("properties", Map.of());
            properties.put("type", ordered("type", "string", "const", message.type()));
            properties.put("seq", ordered("type", "integer", "description", "offset of the event on signals.feed"));
            String id = "ws_" + message.type();
            refs.put(id, ref("messages", id));
            messages.put(id, ordered("name", message.type(), "contentType", "application/json", "payload", payload));
        }
        channels.put(
                "ws_trading_signals",
                ordered(
                        "address",
                        "/ws/trading-signals",
                        "description",
                        "WebSocket of signals-api-service, through the gateway. First connection and snapshot; then"
                                + " these, heartbeat and error. Clients send subscribe, unsubscribe, resume and the"
                                + " text ping. See feed.md.",
                        "messages",
                        refs));
        operations.put(
                "send_ws_trading_signals",
                ordered(
                        "action",
                        "send",
                        "summary",
                        "From signals-api-service",
                        "channel",
                        Map.of("$ref", "#/channels/ws_trading_signals")));
    }

    private Map<String, Object> message(Message message) {
        Map<String, Object> envelope = schemaOf(EventEnvelope.class);
        @SuppressWarnings("unchecked")
        Map<String, Object> properties = (Map<String, Object>) envelope.getOrDefault("properties", Map.of());
        properties.put("type", ordered("type", "string", "const", message.type()));
        properties.put("data", reference(message.data()));
        return ordered("name", message.type(), "contentType", "application/json", "payload", envelope);
    }

    private Map<String, Object> reference(Class<?> type) {
        String name =
                type.getName().substring(type.getPackageName().length() + 1).replace("$", "");
        String owner = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        String id = owner + "_" + name;
        if (!schemas.containsKey(id)) {
            schemas.put(id, Map.of());
            schemas.put(id, schemaOf(type));
        }
        return ref("schemas", id);
    }

    private Map<String, Object> schemaOf(Class<?> type) {
        if (type.isEnum()) {
            List<String> names = Arrays.stream(type.getFields())
                    .filter(field -> field.isEnumConstant())
                    .map(field -> {
                        JsonProperty wire = field.getAnnotation(JsonProperty.class);
                        return wire == null ? field.getName() : wire.value();
                    })
                    .toList();
            return ordered("type", "string", "enum", names);
        }
        if (type.isSealed()) {
            return ordered(
                    "oneOf",
                    Arrays.stream(type.getPermittedSubclasses())
                            .map(this::reference)
                            .toList());
        }
        Map<String, String> descriptions = descriptions(type);
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(component -> snake(component.getName()))
                .toList();
        for (RecordComponent component : type.getRecordComponents()) {
            Map<String, Object> property = new LinkedHashMap<>(schema(component.getGenericType()));
            String description = descriptions.get(component.getName());
            // Beside a reference a description would be ignored.
            if (description != null && !property.containsKey("$ref")) {
                property.put("description", description);
            }
            properties.put(snake(component.getName()), property);
        }
        return ordered("type", "object", "required", required, "properties", properties);
    }

    private Map<String, Object> schema(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return Collection.class.isAssignableFrom((Class<?>) generic.getRawType())
                    ? ordered("type", "array", "items", schema(arguments[0]))
                    : ordered("type", "object", "additionalProperties", schema(arguments[1]));
        }
        if (!(type instanceof Class<?> simple)) {
            return ordered("type", "object");
        }
        if (simple == String.class) {
            return ordered("type", "string");
        }
        if (simple == UUID.class) {
            return ordered("type", "string", "format", "uuid");
        }
        if (simple == Instant.class) {
            return ordered("type", "string", "format", "date-time");
        }
        if (simple == LocalDate.class) {
            return ordered("type", "string", "format", "date");
        }
        if (simple == URI.class) {
            return ordered("type", "string", "format", "uri");
        }
        if (simple == boolean.class || simple == Boolean.class) {
            return ordered("type", "boolean");
        }
        if (simple == int.class || simple == long.class || simple == Integer.class || simple == Long.class) {
            return ordered("type", "integer");
        }
        if (simple == double.class || simple == Double.class || simple == BigDecimal.class) {
            return ordered("type", "number");
        }
        return simple.isRecord() || simple.isEnum() ? reference(simple) : ordered("description", "any value");
    }

    /** The {@code @param} texts of a record, without their mark-up. */
    private static Map<String, String> descriptions(Class<?> type) {
        Class<?> outermost = type.getNestHost();
        Path source = SOURCES.resolve(outermost.getName().replace('.', '/') + ".java");
        try {
            String text = Files.readString(source);
            int declaration = text.indexOf("record " + type.getSimpleName() + "(");
            declaration = declaration < 0 ? text.indexOf("record " + type.getSimpleName() + "<") : declaration;
            String comment = text.substring(text.lastIndexOf("/**", declaration), declaration);
            Map<String, String> found = new LinkedHashMap<>();
            Matcher tags = TAG.matcher(comment);
            while (tags.find()) {
                String words = tags.group(2)
                        .replaceAll("\\n\\s*\\*", " ")
                        .replaceAll("\\{@\\w+ ([^}]*)}", "$1")
                        .replaceAll("\\s+", " ")
                        .strip();
                found.put(tags.group(1), words);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(StringBuilder yaml, Map<String, Object> map, int depth) {
        map.forEach((key, value) -> {
            yaml.append("  ".repeat(depth))
                    .append(key.startsWith("$") ? "'" + key + "'" : key)
                    .append(':');
            appendValue(yaml, value, depth);
        });
    }

    @SuppressWarnings("unchecked")
    private static void appendValue(StringBuilder yaml, Object value, int depth) {
        switch (value) {
            case Map<?, ?> map when map.isEmpty() -> yaml.append(" {}\n");
            case Map<?, ?> map -> {
                yaml.append('\n');
                append(yaml, (Map<String, Object>) map, depth + 1);
            }
            case List<?> list -> {
                yaml.append(list.isEmpty() ? " []\n" : "\n");
                list.forEach(item -> yaml.append("  ".repeat(depth + 1))
                        .append("- ")
                        .append(item)
                        .append('\n'));
            }
            default ->
                yaml.append(" '").append(value.toString().replace("'", "''")).append("'\n");
        }
    }

    private static Map<String, Object> ref(String kind, String id) {
        return ordered("$ref", "#/components/" + kind + "/" + id);
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
