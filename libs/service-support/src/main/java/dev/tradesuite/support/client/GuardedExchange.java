package dev.tradesuite.support.client;

import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.client.ServiceUnavailableException.Reason;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;

/** Every call of one group goes through here: bulkhead, then breaker, then the call with its failures named. */
final class GuardedExchange extends HttpExchangeAdapterDecorator {

    private final String service;
    private final Supplier<String> token;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    /** @param token gives the token this service calls with, or says why there is none */
    GuardedExchange(
            HttpExchangeAdapter delegate,
            String service,
            Supplier<String> token,
            CircuitBreaker breaker,
            Bulkhead bulkhead) {
        super(delegate);
        this.service = service;
        this.token = token;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
    }

    @Override
    public void exchange(HttpRequestValues request) {
        guarded(() -> {
            super.exchange(request);
            return null;
        });
    }

    @Override
    public HttpHeaders exchangeForHeaders(HttpRequestValues request) {
        return present(guarded(() -> super.exchangeForHeaders(request)));
    }

    @Override
    public <T> @Nullable T exchangeForBody(HttpRequestValues request, ParameterizedTypeReference<T> type) {
        return guarded(() -> super.exchangeForBody(request, type));
    }

    @Override
    public ResponseEntity<Void> exchangeForBodilessEntity(HttpRequestValues request) {
        return present(guarded(() -> super.exchangeForBodilessEntity(request)));
    }

    @Override
    public <T> ResponseEntity<T> exchangeForEntity(HttpRequestValues request, ParameterizedTypeReference<T> type) {
        return present(guarded(() -> super.exchangeForEntity(request, type)));
    }

    private <T> @Nullable T guarded(Supplier<@Nullable T> call) {
        // A missing issuer is no fault of the service, so it is met before the breaker counts.
        var _ = token.get();
        try {
            return bulkhead.executeSupplier(() -> breaker.executeSupplier(() -> named(call)));
        } catch (BulkheadFullException e) {
            throw unavailable(Reason.OVERLOADED, "too many calls to it are under way", e);
        } catch (CallNotPermittedException e) {
            throw unavailable(Reason.CIRCUIT_OPEN, "earlier calls failed; it is asked again shortly", e);
        }
    }

    private <T> @Nullable T named(Supplier<@Nullable T> call) {
        try {
            return call.get();
        } catch (RestClientResponseException e) {
            throw answered(e);
        } catch (ResourceAccessException e) {
            throw notAnswered(e);
        } catch (RestClientException e) {
            throw unavailable(Reason.ERROR, "its answer cannot be read", e);
        }
    }

    private RuntimeException answered(RestClientResponseException e) {
        int status = e.getStatusCode().value();
        Problem problem = problem(e);
        if (status == 429) {
            return unavailable(Reason.OVERLOADED, "it takes no more requests for now", e);
        }
        if (status == 401) {
            // The caller's own token was good enough to come here: it is this service that the other does not know.
            return unavailable(Reason.ERROR, "it does not take the token of this service", e);
        }
        if (e.getStatusCode().is4xxClientError()) {
            return new RemoteProblemException(service, status, problem);
        }
        return unavailable(
                status == 504 ? Reason.TIMEOUT : Reason.ERROR,
                "it answered %d%s".formatted(status, problem.detail() == null ? "" : ", " + problem.detail()),
                e);
    }

    private ServiceUnavailableException notAnswered(ResourceAccessException e) {
        Throwable cause = e.getCause();
        if (cause instanceof ConnectionRequestTimeoutException) {
            return unavailable(Reason.OVERLOADED, "no connection to it became free in time", e);
        }
        if (cause instanceof ConnectTimeoutException) {
            return unavailable(Reason.OFFLINE, "no connection in time", e);
        }
        if (cause instanceof SocketTimeoutException) {
            return unavailable(Reason.TIMEOUT, "no answer in time", e);
        }
        return unavailable(Reason.OFFLINE, cause == null ? "no connection" : String.valueOf(cause.getMessage()), e);
    }

    private ServiceUnavailableException unavailable(Reason reason, String detail, Throwable cause) {
        return new ServiceUnavailableException(service, reason, detail, cause);
    }

    /** The problem the service sent, or one made from its status when it sent none. */
    private static Problem problem(RestClientResponseException e) {
        try {
            Problem sent = e.getResponseBodyAs(Problem.class);
            if (sent != null && sent.code() != null) {
                return sent;
            }
        } catch (RuntimeException _) {
            // Not a problem: a proxy's page, or nothing at all.
        }
        ProblemCode unknown = ProblemCode.INTERNAL;
        return new Problem(
                URI.create(unknown.type()),
                e.getStatusText(),
                e.getStatusCode().value(),
                null,
                null,
                unknown.name(),
                List.of(),
                null);
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the HTTP client answered nothing");
        }
        return value;
    }
}
