package dev.tradesuite.support.problem;

import dev.tradesuite.contracts.problem.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names every faulty parameter of a request at once: in its path, its query and its headers.
 *
 * <p>Spring stops at the first fault, takes the first of two values, and drops what no method asks for.
 */
final class ParameterFaults {

    private final ConversionService conversion;
    private final Validator validator;
    private final JsonMapper json;

    ParameterFaults(ConversionService conversion, Validator validator, JsonMapper json) {
        this.conversion = conversion;
        this.validator = validator;
        this.json = json;
    }

    /**
     * Parameters nobody knows, that stand twice, are blank or hold control characters. Quick, because it is asked of
     * every request; in the order of the query.
     */
    Map<String, FieldError> asWritten(HandlerMethod handler, HttpServletRequest request) {
        Map<String, FieldError> faults = new LinkedHashMap<>();
        segments(request).forEach((name, value) -> {
            if (PlainText.isUnsafe(value)) {
                faults.put(name, Faults.controlCharacter(name, value));
            }
        });
        if (request.getQueryString() != null) {
            addOfQuery(handler, request, faults);
        }
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestHeader.class)) {
                String name = nameOf(parameter);
                String value = request.getHeader(name);
                if (value != null && PlainText.isUnsafe(value)) {
                    faults.put(name, Faults.controlCharacter(name, value));
                }
            }
        }
        return faults;
    }

    private static void addOfQuery(HandlerMethod handler, HttpServletRequest request, Map<String, FieldError> faults) {
        Map<String, Asked> asked = asked(handler);
        Set<String> met = new HashSet<>();
        for (QueryParameter parameter : QueryParameter.all(request.getQueryString())) {
            String name = parameter.name();
            Asked known = asked.get(name);
            if (known == null) {
                faults.putIfAbsent(
                        name,
                        PlainText.isUnsafe(name)
                                ? Faults.controlCharacter(name, name)
                                : Faults.unknown(name, name, asked.keySet()));
            } else if (!met.add(name) && !known.many()) {
                faults.put(name, Faults.repeated(name));
            } else if (PlainText.isUnsafe(parameter.value())) {
                faults.putIfAbsent(name, Faults.controlCharacter(name, parameter.value()));
            } else if (known.isBlank(parameter.value())) {
                faults.putIfAbsent(
                        name, known.required() ? Faults.required(name) : Faults.blank(name, parameter.value()));
            }
        }
    }

    /** What is wrong with the parameters in any way, in the order of the request. */
    List<FieldError> of(HandlerMethod handler, HttpServletRequest request) {
        List<Binding> bindings = new ArrayList<>();
        Map<String, FieldError> faults = asWritten(handler, request);
        for (MethodParameter parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            Optional<Class<?>> model = model(parameter);
            if (model.isPresent()) {
                bindings.add(Binding.notLookedAt());
                addOfModel(model.get(), request, faults);
            } else {
                Binding binding = bind(parameter, request);
                bindings.add(binding);
                if (binding.fault != null) {
                    faults.putIfAbsent(binding.name, binding.fault);
                }
            }
        }
        addViolations(handler, bindings, faults);
        return inOrder(List.copyOf(faults.values()), request);
    }

    /** The same faults, those of parameters first: of the path, then of the query in its order. */
    static List<FieldError> inOrder(List<FieldError> faults, HttpServletRequest request) {
        Map<String, Integer> places = new HashMap<>();
        segments(request).keySet().forEach(name -> places.putIfAbsent(name, places.size()));
        QueryParameter.all(request.getQueryString())
                .forEach(parameter -> places.putIfAbsent(parameter.name(), places.size()));
        return faults.stream()
                .sorted(Comparator.comparingInt(fault -> places.getOrDefault(fault.field(), Integer.MAX_VALUE)))
                .toList();
    }

    private void addOfModel(Class<?> model, HttpServletRequest request, Map<String, FieldError> faults) {
        for (MethodParameter component : components(model)) {
            String name = nameOf(component);
            Binding binding = bind(component, name, false, null, request.getParameterValues(name));
            if (binding.fault != null) {
                faults.putIfAbsent(name, binding.fault);
            } else {
                validator
                        .validateValue(model, String.valueOf(component.getParameterName()), binding.value)
                        .forEach(violation -> faults.putIfAbsent(name, Faults.violation(name, violation)));
            }
        }
    }

    /** The components of a record, as the parameters of its constructor: those carry the names of the query. */
    private static List<MethodParameter> components(Class<?> model) {
        return IntStream.range(0, model.getRecordComponents().length)
                .mapToObj(index -> new MethodParameter(model.getDeclaredConstructors()[0], index))
                .toList();
    }

    private Binding bind(MethodParameter parameter, HttpServletRequest request) {
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        if (query != null) {
            String name = named(query.name(), parameter);
            return bind(parameter, name, query.required(), query.defaultValue(), request.getParameterValues(name));
        }
        PathVariable segment = parameter.getParameterAnnotation(PathVariable.class);
        if (segment != null) {
            String name = named(segment.name(), parameter);
            String value = segments(request).get(name);
            return bind(parameter, name, segment.required(), null, value == null ? null : new String[] {value});
        }
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null) {
            String name = named(header.name(), parameter);
            String value = request.getHeader(name);
            return bind(
                    parameter,
                    name,
                    header.required(),
                    header.defaultValue(),
                    value == null ? null : new String[] {value});
        }
        return Binding.notLookedAt();
    }

    private Binding bind(
            MethodParameter parameter,
            String name,
            boolean required,
            @Nullable String defaultValue,
            String @Nullable [] given) {
        boolean hasDefault = defaultValue != null && !ValueConstants.DEFAULT_NONE.equals(defaultValue);
        boolean text = parameter.nestedIfOptional().getNestedParameterType() == String.class;
        String[] values = given;
        if (values == null || (values.length == 1 && values[0].isEmpty() && !text)) {
            if (!hasDefault) {
                boolean mandatory = required && !parameter.isOptional();
                return new Binding(name, null, mandatory ? Faults.required(name) : null, true);
            }
            values = new String[] {String.valueOf(defaultValue)};
        }
        return convert(parameter, name, values);
    }

    private Binding convert(MethodParameter parameter, String name, String[] values) {
        TypeDescriptor wanted = new TypeDescriptor(parameter);
        // Of a list one value is wrong, not that it is one.
        TypeDescriptor element = wanted.getElementTypeDescriptor();
        Class<?> type = element == null ? parameter.nestedIfOptional().getNestedParameterType() : element.getType();
        String found = String.join(",", values);
        try {
            Object source = values.length == 1 ? values[0] : values;
            Object converted = conversion.convert(source, TypeDescriptor.forObject(source), wanted);
            return new Binding(name, converted, null, true);
        } catch (ConversionException _) {
            return new Binding(name, null, fault(name, type, found), true);
        }
    }

    /** What is wrong with a parameter that cannot be converted to the type. */
    FieldError fault(String name, Class<?> type, @Nullable String found) {
        return type.isEnum()
                ? Faults.unknownValue(name, WireNames.of(type, json), found)
                : Faults.wrongType(name, Faults.expected(type), found);
    }

    private void addViolations(HandlerMethod handler, List<Binding> bindings, Map<String, FieldError> faults) {
        Object[] arguments = bindings.stream().map(Binding::value).toArray();
        for (ConstraintViolation<Object> violation :
                validator.forExecutables().validateParameters(handler.getBean(), handler.getMethod(), arguments)) {
            Binding binding = bindings.get(parameterIndex(violation.getPropertyPath()));
            if (binding.known) {
                faults.putIfAbsent(binding.name, Faults.violation(binding.name, violation));
            }
        }
    }

    private static int parameterIndex(Path path) {
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                return node.as(Path.ParameterNode.class).getParameterIndex();
            }
        }
        throw new IllegalStateException("no parameter in " + path);
    }

    /** The parameters of the query a method asks for, by name. */
    private static Map<String, Asked> asked(HandlerMethod handler) {
        Map<String, Asked> asked = new LinkedHashMap<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
            if (query != null) {
                boolean required = query.required()
                        && query.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                        && !parameter.isOptional();
                asked.put(nameOf(parameter), Asked.of(parameter.getParameterType(), required));
            }
            model(parameter).ifPresent(model -> {
                for (MethodParameter component : components(model)) {
                    asked.put(nameOf(component), Asked.of(component.getParameterType(), false));
                }
            });
        }
        return asked;
    }

    /** The record that takes the parameters of the query, where a method has one. */
    private static Optional<Class<?>> model(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(ModelAttribute.class)
                        && parameter.getParameterType().isRecord()
                ? Optional.of(parameter.getParameterType())
                : Optional.empty();
    }

    /** Name of a parameter as the caller writes it. */
    static String nameOf(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        PathVariable segment = parameter.getParameterAnnotation(PathVariable.class);
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        BindParam bound = parameter.getParameterAnnotation(BindParam.class);
        String declared = query != null
                ? query.name()
                : segment != null
                        ? segment.name()
                        : header != null ? header.name() : bound != null ? bound.value() : "";
        return named(declared, parameter);
    }

    private static String named(String declared, MethodParameter parameter) {
        return StringUtils.hasText(declared) ? declared : String.valueOf(parameter.getParameterName());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> segments(HttpServletRequest request) {
        Object segments = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return segments == null ? Map.of() : (Map<String, String>) segments;
    }

    /**
     * @param many whether it may be given more than once
     * @param required whether it must be given
     */
    private record Asked(boolean many, boolean required) {

        static Asked of(Class<?> type, boolean required) {
            return new Asked(type.isArray() || Iterable.class.isAssignableFrom(type), required);
        }

        /** Whether a value says nothing; of a list, one of its values. */
        boolean isBlank(String value) {
            return value.isBlank()
                    || (many && Arrays.stream(value.split(",", -1)).anyMatch(String::isBlank));
        }
    }

    /**
     * @param name as the caller wrote it
     * @param value converted; null when absent or faulty
     * @param known false for what is not a parameter of the request, such as its body
     */
    private record Binding(String name, @Nullable Object value, @Nullable FieldError fault, boolean known) {

        static Binding notLookedAt() {
            return new Binding("", null, null, false);
        }
    }
}
