package dev.tradesuite.support.problem;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.client.ServiceUnavailableException;
import dev.tradesuite.support.store.DatabaseFailure;
import dev.tradesuite.support.store.DatabaseRoom;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns whatever a request ends with into a problem. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;
    private final ParameterFaults parameters;
    private final RequestFaults faults;
    private final BodyBinder binder;
    private final ObjectProvider<DatabaseRoom> room;

    /** @param room hears of what failed; none in a service without a database */
    ProblemAdvice(
            Problems problems,
            ParameterFaults parameters,
            RequestFaults faults,
            BodyBinder binder,
            ObjectProvider<DatabaseRoom> room) {
        this.problems = problems;
        this.parameters = parameters;
        this.faults = faults;
        this.binder = binder;
        this.room = room;
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

    /** What is wrong with the parameters as well stands before it. */
    @ExceptionHandler
    ResponseEntity<?> faultyBody(FaultyBodyException e, HttpServletRequest request) {
        return problem(
                handler(request)
                        .filter(method -> !parameters.of(method, request).isEmpty())
                        .flatMap(method -> faults.of(method, request))
                        .orElse(e.problem()),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unavailable(ServiceUnavailableException e, HttpServletRequest request) {
        LOG.warn("{}", e.getMessage());
        return answer(e.asProblem(), request, HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> violated(ConstraintViolationException e, HttpServletRequest request) {
        List<FieldError> faults = e.getConstraintViolations().stream()
                .map(violation -> Faults.violation(FieldPath.of(violation.getPropertyPath()), violation))
                .toList();
        return answer(ProblemException.invalid(inOrder(faults, request)), request, HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    @SuppressWarnings("DoNotCallSuggester") // rethrown, so that the security filters answer
    void leaveToSecurity(AccessDeniedException e) {
        throw e;
    }

    /** The firewall looks at headers when they are asked for, and Tomcat at the number of parameters. */
    @ExceptionHandler({RequestRejectedException.class, InvalidParameterException.class})
    ResponseEntity<Problem> refused(RuntimeException e, HttpServletRequest request) {
        String detail = PlainText.readable(String.valueOf(e.getMessage()));
        return answer(new ProblemException(ProblemCode.VALIDATION_FAILED, detail), request, HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(UnreadableBodyException e, HttpServletRequest request) {
        return answer(e.asProblem(), request, HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooLarge(BodyTooLargeException e, HttpServletRequest request) {
        return answer(e.asProblem(), request, HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unexpected(Exception e, HttpServletRequest request) {
        Optional<DatabaseFailure> database = DatabaseFailure.of(e);
        if (database.isPresent()) {
            return unavailable(database.get(), e, request);
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            LOG.debug("{} {} was not waited for", request.getMethod(), pattern(request), e);
        } else {
            LOG.error("{} {} failed", request.getMethod(), pattern(request), e);
        }
        return answer(
                new ProblemException(ProblemCode.INTERNAL, "Something went wrong here; the log has the cause"),
                request,
                HttpHeaders.EMPTY);
    }

    private ResponseEntity<Problem> unavailable(DatabaseFailure failure, Exception e, HttpServletRequest request) {
        room.ifAvailable(told -> told.failed(e));
        LOG.warn(
                "{} {} failed: {} ({})",
                request.getMethod(),
                pattern(request),
                failure.sentence(),
                NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        return answer(
                new ProblemException(
                        ProblemCode.DATABASE_UNAVAILABLE,
                        failure.sentence() + "; what was asked for may or may not have been done"),
                request,
                HttpHeaders.EMPTY);
    }

    /** Whatever Spring itself refuses comes here. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpServletRequest asked = ((ServletWebRequest) request).getRequest();
        if (status.is5xxServerError()) {
            LOG.error("{} {} failed", asked.getMethod(), pattern(asked), e);
        }
        ResponseEntity<Problem> answer = answer(refusal(e, status, asked), asked, headers);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }

    /** The path as the method declares it: what stands for its variables may be a secret, or forge a line. */
    private static Object pattern(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "(no such path)" : pattern;
    }

    private ProblemException refusal(Exception e, HttpStatusCode status, HttpServletRequest request) {
        return switch (e) {
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case ServletRequestBindingException _, TypeMismatchException _ -> unbound(e, request);
            case MethodArgumentNotValidException invalid ->
                ProblemException.invalid(inOrder(faults(invalid, request), request));
            case HandlerMethodValidationException invalid ->
                ProblemException.invalid(inOrder(faults(invalid), request));
            case NoHandlerFoundException _, NoResourceFoundException _ ->
                new ProblemException(
                        ProblemCode.NOT_FOUND,
                        "Nothing answers %s %s".formatted(request.getMethod(), request.getRequestURI()));
            case HttpRequestMethodNotSupportedException method ->
                new ProblemException(
                        ProblemCode.METHOD_NOT_ALLOWED,
                        "%s is not allowed; use %s".formatted(method.getMethod(), allowed(method)));
            case HttpMediaTypeNotSupportedException type ->
                new ProblemException(
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                        "expected %s, found %s"
                                .formatted(
                                        MediaType.toString(type.getSupportedMediaTypes()),
                                        Objects.requireNonNullElse(type.getContentType(), "no Content-Type")));
            case HttpMediaTypeNotAcceptableException type ->
                new ProblemException(
                        ProblemCode.NOT_ACCEPTABLE,
                        "This answers with %s".formatted(MediaType.toString(type.getSupportedMediaTypes())));
            case ErrorResponse response
            when status.is4xxClientError() ->
                new ProblemException(
                        code(status), String.valueOf(response.getBody().getDetail()));
            default -> new ProblemException(ProblemCode.INTERNAL, "Something went wrong here; the log has the cause");
        };
    }

    private static ProblemException unreadable(HttpMessageNotReadableException e) {
        return switch (e.getCause()) {
            case null -> new ProblemException(ProblemCode.BODY_MISSING, "This request needs a JSON body");
            case BodyTooLargeException tooLarge -> tooLarge.asProblem();
            case Throwable cause -> new UnreadableBodyException(cause).asProblem();
        };
    }

    private ProblemException unbound(Exception e, HttpServletRequest request) {
        return handler(request)
                .flatMap(method -> faults.of(method, request))
                .orElseGet(() -> new ProblemException(ProblemCode.VALIDATION_FAILED, String.valueOf(e.getMessage())));
    }

    private List<FieldError> faults(MethodArgumentNotValidException e, HttpServletRequest request) {
        // Spring tells the constraints of parameters only when every type is right, and by other names.
        List<FieldError> all = new ArrayList<>(
                handler(request).map(method -> parameters.of(method, request)).orElse(List.of()));
        boolean ofBody = e.getParameter().hasParameterAnnotation(RequestBody.class);
        (ofBody ? e.getAllErrors() : e.getGlobalErrors())
                .stream().map(this::fault).forEach(all::add);
        return all;
    }

    private List<FieldError> inOrder(List<FieldError> faults, HttpServletRequest request) {
        List<FieldError> ordered =
                request.getAttribute(StrictJsonConverter.BODY) instanceof StrictJsonConverter.Read body
                        ? binder.asWritten(faults, body.bytes(), body.type())
                        : faults;
        return ParameterFaults.inOrder(ordered, request);
    }

    private static Optional<HandlerMethod> handler(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler
                ? Optional.of(handler.createWithResolvedBean())
                : Optional.empty();
    }

    private static List<FieldError> faults(HandlerMethodValidationException e) {
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
        return faults;
    }

    private static String allowed(HttpRequestMethodNotSupportedException e) {
        Set<HttpMethod> methods = Objects.requireNonNullElse(e.getSupportedHttpMethods(), Set.of());
        return methods.stream().map(HttpMethod::name).collect(Collectors.joining(", "));
    }

    private ResponseEntity<Problem> answer(ProblemException e, HttpServletRequest request, HttpHeaders headers) {
        return ResponseEntity.status(e.code().status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.of(e.code(), e.detail(), e.errors(), request.getRequestURI()));
    }

    private FieldError fault(ObjectError error) {
        if (error.contains(ConstraintViolation.class)) {
            ConstraintViolation<?> violation = error.unwrap(ConstraintViolation.class);
            return Faults.violation(FieldPath.of(violation.getPropertyPath()), violation);
        }
        String field = error instanceof org.springframework.validation.FieldError fieldError
                ? FieldPath.snakeCase(fieldError.getField())
                : error.getObjectName();
        if (error.contains(TypeMismatchException.class)) {
            TypeMismatchException mismatch = error.unwrap(TypeMismatchException.class);
            Class<?> wanted = Objects.requireNonNullElse(mismatch.getRequiredType(), Object.class);
            return parameters.fault(field, wanted, Objects.toString(mismatch.getValue(), null));
        }
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
