package dev.tradesuite.support.problem;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
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
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.NumericNode;
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

    /** Each fault that is noted costs another pass over the body, so their number is bounded. */
    private static final int MOST_FAULTS = 50;

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
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw malformed(e);
        } catch (NumberFormatException _) {
            // An exponent so large that there is no number to name a field's fault by.
            throw new ProblemException(ProblemCode.MALFORMED_JSON, "A number is beyond all limits");
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
                if (!neutralised(tree, e.getPath(), targetOf(e))) {
                    break;
                }
            }
        }
        return List.copyOf(faults.values());
    }

    private void addViolations(Map<String, FieldError> faults, Object bound) {
        List<FieldError> violations = new ArrayList<>();
        boolean complete = faults.isEmpty();
        for (ConstraintViolation<Object> violation : validator.validate(bound)) {
            // A rule on several fields may only seem broken because one of them was taken out.
            if (complete || isAboutOneField(violation)) {
                violations.add(Faults.violation(FieldPath.of(violation.getPropertyPath()), violation));
            }
        }
        // A field that was taken out looks missing; what was wrong with it is told already.
        violations.stream()
                .sorted(Comparator.comparing(FieldError::field))
                .forEach(violation -> faults.putIfAbsent(violation.field(), violation));
    }

    private static boolean isAboutOneField(ConstraintViolation<?> violation) {
        Path.Node last = null;
        for (Path.Node node : violation.getPropertyPath()) {
            last = node;
        }
        if (last == null || last.getKind() == ElementKind.BEAN) {
            return false;
        }
        Object owner = violation.getLeafBean();
        if (last.getKind() != ElementKind.PROPERTY
                || owner == null
                || !owner.getClass().isRecord()) {
            return true;
        }
        String name = last.getName();
        return Arrays.stream(owner.getClass().getRecordComponents())
                .anyMatch(component -> component.getName().equals(name));
    }

    /** Whether a record could not be made because a component of it is faulty. */
    private static boolean followsFromOthers(String path, JacksonException e, Map<String, FieldError> faults) {
        return e instanceof ValueInstantiationException
                && faults.keySet().stream().anyMatch(other -> other.startsWith(path));
    }

    private FieldError fault(String path, JacksonException e, JsonNode tree) {
        JsonNode node = nodeAt(tree, e.getPath());
        String found = node == null ? null : node.isContainer() ? node.toString() : node.asString();
        Class<?> target = targetOf(e);
        if (e instanceof ValueInstantiationException) {
            Throwable cause = e.getCause();
            String reason = cause == null ? e.getOriginalMessage() : cause.getMessage();
            return new FieldError(path, "NOT_VALID", String.valueOf(reason), null);
        }
        if (node instanceof NumericNode number && number.isNaN()) {
            return Faults.notFinite(path, found);
        }
        if (node != null
                && node.isNumber()
                && (target == null || takesFractions(target) || e instanceof InputCoercionException)) {
            return Faults.outOfRange(path, "expected a number of a usual size", found);
        }
        if (target == null) {
            return new FieldError(path, Faults.WRONG_TYPE, e.getOriginalMessage(), Faults.shortened(found));
        }
        if (target.isPrimitive() && (node == null || node.isNull())) {
            return Faults.required(path);
        }
        if (target.isEnum()) {
            return node != null && node.isString()
                    ? Faults.unknownValue(path, wireNames(target), found)
                    : Faults.wrongType(path, "one of " + String.join(", ", wireNames(target)), found);
        }
        return Faults.wrongType(path, Faults.expected(target), found);
    }

    private static @Nullable Class<?> targetOf(JacksonException e) {
        return switch (e) {
            case MismatchedInputException mismatch -> mismatch.getTargetType();
            case InputCoercionException coercion -> coercion.getTargetType();
            default -> null;
        };
    }

    private static boolean takesFractions(Class<?> type) {
        return type == BigDecimal.class || type == Double.class || type == double.class;
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

    /**
     * Puts something in the faulty field's place that can be bound: nothing, or zero where there must be something.
     *
     * @return false when there is no such place
     */
    private static boolean neutralised(JsonNode tree, List<Reference> path, @Nullable Class<?> target) {
        if (path.isEmpty()) {
            return false;
        }
        Reference last = path.getLast();
        switch (nodeAt(tree, path.subList(0, path.size() - 1))) {
            case ObjectNode object
            when target != null && target.isPrimitive() -> object.set(last.getPropertyName(), zero(target));
            case ObjectNode object when object.has(last.getPropertyName()) -> object.remove(last.getPropertyName());
            // Not removed: the later elements keep their index.
            case ArrayNode array
            when target != null && target.isPrimitive() -> array.set(last.getIndex(), zero(target));
            case ArrayNode array when array.has(last.getIndex()) -> array.setNull(last.getIndex());
            case null, default -> {
                return false;
            }
        }
        return true;
    }

    private static JsonNode zero(Class<?> primitive) {
        return primitive == boolean.class ? BooleanNode.FALSE : IntNode.valueOf(0);
    }

    private static ProblemException missing(String detail) {
        return new ProblemException(ProblemCode.BODY_MISSING, detail);
    }

    private static ProblemException malformed(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String where = at == null ? "" : "line %d, column %d: ".formatted(at.getLineNr(), at.getColumnNr());
        return new ProblemException(ProblemCode.MALFORMED_JSON, where + e.getOriginalMessage());
    }
}
