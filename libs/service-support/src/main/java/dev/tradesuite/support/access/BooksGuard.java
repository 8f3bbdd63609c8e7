package dev.tradesuite.support.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Guards what a path or a query names, before anything else of the request is read. */
final class BooksGuard implements HandlerInterceptor {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Access access;
    private final Map<String, BooksFinder> finders;
    private final Map<Method, List<GuardedParameter>> guarded = new ConcurrentHashMap<>();

    BooksGuard(Access access, List<BooksFinder> finders) {
        this.access = access;
        this.finders = finders.stream().collect(Collectors.toUnmodifiableMap(BooksFinder::name, Function.identity()));
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getDispatcherType() == DispatcherType.REQUEST) {
            List<GuardedParameter> parameters = guarded.computeIfAbsent(method.getMethod(), GuardedParameter::of);
            if (!parameters.isEmpty() && !access.caller().seesAll()) {
                parameters.forEach(parameter -> values(parameter, request).forEach(value -> require(parameter, value)));
            }
        }
        return true;
    }

    private static List<String> values(GuardedParameter parameter, HttpServletRequest request) {
        if (parameter.inPath()) {
            return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path
                            && path.get(parameter.name()) instanceof String value
                    ? List.of(value)
                    : List.of();
        }
        String[] values = request.getParameterValues(parameter.name());
        return values == null ? List.of() : List.of(values);
    }

    private void require(GuardedParameter parameter, String value) {
        if (value.isBlank()) {
            return;
        }
        String named = parameter.of() + " " + value;
        Optional<List<OwnedBooks>> books = books(parameter.of(), value);
        if (books.isEmpty() && parameter.mayBeNew()) {
            return;
        }
        if (parameter.of().equals(GuardedParameter.ACCOUNT)
                && !OwnedBooks.account(value).canExist()) {
            // The constraint of the parameter refuses it, and says how it is written.
            return;
        }
        access.require(books.orElseThrow(() -> Access.notFound(named)), named);
    }

    private Optional<List<OwnedBooks>> books(String of, String value) {
        if (of.equals(GuardedParameter.ACCOUNT)) {
            return Optional.of(List.of(OwnedBooks.account(value)));
        }
        if (of.equals(GuardedParameter.PORTFOLIO)) {
            return NUMBER.matcher(value).matches()
                    ? Optional.of(List.of(OwnedBooks.portfolio(Long.parseLong(value))))
                    : Optional.empty();
        }
        BooksFinder finder = Objects.requireNonNull(finders.get(of), () -> "nothing finds the books of a " + of);
        try {
            return finder.find(value);
        } catch (IllegalArgumentException _) {
            // Not what an id is written like. Whatever the handler might make of it, nothing is found by it.
            return Optional.empty();
        }
    }
}
