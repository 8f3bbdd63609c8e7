package dev.tradesuite.support.problem;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Binds a JSON body strictly and names every faulty field at once.
 *
 * <p>A good body is bound in one pass. A bad one is read again as a tree: each field that cannot be bound is noted and
 * taken out, until the rest binds; the constraints are then checked on the rest. Jackson's own problem-collecting
 * reader does not go on after a token of the wrong kind, such as text where a number belongs, which is the most common
 * fault of all.
 */
final class BodyBinder {

    private static final int MOST_FAULTS = 100;

    private final JsonMapper json;
    private final Validator validator;

    BodyBinder(JsonMapper json, Validator validator) {
        this.json = json.rebuild()
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                // Read, so that the field with the NaN can be named; refused by StrictNumbers.
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .addModule(StrictNumbers.module())
                .build();
        this.validator = validator;
    }

    /**
     * The bound body.
     *
     * @throws ProblemException {@code MALFORMED_JSON}, {@code VALIDATION_FAILED}, or {@code BODY_MISSING} when it is
     *     {@code null}
     */
    Object bind(byte[] body, JavaType type) {
        try {
            Object bound = json.readerFor(type).readValue(body);
            if (bound == null) {
                throw missing("The body is null");
            }
            return bound;
        } catch (InvalidDefinitionException e) {
            // The type itself cannot be bound: a bug of ours, not a fault of the body.
            throw e;
        } catch (InputCoercionException | DatabindException _) {
            JsonNode tree = tree(body);
            if (tree.isMissingNode()) {
                throw missing("The body is empty");
            }
            throw ProblemException.invalid(faults(tree, type));
        } catch (StreamReadException e) {
            throw malformed(e);
        }
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (StreamReadException e) {
            throw malformed(e);
        }
    }

    private List<FieldError> faults(JsonNode tree, JavaType type) {
        Map<String, FieldError> faults = new LinkedHashMap<>();
        while (faults.size() < MOST_FAULTS) {
            try {
                Object bound = json.readerFor(type).readValue(tree);
                if (bound != null) {
                    addViolations(faults, bound);
                }
                break;
            } catch (InvalidDefinitionException e) {
                throw e;
            } catch (JacksonException e) {
                String path = FieldPath.of(e.getPath());
                if (faults.containsKey(path)) {
                    break;
                }
                if (!followsFromOthers(path, e, faults)) {
                    faults.put(path, fault(path, e, tree));
                }
                if (!takenOut(tree, e.getPath())) {
                    break;
                }
            }
        }
        return List.copyOf(faults.values());
    }

    private void addViolations(Map<String, FieldError> faults, Object bound) {
        List<FieldError> violations = new ArrayList<>();
        for (ConstraintViolation<Object> violation : validator.validate(bound)) {
            violations.add(Faults.violation(FieldPath.of(violation.getPropertyPath()), violation));
        }
        // A field that was taken out looks missing; what was wrong with it is already told.
        violations.stream()
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .forEach(violation -> faults.putIfAbsent(violation.field(), violation));
    }

    /** Whether a record could not be made because a component of it is faulty. */
    private static boolean followsFromOthers(String path, JacksonException e, Map<String, FieldError> faults) {
        return e instanceof ValueInstantiationException
                && faults.keySet().stream().anyMatch(other -> other.startsWith(path));
    }

    private FieldError fault(String path, JacksonException e, JsonNode tree) {
        JsonNode node = nodeAt(tree, e.getPath());
        String found = node == null ? null : node.isContainer() ? node.toString() : node.asString();
        Class<?> target = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (node != null && node.isDouble() && !Double.isFinite(node.doubleValue())) {
            return Faults.notFinite(path, found);
        }
        if (e instanceof ValueInstantiationException) {
            Throwable cause = e.getCause();
            return new FieldError(
                    path,
                    "NOT_VALID",
                    String.valueOf(cause == null ? e.getOriginalMessage() : cause.getMessage()),
                    null);
        }
        if (e instanceof InputCoercionException) {
            return Faults.outOfRange(path, "expected a number of a usual size", found);
        }
        if (target == null) {
            return new FieldError(path, Faults.WRONG_TYPE, e.getOriginalMessage(), Faults.shortened(found));
        }
        if (target.isEnum() && node != null && node.isString()) {
            return Faults.unknownValue(path, wireNames(target), found);
        }
        if (Number.class.isAssignableFrom(target)
                && node != null
                && node.isNumber()
                && target.getName().startsWith("java.math")) {
            return Faults.outOfRange(path, "expected at most %d digits".formatted(StrictNumbers.MAX_PRECISION), found);
        }
        return Faults.wrongType(
                path,
                target.isEnum() ? "one of " + String.join(", ", wireNames(target)) : Faults.expected(target),
                found);
    }

    private List<String> wireNames(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> json.valueToTree(constant).asString())
                .toList();
    }

    private static @Nullable JsonNode nodeAt(JsonNode tree, List<Reference> path) {
        JsonNode node = tree;
        for (Reference step : path) {
            node = step.getPropertyName() == null ? node.get(step.getIndex()) : node.get(step.getPropertyName());
            if (node == null) {
                return null;
            }
        }
        return node;
    }

    private static boolean takenOut(JsonNode tree, List<Reference> path) {
        if (path.isEmpty()) {
            return false;
        }
        Reference last = path.getLast();
        return switch (nodeAt(tree, path.subList(0, path.size() - 1))) {
            case ObjectNode object -> object.remove(last.getPropertyName()) != null;
            // Null instead of removed: the later elements keep their index.
            case ArrayNode array -> array.get(last.getIndex()) != null && array.setNull(last.getIndex()) != null;
            case null, default -> false;
        };
    }

    private static ProblemException missing(String detail) {
        return new ProblemException(ProblemCode.BODY_MISSING, detail);
    }

    private static ProblemException malformed(StreamReadException e) {
        TokenStreamLocation at = e.getLocation();
        String where = at == null ? "" : "line %d, column %d: ".formatted(at.getLineNr(), at.getColumnNr());
        return new ProblemException(ProblemCode.MALFORMED_JSON, where + e.getOriginalMessage());
    }
}
