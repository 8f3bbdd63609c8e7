package dev.tradesuite.support.problem;

import dev.tradesuite.contracts.problem.FieldError;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/**
 * What binding alone does not see in a JSON body: fields that stand twice, texts with control characters, elements that
 * are null, and where each field stands.
 */
final class BodyScan {

    /** Faults that are looked for; a table with more is understood from these. */
    static final int MOST_FAULTS = 1_000;

    private BodyScan() {}

    /**
     * The faults of the body as it is written, by the path of the field: the first thousand.
     *
     * @param mayBeNull whether the element at a path may be null
     */
    static Map<String, FieldError> faults(JsonParser parser, Predicate<String> mayBeNull) {
        Map<String, FieldError> faults = new LinkedHashMap<>();
        Deque<Set<String>> names = new ArrayDeque<>();
        for (JsonToken token = parser.nextToken();
                token != null && faults.size() < MOST_FAULTS;
                token = parser.nextToken()) {
            switch (token) {
                case START_OBJECT -> names.push(new HashSet<>());
                case END_OBJECT -> names.pop();
                case PROPERTY_NAME -> {
                    if (!names.getFirst().add(parser.currentName())) {
                        String path = path(parser.streamReadContext());
                        faults.put(path, Faults.repeated(path));
                    } else if (PlainText.isUnsafe(parser.currentName())) {
                        String path = path(parser.streamReadContext());
                        faults.put(path, Faults.controlCharacter(path, parser.currentName()));
                    }
                }
                case VALUE_STRING -> {
                    if (PlainText.isUnsafe(parser.getString())) {
                        String path = path(parser.streamReadContext());
                        faults.putIfAbsent(path, Faults.controlCharacter(path, parser.getString()));
                    }
                }
                case VALUE_NULL -> {
                    if (parser.streamReadContext().inArray()) {
                        String path = path(parser.streamReadContext());
                        if (!mayBeNull.test(path)) {
                            faults.put(path, Faults.required(path));
                        }
                    }
                }
                default -> {}
            }
        }
        return faults;
    }

    /** The faults in the order in which their fields stand in the body; a missing field comes after those beside it. */
    static List<FieldError> inOrder(List<FieldError> faults, JsonParser parser) {
        Map<String, Place> places = places(parser);
        return faults.stream()
                .sorted(Comparator.comparingInt(fault -> place(fault.field(), places)))
                .toList();
    }

    private static int place(String path, Map<String, Place> places) {
        Place own = places.get(path);
        if (own != null) {
            return own.begin;
        }
        String above = path;
        while (!above.isEmpty()) {
            above = above.substring(0, Math.max(0, Math.max(above.lastIndexOf('.'), above.lastIndexOf('['))));
            Place place = places.get(above);
            if (place != null) {
                return place.end;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static Map<String, Place> places(JsonParser parser) {
        Map<String, Place> places = new HashMap<>();
        int at = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            at++;
            if (token == JsonToken.PROPERTY_NAME) {
                places.putIfAbsent(path(parser.streamReadContext()), new Place(at, at));
            } else if (token.isStructEnd()) {
                // The context is that around the structure again: what ends is the field or element it is in.
                String path = path(parser.streamReadContext());
                places.merge(path, new Place(at, at), (begin, end) -> new Place(begin.begin, end.end));
            } else if (parser.streamReadContext().inArray()) {
                places.putIfAbsent(path(parser.streamReadContext()), new Place(at, at));
            }
        }
        return places;
    }

    /** Where the parser is, such as {@code candles[3].close}. */
    private static String path(TokenStreamContext context) {
        StringBuilder path = new StringBuilder();
        append(path, context);
        return path.toString();
    }

    private static void append(StringBuilder path, TokenStreamContext context) {
        if (context.getParent() != null) {
            append(path, context.getParent());
        }
        if (context.inObject() && context.currentName() != null) {
            FieldPath.append(path, context.currentName(), -1);
        } else if (context.inArray() && context.hasCurrentIndex()) {
            FieldPath.append(path, null, context.getCurrentIndex());
        }
    }

    /**
     * @param begin number of the token with which a field begins
     * @param end number of the token with which it ends
     */
    private record Place(int begin, int end) {}
}
