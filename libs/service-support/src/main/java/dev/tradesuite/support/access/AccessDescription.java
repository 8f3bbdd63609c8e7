package dev.tradesuite.support.access;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/**
 * Tells in the description of the API who may call: {@code x-scopes} has the scopes of which one is needed, and
 * {@code x-books-of} stands at what names books, or something that belongs to books, of which one has to be the owner.
 */
final class AccessDescription implements GlobalOperationCustomizer {

    private static final Pattern SCOPE = Pattern.compile("SCOPE_([a-z:]+)");
    private static final String BOOKS_OF = "x-books-of";

    private final BodyGuard bodies;

    AccessDescription(BodyGuard bodies) {
        this.bodies = bodies;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        operation.addExtension("x-scopes", scopes(handler));
        List<Parameter> parameters = Objects.requireNonNullElse(operation.getParameters(), List.of());
        for (GuardedParameter guarded : GuardedParameter.of(handler.getMethod())) {
            parameters.stream()
                    .filter(parameter -> guarded.name().equals(parameter.getName()))
                    .forEach(parameter -> parameter.addExtension(BOOKS_OF, guarded.of()));
        }
        if (operation.getRequestBody() != null) {
            Stream.of(handler.getMethodParameters())
                    .filter(this::namesBooks)
                    .findFirst()
                    .ifPresent(body -> operation.getRequestBody().addExtension(BOOKS_OF, bodies.of(body)));
        }
        return operation;
    }

    private boolean namesBooks(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class) && bodies.guards(parameter);
    }

    /** The scopes a handler asks for; it takes one of them. */
    static List<String> scopes(HandlerMethod handler) {
        PreAuthorize rule = rule(handler);
        return rule == null
                ? List.of()
                : SCOPE.matcher(rule.value())
                        .results()
                        .map(AccessDescription::name)
                        .toList();
    }

    private static @Nullable PreAuthorize rule(HandlerMethod handler) {
        PreAuthorize own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), PreAuthorize.class);
        return own == null
                ? AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), PreAuthorize.class)
                : own;
    }

    private static String name(MatchResult scope) {
        return scope.group(1);
    }
}
