package dev.tradesuite.market.gamma;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The fields of one JSON object, read with patience: what is a number may be a string, what is a list may be a string
 * with a list inside, and anything may be null or missing.
 *
 * <p>A field that is there and makes no sense throws {@link UnreadableException}.
 */
record Fields(JsonNode object, ObjectMapper json) {

    /** More digits than any price or amount has; an exponent beyond it would only fill the memory. */
    private static final int MOST_DIGITS = 40;

    private static final int DATE_LENGTH = "2026-12-31".length();

    Optional<String> text(String name) {
        return present(name)
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asString)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> new UnreadableException(name + " is missing"));
    }

    /** False when it is missing, null or anything but true. */
    boolean flag(String name) {
        return text(name).filter(text -> text.equalsIgnoreCase("true")).isPresent();
    }

    Optional<BigDecimal> decimal(String name) {
        return text(name).map(text -> decimal(name, text));
    }

    /** A time with its offset; a date alone is the end of that day, UTC. */
    Optional<Instant> instant(String name) {
        return text(name).map(text -> {
            try {
                return text.length() == DATE_LENGTH
                        ? LocalDate.parse(text)
                                .plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                        : OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw new UnreadableException("%s is no time: %s".formatted(name, shown(text)));
            }
        });
    }

    /** The object of that name; empty when there is none. */
    Optional<Fields> nested(String name) {
        return present(name).filter(JsonNode::isObject).map(node -> new Fields(node, json));
    }

    /** A list, or a string with a list in it; empty when missing. */
    List<String> list(String name) {
        List<String> values = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            if (!element.isString() && !element.isNumber()) {
                throw new UnreadableException("%s holds something else than values".formatted(name));
            }
            values.add(element.asString());
        }
        return values;
    }

    List<BigDecimal> decimals(String name) {
        return list(name).stream().map(text -> decimal(name, text)).toList();
    }

    /** The objects of a list; empty when it is missing. */
    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode element : object.path(name)) {
            objects.add(new Fields(element, json));
        }
        return objects;
    }

    boolean has(String name) {
        return present(name).isPresent();
    }

    private JsonNode elements(String name) {
        JsonNode node = object.path(name);
        if (!node.isString()) {
            return node;
        }
        try {
            JsonNode inner = json.readTree(node.stringValue());
            if (inner.isArray()) {
                return inner;
            }
        } catch (JacksonException e) {
            // told below, with what was found
        }
        throw new UnreadableException("%s is no list: %s".formatted(name, shown(node.stringValue())));
    }

    private Optional<JsonNode> present(String name) {
        return object.optional(name).filter(node -> !node.isNull());
    }

    private static BigDecimal decimal(String name, String text) {
        try {
            BigDecimal value = new BigDecimal(text.strip());
            if (Math.abs((long) value.scale()) <= MOST_DIGITS && value.precision() <= MOST_DIGITS) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, with what was found
        }
        throw new UnreadableException("%s is no number: %s".formatted(name, shown(text)));
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
