package dev.tradesuite.gateway.problem.web;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.problem.ProblemException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.util.Optional;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/** Tells what went wrong on the way to a service, and which service it was. */
final class RouteFailures {

    private RouteFailures() {}

    /** The problem a failure is; empty when nobody expected it. */
    static Optional<ProblemException> problem(ServerWebExchange exchange, Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> Optional.of(problem);
            case ResponseStatusException status -> problem(exchange, status);
            case ReadTimeoutException _ -> Optional.of(timedOut(exchange));
            // Refused, unreachable, unknown host, closed in the middle: all of them are failures of the connection.
            case IOException _ when route(exchange).isPresent() -> Optional.of(offline(exchange));
            default -> Optional.ofNullable(failure.getCause()).flatMap(cause -> problem(exchange, cause));
        };
    }

    private static Optional<ProblemException> problem(ServerWebExchange exchange, ResponseStatusException failure) {
        HttpStatusCode status = failure.getStatusCode();
        return switch (status.value()) {
            case 404 -> Optional.of(new ProblemException(ProblemCode.NOT_FOUND, "Nothing answers " + asked(exchange)));
            case 405 ->
                Optional.of(new ProblemException(ProblemCode.METHOD_NOT_ALLOWED, String.valueOf(failure.getReason())));
            case 503 -> Optional.of(offline(exchange));
            case 504 -> Optional.of(timedOut(exchange));
            default ->
                status.is4xxClientError()
                        ? Optional.of(new ProblemException(
                                ProblemCode.VALIDATION_FAILED, String.valueOf(failure.getReason())))
                        : Optional.empty();
        };
    }

    private static ProblemException offline(ServerWebExchange exchange) {
        return new ProblemException(
                ProblemCode.SERVICE_OFFLINE, "Nothing answers at the address of %s".formatted(service(exchange)));
    }

    private static ProblemException timedOut(ServerWebExchange exchange) {
        return new ProblemException(
                ProblemCode.SERVICE_TIMEOUT, "%s did not answer in time".formatted(service(exchange)));
    }

    /** Name of the service a request goes to. */
    static String service(ServerWebExchange exchange) {
        return route(exchange).map(Route::getId).orElse("a service");
    }

    private static Optional<Route> route(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR));
    }

    private static String asked(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return "%s %s".formatted(request.getMethod(), request.getPath().value());
    }
}
