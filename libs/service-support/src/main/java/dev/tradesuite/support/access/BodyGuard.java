package dev.tradesuite.support.access;

import dev.tradesuite.contracts.ledger.AccountId;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Guards what a body names: by the {@link BodyBooks} of its type, or else by every component that is an
 * {@code @AccountId}, also those of records within.
 */
@ControllerAdvice
final class BodyGuard extends RequestBodyAdviceAdapter {

    private final Access access;
    private final Map<Class<?>, BodyBooks<?>> rules;
    private final Map<Class<?>, List<Component>> components = new ConcurrentHashMap<>();

    BodyGuard(Access access, List<BodyBooks<?>> rules) {
        this.access = access;
        this.rules = rules.stream().collect(Collectors.toUnmodifiableMap(BodyBooks::type, Function.identity()));
    }

    /** A component that names an account, or a record in which there may be one. */
    private record Component(RecordComponent component, boolean isAccount) {}

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return !parameter.hasParameterAnnotation(OpensBooks.class);
    }

    /** Whether a body, at this parameter of a handler, may name books. */
    boolean guards(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return !parameter.hasParameterAnnotation(OpensBooks.class) && (rules.containsKey(type) || namesAccounts(type));
    }

    /** What a body at this parameter names, where it names books: {@code account} or {@code portfolio}. */
    String of(MethodParameter parameter) {
        BodyBooks<?> rule = rules.get(parameter.getParameterType());
        return rule == null ? GuardedParameter.ACCOUNT : rule.of();
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage input,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        if (!access.caller().seesAll()) {
            BodyBooks<?> rule = rules.get(body.getClass());
            List<OwnedBooks> named = new ArrayList<>();
            if (rule == null) {
                collect(body, named);
            } else {
                named.addAll(named(rule, body, parameter));
            }
            named.stream().filter(OwnedBooks::canExist).forEach(access::require);
        }
        return body;
    }

    private static <T> List<OwnedBooks> named(BodyBooks<T> rule, Object body, MethodParameter where) {
        return rule.named(rule.type().cast(body), where);
    }

    private void collect(Object value, List<OwnedBooks> named) {
        for (Component each : components.computeIfAbsent(value.getClass(), BodyGuard::components)) {
            Object found = read(each.component(), value);
            if (found instanceof String account && each.isAccount()) {
                named.add(OwnedBooks.account(account));
            } else if (found != null && !each.isAccount()) {
                collect(found, named);
            }
        }
    }

    private static boolean namesAccounts(Class<?> type) {
        return components(type).stream()
                .anyMatch(each ->
                        each.isAccount() || namesAccounts(each.component().getType()));
    }

    private static List<Component> components(Class<?> type) {
        RecordComponent[] all = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        List<Component> relevant = new ArrayList<>();
        for (RecordComponent component : all) {
            component.getAccessor().setAccessible(true);
            if (component.getAccessor().isAnnotationPresent(AccountId.class)) {
                relevant.add(new Component(component, true));
            } else if (component.getType().isRecord()) {
                relevant.add(new Component(component, false));
            }
        }
        return relevant;
    }

    private static @Nullable Object read(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
