package dev.tradesuite.support.problem;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which lists of a body may hold null: those a record declares as {@code List<@Nullable T>}, also as the values of a
 * map. Everywhere else an element that is null is a fault.
 */
final class NullableElements {

    private static final ClassValue<Set<String>> FIELDS = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
            Set<String> fields = new HashSet<>();
            collect(type, "", Set.of(), fields);
            return Set.copyOf(fields);
        }
    };

    private NullableElements() {}

    /**
     * Whether an element may be null.
     *
     * @param type of the body
     * @param path of the element, such as {@code prices.series.AAPL[3]}
     */
    static boolean allow(Class<?> type, String path) {
        return FIELDS.get(type).stream().anyMatch(path::startsWith);
    }

    /** Adds the beginnings of the paths of such elements. */
    private static void collect(Class<?> type, String above, Set<Class<?>> around, Set<String> fields) {
        if (!type.isRecord() || around.contains(type)) {
            return;
        }
        Set<Class<?>> within = new HashSet<>(around);
        within.add(type);
        for (RecordComponent component : type.getRecordComponents()) {
            String path = above + FieldPath.snakeCase(component.getName());
            AnnotatedType declared = component.getAnnotatedType();
            if (Map.class.isAssignableFrom(component.getType()) && holdsNull(argument(declared, 1))) {
                fields.add(path + ".");
            } else if (holdsNull(declared)) {
                fields.add(path + "[");
            } else {
                collect(component.getType(), path + ".", within, fields);
            }
        }
    }

    /** Whether the type is a collection whose elements may be null. */
    private static boolean holdsNull(@Nullable AnnotatedType declared) {
        if (!(declared instanceof AnnotatedParameterizedType list)
                || !(list.getType() instanceof ParameterizedType type)
                || !(type.getRawType() instanceof Class<?> raw)
                || !Collection.class.isAssignableFrom(raw)) {
            return false;
        }
        AnnotatedType element = argument(declared, 0);
        return element != null && element.isAnnotationPresent(Nullable.class);
    }

    private static @Nullable AnnotatedType argument(AnnotatedType declared, int index) {
        return declared instanceof AnnotatedParameterizedType generic
                ? generic.getAnnotatedActualTypeArguments()[index]
                : null;
    }
}
