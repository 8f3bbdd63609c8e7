package dev.tradesuite.support.problem;

import dev.tradesuite.contracts.problem.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Names every faulty parameter of a request whose binding stopped at the first.
 *
 * <p>Runs only after a failure; a good request never comes here.
 */
final class ParameterFaults {

    private final ConversionService conversion;
    private final Validator validator;

    ParameterFaults(ConversionService conversion, Validator validator) {
        this.conversion = conversion;
        this.validator = validator;
    }

    /** Missing, wrongly typed and out of bounds parameters, in the order of the method's parameters. */
    List<FieldError> of(HandlerMethod handler, HttpServletRequest request) {
        MethodParameter[] parameters = handler.getMethodParameters();
        List<Binding> bindings = new ArrayList<>();
        for (MethodParameter parameter : parameters) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            bindings.add(bind(parameter, request));
        }
        Map<String, FieldError> faults = new LinkedHashMap<>();
        bindings.forEach(binding -> {
            if (binding.fault != null) {
                faults.put(binding.name, binding.fault);
            }
        });
        addViolations(handler, bindings, faults);
        return List.copyOf(faults.values());
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
        Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
        String found = String.join(",", values);
        try {
            Object source = values.length == 1 ? values[0] : values;
            Object converted =
                    conversion.convert(source, TypeDescriptor.forObject(source), new TypeDescriptor(parameter));
            return new Binding(name, converted, null, true);
        } catch (ConversionException _) {
            return new Binding(name, null, fault(name, type, found), true);
        }
    }

    /** What is wrong with a parameter that cannot be converted to the type. */
    static FieldError fault(String name, Class<?> type, @Nullable String found) {
        if (type.isEnum()) {
            return Faults.unknownValue(
                    name,
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList(),
                    found);
        }
        return Faults.wrongType(name, Faults.expected(type), found);
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

    /** Name of a parameter as the caller writes it. */
    static String nameOf(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        PathVariable segment = parameter.getParameterAnnotation(PathVariable.class);
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        String declared =
                query != null ? query.name() : segment != null ? segment.name() : header != null ? header.name() : "";
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
