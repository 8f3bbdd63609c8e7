package dev.tradesuite.support.problem;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.TypeFactory;

/**
 * Fields by the names that a request gave them.
 *
 * <p>A constraint tells a field by the name its record has for it, although a body may have written {@code c} for
 * {@code close}, or a list where the record keeps it in one of its components.
 */
final class WrittenPath {

    /** A name, or what stands in brackets. */
    private static final Pattern STEP = Pattern.compile("\\[([^\\]]*)]|([^.\\[]+)");

    private final TypeFactory types;
    private final StringBuilder path = new StringBuilder();
    private @Nullable JsonNode node;
    private @Nullable JavaType type;

    private WrittenPath(JavaType root, JsonNode body, TypeFactory types) {
        this.types = types;
        this.type = root;
        this.node = body;
    }

    /**
     * The field as the body names it; itself where that is the same or cannot be told.
     *
     * @param field such as {@code candles[3].close}
     * @param root type of the body
     */
    static String of(String field, JavaType root, JsonNode body, TypeFactory types) {
        WrittenPath written = new WrittenPath(root, body, types);
        Matcher step = STEP.matcher(field);
        while (step.find()) {
            if (step.group(1) == null) {
                written.name(step.group(2));
            } else {
                written.element(step.group(1));
            }
        }
        return written.path.toString();
    }

    private void name(String name) {
        Optional<RecordComponent> component = component(name);
        type = component
                .map(found -> types.constructType(found.getGenericType()))
                .orElse(null);
        if (node instanceof ArrayNode) {
            // A list in the place of the record: it is that component, and has no name of its own.
            return;
        }
        String written = node instanceof ObjectNode object && !object.has(name)
                ? component.flatMap(found -> alias(found, object)).orElse(name)
                : name;
        FieldPath.append(path, written, -1);
        node = node instanceof ObjectNode object ? object.get(written) : null;
    }

    private void element(String indexOrKey) {
        path.append('[').append(indexOrKey).append(']');
        type = type == null ? null : type.getContentType();
        node = switch (node) {
            case ArrayNode array when indexOrKey.matches("[0-9]{1,9}") -> array.get(Integer.parseInt(indexOrKey));
            case ObjectNode object -> object.get(indexOrKey);
            case null, default -> null;
        };
    }

    private Optional<RecordComponent> component(String name) {
        RecordComponent[] components = type == null ? null : type.getRawClass().getRecordComponents();
        return components == null
                ? Optional.empty()
                : Arrays.stream(components)
                        .filter(component ->
                                FieldPath.snakeCase(component.getName()).equals(name))
                        .findFirst();
    }

    private static Optional<String> alias(RecordComponent component, ObjectNode object) {
        JsonAlias aliases = component.getAccessor().getAnnotation(JsonAlias.class);
        return aliases == null
                ? Optional.empty()
                : Arrays.stream(aliases.value()).filter(object::has).findFirst();
    }
}
