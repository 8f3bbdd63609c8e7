package dev.tradesuite.support.problem;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.client.ServiceUnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.BindException;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns whatever a request ends with into a problem. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;
    private final ParameterFaults parameters;

    ProblemAdvice(Problems problems, ParameterFaults parameters) {
        this.problems = problems;
        this.parameters = parameters;
    }

    /**
     * Numbers in parameters are as usual as in bodies. An editor and not a converter: when a converter refuses a text,
     * Spring tries its own number parser next, which takes anything.
     */
    @InitBinder
    void strictNumbers(WebDataBinder binder) {
        binder.registerCustomEditor(BigDecimal.class, NumberEditor.of(StrictNumbers::decimal));
        binder.registerCustomEditor(Double.class, NumberEditor.of(StrictNumbers::finite));
        binder.registerCustomEditor(double.class, NumberEditor.of(StrictNumbers::finite));
    }

    @ExceptionHandler
    ResponseEntity<?> problem(ProblemException e, HttpServletRequest request) {
        ResponseEntity<Problem> plain = answer(e, request, HttpHeaders.EMPTY);
        Problem problem = plain.getBody();
        return problem == null || e.members().isEmpty()
                ? plain
                : ResponseEntity.status(plain.getStatusCode())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(new ExtendedProblem(problem, e.members()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unavailable(ServiceUnavailableException e, HttpServletRequest request) {
        LOG.warn("{}", e.getMessage());
        return answer(e.asProblem(), request, HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        if (e.getCause() == null) {
            return answer(ProblemCode.BODY_MISSING, "This request needs a JSON body", request);
        }
        if (e.getCause() instanceof BodyTooLargeException tooLarge) {
            return answer(tooLarge.asProblem(), request, HttpHeaders.EMPTY);
        }
        return answer(ProblemCode.MALFORMED_JSON, "The body could not be read to its end", request);
    }

    @ExceptionHandler({ServletRequestBindingException.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<Problem> unbound(Exception e, HandlerMethod handler, HttpServletRequest request) {
        List<FieldError> faults = parameters.of(handler, request);
        return faults.isEmpty()
                ? answer(ProblemCode.VALIDATION_FAILED, String.valueOf(e.getMessage()), request)
                : answer(ProblemException.invalid(faults), request, HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalidBody(MethodArgumentNotValidException e, HttpServletRequest request) {
        return invalid(e, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(BindException e, HttpServletRequest request) {
        List<FieldError> faults =
                e.getAllErrors().stream().map(ProblemAdvice::fault).toList();
        return answer(ProblemException.invalid(faults), request, HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalidParameters(HandlerMethodValidationException e, HttpServletRequest request) {
        List<FieldError> faults = new ArrayList<>();
        for (ParameterValidationResult result : e.getParameterValidationResults()) {
            result.getResolvableErrors().forEach(error -> {
                ConstraintViolation<?> violation = result.unwrap(error, ConstraintViolation.class);
                String below = FieldPath.of(violation.getPropertyPath());
                String field = below.isEmpty() || below.startsWith("[")
                        ? ParameterFaults.nameOf(result.getMethodParameter()) + below
                        : below;
                faults.add(Faults.violation(field, violation));
            });
        }
        return answer(ProblemException.invalid(faults), request, HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> violated(ConstraintViolationException e, HttpServletRequest request) {
        List<FieldError> faults = e.getConstraintViolations().stream()
                .map(violation -> Faults.violation(FieldPath.of(violation.getPropertyPath()), violation))
                .toList();
        return answer(ProblemException.invalid(faults), request, HttpHeaders.EMPTY);
    }

    @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
    ResponseEntity<Problem> unknownPath(HttpServletRequest request) {
        return answer(
                ProblemCode.NOT_FOUND,
                "Nothing answers %s %s".formatted(request.getMethod(), request.getRequestURI()),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> method(HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
        String allowed = String.join(
                ", ",
                e.getSupportedHttpMethods() == null
                        ? List.of()
                        : e.getSupportedHttpMethods().stream()
                                .map(Object::toString)
                                .toList());
        return answer(
                new ProblemException(
                        ProblemCode.METHOD_NOT_ALLOWED, "%s is not allowed; use %s".formatted(e.getMethod(), allowed)),
                request,
                e.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Problem> mediaType(HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
        String found = e.getContentType() == null
                ? "no Content-Type"
                : e.getContentType().toString();
        return answer(
                new ProblemException(
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                        "expected %s, found %s".formatted(MediaType.toString(e.getSupportedMediaTypes()), found)),
                request,
                e.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Problem> acceptable(HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
        return answer(
                ProblemCode.NOT_ACCEPTABLE,
                "This answers with %s".formatted(MediaType.toString(e.getSupportedMediaTypes())),
                request);
    }

    @ExceptionHandler
    @SuppressWarnings("DoNotCallSuggester") // rethrown, so that the security filters answer
    void leaveToSecurity(AccessDeniedException e) {
        throw e;
    }

    @ExceptionHandler
    void clientHasGone(AsyncRequestNotUsableException e) {
        LOG.debug("The client closed the connection", e);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unexpected(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
            return answer(
                    code(response.getStatusCode()),
                    String.valueOf(response.getBody().getDetail()),
                    request);
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return answer(ProblemCode.INTERNAL, "Something went wrong here; the log has the cause", request);
    }

    private ResponseEntity<Problem> answer(ProblemCode code, String detail, HttpServletRequest request) {
        return answer(new ProblemException(code, detail), request, HttpHeaders.EMPTY);
    }

    private ResponseEntity<Problem> answer(ProblemException e, HttpServletRequest request, HttpHeaders headers) {
        return ResponseEntity.status(e.code().status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.of(e.code(), e.detail(), e.errors(), request.getRequestURI()));
    }

    private static FieldError fault(ObjectError error) {
        if (error.contains(ConstraintViolation.class)) {
            ConstraintViolation<?> violation = error.unwrap(ConstraintViolation.class);
            return Faults.violation(FieldPath.of(violation.getPropertyPath()), violation);
        }
        String field = error instanceof org.springframework.validation.FieldError fieldError
                ? FieldPath.snakeCase(fieldError.getField())
                : error.getObjectName();
        return new FieldError(field, Faults.WRONG_TYPE, String.valueOf(error.getDefaultMessage()), null);
    }

    static ProblemCode code(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> ProblemCode.UNAUTHORIZED;
            case 403 -> ProblemCode.FORBIDDEN;
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 409 -> ProblemCode.CONFLICT;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            case 422 -> ProblemCode.NOT_COMPUTABLE;
            case 429 -> ProblemCode.RATE_LIMITED;
            default -> status.is4xxClientError() ? ProblemCode.VALIDATION_FAILED : ProblemCode.INTERNAL;
        };
    }
}
