package dev.tradesuite.support.problem;

import dev.tradesuite.contracts.problem.FieldError;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * What a request says counts, or is refused: a parameter the endpoint does not know, one that stands twice or is blank,
 * and a body where none is taken. Dropped silently, each of them would be an instruction that was not followed.
 */
final class RequestInterceptor implements HandlerInterceptor {

    private final Supplier<RequestFaults> faults;

    /** @param faults asked for at the first request: they need the conversions that are set up with the server */
    RequestInterceptor(Supplier<RequestFaults> faults) {
        this.faults = faults;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof HandlerMethod method && request.getDispatcherType() == DispatcherType.REQUEST) {
            check(request, method);
        }
        return true;
    }

    private void check(HttpServletRequest request, HandlerMethod method) throws IOException {
        if (hasBody(request) && !takesBody(method) && saysSomething(request)) {
            List<FieldError> all = new ArrayList<>(faults.get().ofParameters(method, request));
            all.add(Faults.noBody());
            throw ProblemException.invalid(all);
        }
        if (faults.get().showsAtOnce(method, request)) {
            faults.get().of(method, request).ifPresent(problem -> {
                throw problem;
            });
        }
    }

    /** Some clients send an empty object with every POST; it says nothing. */
    private static boolean saysSomething(HttpServletRequest request) throws IOException {
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return !body.isEmpty() && !body.equals("{}");
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static boolean takesBody(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(RequestInterceptor::takesBody);
    }

    private static boolean takesBody(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return parameter.hasParameterAnnotation(RequestBody.class)
                || HttpServletRequest.class.isAssignableFrom(type)
                || InputStream.class.isAssignableFrom(type)
                || HttpEntity.class.isAssignableFrom(type);
    }
}
