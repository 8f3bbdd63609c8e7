package dev.tradesuite.support.problem;

import jakarta.validation.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Writes the path of a field the way the caller wrote it, such as {@code candles[3].open_time}. */
final class FieldPath {

    private FieldPath() {}

    /** The path Jackson was at; empty when it was at the root. */
    static String of(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            append(path, reference.getPropertyName(), reference.getIndex());
        }
        return path.toString();
    }

    /** The path of a constraint violation below the object that was validated. */
    static String of(Path violated) {
        StringBuilder path = new StringBuilder();
        for (Path.Node node : violated) {
            if (node.isInIterable()) {
                path.append('[')
                        .append(node.getIndex() != null ? node.getIndex() : node.getKey())
                        .append(']');
            }
            switch (node.getKind()) {
                case PROPERTY -> append(path, snakeCase(String.valueOf(node.getName())), -1);
                // An element constraint such as List<@Positive BigDecimal> is already told by its index.
                case BEAN, CONTAINER_ELEMENT, METHOD, CONSTRUCTOR, PARAMETER, CROSS_PARAMETER, RETURN_VALUE -> {}
            }
        }
        return path.toString();
    }

    /** {@code stopLossPips} as {@code stop_loss_pips}, as Jackson's snake case strategy writes it. */
    static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** Adds a step: a name, or without one an index. */
    static void append(StringBuilder path, @Nullable String name, int index) {
        if (name == null) {
            path.append('[').append(index).append(']');
            return;
        }
        if (!path.isEmpty()) {
            path.append('.');
        }
        path.append(name);
    }
}
