package dev.tradesuite.gateway.problem.web;

import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.problem.ProblemException;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers every failure with a problem; those nobody expected are logged with their cause. */
@Component
@Order(-2) // Before Spring Boot's own handler, which answers in another format.
final class ProblemAnswers implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    private final JsonMapper json;

    ProblemAnswers(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            // The answer is on its way already; ending the connection is all that tells the client.
            if (!DisconnectedClientHelper.isClientDisconnectedException(failure)) {
                LOG.warn("The answer of {} broke off: {}", RouteFailures.service(exchange), failure.toString());
            }
            return Mono.error(failure);
        }
        String traceId = traceId(exchange);
        ProblemException problem =
                RouteFailures.problem(exchange, failure).orElseGet(() -> unexpected(exchange, failure, traceId));
        return write(exchange.getResponse(), record(problem, exchange.getRequest(), traceId));
    }

    /** Tells the route and not the path, which may hold a secret. */
    private static ProblemException unexpected(
            ServerWebExchange exchange, Throwable failure, @Nullable String traceId) {
        LOG.error(
                "{} to {} failed, trace {}",
                exchange.getRequest().getMethod(),
                RouteFailures.service(exchange),
                traceId,
                failure);
        return new ProblemException(ProblemCode.INTERNAL, "The gateway failed; its log has the cause");
    }

    private static Problem record(ProblemException problem, ServerHttpRequest request, @Nullable String traceId) {
        ProblemCode code = problem.code();
        return new Problem(
                URI.create(code.type()),
                code.title(),
                code.status(),
                problem.detail(),
                URI.create(request.getURI().getRawPath()),
                code.name(),
                problem.errors(),
                traceId);
    }

    /** Asked of the request, not of the thread: any thread may work on it. */
    private static @Nullable String traceId(ServerWebExchange exchange) {
        return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(request -> request.<TracingContext>get(TracingContext.class))
                .map(TracingContext::getSpan)
                .map(span -> span.context().traceId())
                .orElse(null);
    }

    private Mono<Void> write(ServerHttpResponse response, Problem problem) {
        byte[] body = json.writeValueAsBytes(problem);
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setContentLength(body.length);
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }
}
