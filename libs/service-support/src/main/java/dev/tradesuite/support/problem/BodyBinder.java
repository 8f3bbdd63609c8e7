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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonParser;
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
import tools.jackson.databind.exc.UnrecognizedPropertyException;
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

    /**
     * Each field that cannot be bound costs another pass over the body, so their number is bounded: by itself, and by
     * the bytes that are read again.
     */
    private static final int MOST_PASSES = 1_000;

    private static final int MOST_BYTES_REREAD = 50_000_000;

    private final JsonMapper json;
    private final Validator validator;

    BodyBinder(JsonMapper json, Validator validator) {
        this.json = json.rebuild()
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
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
        return switch (look(body, type)) {
            case Look.Bound(Object value) -> value;
            case Look.Faulty(BodyFaults faults) -> throw faults.asProblem();
        };
    }

    /**
     * What is wrong with a body.
     *
     * @param constrained whether its constraints count
     */
    BodyFaults faults(byte[] body, JavaType type, boolean constrained) {
        try {
            return switch (look(body, type)) {
                case Look.Bound(Object value) -> constrained ? violations(value, body, type) : BodyFaults.NONE;
                case Look.Faulty(BodyFaults faults) -> faults;
            };
        } catch (ProblemException e) {
            return BodyFaults.of(e);
        }
    }

    private BodyFaults violations(Object bound, byte[] body, JavaType type) {
        Map<String, FieldError> faults = new LinkedHashMap<>();
        addViolations(faults, bound);
        return new BodyFaults(asWritten(List.copyOf(faults.values()), body, type), true);
    }

    /** What came of binding a body. */
    private sealed interface Look {

        record Bound(Object value) implements Look {}

        record Faulty(BodyFaults faults) implements Look {}
    }

    private Look look(byte[] body, JavaType type) {
        Map<String, FieldError> written = faultsAsWritten(body, type);
        try {
            Object bound = json.readerFor(type).readValue(body);
            if (bound == null) {
                throw missing("The body is null");
            }
            return written.isEmpty() ? new Look.Bound(bound) : faulty(body, type, written);
        } catch (InvalidDefinitionException e) {
            // The type itself cannot be bound: a bug of ours, not a fault of the body.
            throw e;
        } catch (InputCoercionException | DatabindException _) {
            return faulty(body, type, written);
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /** The same faults by the names the body has for their fields, in the order in which these stand in it. */
    List<FieldError> asWritten(List<FieldError> faults, byte[] body, JavaType type) {
        try (JsonParser parser = json.createParser(body)) {
            return BodyScan.inOrder(byWrittenNames(faults, body, type), parser);
        }
    }

    private List<FieldError> byWrittenNames(List<FieldError> faults, byte[] body, JavaType type) {
        if (faults.isEmpty()) {
            return faults;
        }
        JsonNode tree = tree(body);
        Set<String> told = faults.stream().map(FieldError::field).collect(Collectors.toSet());
        List<FieldError> renamed = new ArrayList<>();
        for (FieldError fault : faults) {
            String written = WrittenPath.of(fault.field(), type, tree, json.getTypeFactory());
            if (written.equals(fault.field())) {
                renamed.add(fault);
            } else if (!told.contains(written)) {
                // What was wrong with it as it is written is told already; that it is missing is not.
                renamed.add(new FieldError(written, fault.code(), fault.message(), fault.rejected()));
            }
        }
        return renamed;
    }

    private Map<String, FieldError> faultsAsWritten(byte[] body, JavaType type) {
        try (JsonParser parser = json.createParser(body)) {
            return BodyScan.faults(parser, path -> NullableElements.allow(type.getRawClass(), path));
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    private Look faulty(byte[] body, JavaType type, Map<String, FieldError> written) {
        JsonNode tree = tree(body);
        if (tree.isMissingNode()) {
            throw missing("The body is empty");
        }
        Map<String, FieldError> faults = new LinkedHashMap<>(written);
        boolean all = addFaults(faults, tree, type, Math.clamp(MOST_BYTES_REREAD / body.length, 50, MOST_PASSES));
        return new Look.Faulty(new BodyFaults(
                asWritten(List.copyOf(faults.values()), body, type), all && written.size() < BodyScan.MOST_FAULTS));
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

    /** Binds until the rest can be bound; whether that was reached within so many passes. */
    private boolean addFaults(Map<String, FieldError> faults, JsonNode tree, JavaType type, int passes) {
        Set<String> written = Set.copyOf(faults.keySet());
        for (int pass = 0; pass < passes; pass++) {
            try {
                Object bound = json.readerFor(type).readValue(tree);
                if (bound != null) {
                    addViolations(faults, bound);
                }
                return true;
            } catch (InvalidDefinitionException e) {
                throw e;
            } catch (UnrecognizedPropertyException e) {
                if (!withoutUnknown(tree, e, faults)) {
                    return true;
                }
            } catch (JacksonException e) {
                String path = WrittenPath.of(FieldPath.of(e.getPath()), type, tree, json.getTypeFactory());
                if (faults.containsKey(path) && !written.contains(path)) {
                    return true;
                }
                if (!followsFromOthers(path, e, faults)) {
                    faults.putIfAbsent(path, fault(path, e, tree));
                }
                if (!neutralised(tree, writtenLast(e.getPath(), path), targetOf(e))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Takes every unknown field out of the object in which one was met. */
    private static boolean withoutUnknown(
            JsonNode tree, UnrecognizedPropertyException e, Map<String, FieldError> faults) {
        List<Reference> above = e.getPath().subList(0, e.getPath().size() - 1);
        if (!(nodeAt(tree, above) instanceof ObjectNode object)) {
            return false;
        }
        Set<String> known =
                e.getKnownPropertyIds().stream().map(String::valueOf).collect(Collectors.toSet());
        List<String> unknown = object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .toList();
        StringBuilder path = new StringBuilder(FieldPath.of(above));
        int length = path.length();
        for (String name : unknown) {
            FieldPath.append(path, name, -1);
            faults.putIfAbsent(path.toString(), Faults.unknown(path.toString(), name, known));
            path.setLength(length);
            object.remove(name);
        }
        return !unknown.isEmpty();
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
        violations.forEach(violation -> faults.putIfAbsent(violation.field(), violation));
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

    /** The path with the last name as the body has it: Jackson tells the name a field has in its record. */
    private static List<Reference> writtenLast(List<Reference> path, String written) {
        if (path.isEmpty()
                || path.getLast().getPropertyName() == null
                || written.endsWith(path.getLast().getPropertyName())) {
            return path;
        }
        List<Reference> renamed = new ArrayList<>(path.subList(0, path.size() - 1));
        Reference last = path.getLast();
        renamed.add(new Reference(last.from(), written.substring(written.lastIndexOf('.') + 1)));
        return renamed;
    }

    private FieldError fault(String path, JacksonException e, JsonNode tree) {
        JsonNode node = nodeAt(tree, writtenLast(e.getPath(), path));
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
                    ? Faults.unknownValue(path, WireNames.of(target, json), found)
                    : Faults.wrongType(path, "one of " + String.join(", ", WireNames.of(target, json)), found);
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
