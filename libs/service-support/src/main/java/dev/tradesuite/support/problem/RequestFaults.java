package dev.tradesuite.support.problem;

import dev.tradesuite.contracts.problem.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names everything that is wrong with a request in one answer, in its order: path, query and headers, then the body.
 *
 * <p>Spring looks at one after the other and stops at the first that is faulty; one who mends it would meet the next.
 */
final class RequestFaults {

    private final ParameterFaults parameters;
    private final BodyBinder binder;
    private final JsonMapper json;

    RequestFaults(ParameterFaults parameters, BodyBinder binder, JsonMapper json) {
        this.parameters = parameters;
        this.binder = binder;
        this.json = json;
    }

    /** Says whether its parameters as they are written show a fault, before anything is bound. */
    boolean showsAtOnce(HandlerMethod handler, HttpServletRequest request) {
        return !parameters.asWritten(handler, request).isEmpty();
    }

    /** Faults of the parameters alone. */
    List<FieldError> ofParameters(HandlerMethod handler, HttpServletRequest request) {
        return parameters.of(handler, request);
    }

    /** The problem with everything that is wrong; empty when nothing is. */
    Optional<ProblemException> of(HandlerMethod handler, HttpServletRequest request) {
        try {
            List<FieldError> faults = new ArrayList<>(parameters.of(handler, request));
            BodyFaults body = ofBody(handler, request);
            faults.addAll(body.faults());
            return faults.isEmpty() ? Optional.empty() : Optional.of(new BodyFaults(faults, body.all()).asProblem());
        } catch (BodyTooLargeException e) {
            return Optional.of(e.asProblem());
        } catch (IOException e) {
            return Optional.of(new UnreadableBodyException(e).asProblem());
        }
    }

    private BodyFaults ofBody(HandlerMethod handler, HttpServletRequest request) throws IOException {
        Optional<MethodParameter> parameter = jsonBody(handler);
        if (parameter.isEmpty() || !isJson(request)) {
            return BodyFaults.NONE;
        }
        byte[] body = body(request);
        RequestBody wanted = parameter.get().getParameterAnnotation(RequestBody.class);
        if (body.length == 0 && wanted != null && !wanted.required()) {
            return BodyFaults.NONE;
        }
        return binder.faults(
                body,
                json.constructType(parameter.get().getGenericParameterType()),
                parameter.get().hasParameterAnnotation(Valid.class));
    }

    /** The body; what Spring has read of it already is kept. */
    private static byte[] body(HttpServletRequest request) throws IOException {
        return request.getAttribute(StrictJsonConverter.BODY) instanceof StrictJsonConverter.Read read
                ? read.bytes()
                : StrictJsonConverter.utf8(new ServletServerHttpRequest(request));
    }

    private static Optional<MethodParameter> jsonBody(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .filter(parameter -> !CharSequence.class.isAssignableFrom(parameter.getParameterType())
                        && parameter.getParameterType() != byte[].class)
                .findFirst();
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null) {
            return false;
        }
        MediaType stated = MediaType.parseMediaType(type);
        return MediaType.APPLICATION_JSON.includes(stated)
                || stated.getSubtype().endsWith("+json");
    }
}
