package dev.tradesuite.support.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tradesuite.support.client.ServiceUnavailableException.Reason;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpRequestValues;

class GuardedExchangeTest {

    private final CircuitBreaker breaker = CircuitBreaker.of(
            "risk",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(2)
                    .minimumNumberOfCalls(2)
                    .recordException(new ServiceDown())
                    .build());
    private final Bulkhead bulkhead = Bulkhead.of(
            "risk",
            BulkheadConfig.custom()
                    .maxConcurrentCalls(1)
                    .maxWaitDuration(Duration.ZERO)
                    .build());
    private final Service service = new Service();
    private Supplier<String> token = () -> "token";
    private final GuardedExchange exchange = new GuardedExchange(service, "risk", () -> token.get(), breaker, bulkhead);

    @Test
    void answerOfTheServiceIsPassedOn() {
        assertThat(call()).isEqualTo("answer");
    }

    @Test
    void withoutATokenNoCallIsMadeAndTheBreakerDoesNotCount() {
        token = () -> {
            throw new ServiceUnavailableException("token issuer", Reason.OFFLINE, "nothing answers");
        };

        assertThat(failure().service()).isEqualTo("token issuer");
        assertThat(service.calls).isZero();
        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"401, ERROR", "429, OVERLOADED", "500, ERROR", "503, ERROR", "504, TIMEOUT"})
    void errorOfTheServiceIsNamed(int status, Reason reason) {
        service.fails(answered(status, ""));

        assertThat(failure().reason()).isEqualTo(reason);
    }

    @Test
    void failureOfTheConnectionIsNamed() {
        assertThat(reasonOf(new ConnectException("refused"))).isEqualTo(Reason.OFFLINE);
        assertThat(reasonOf(new ConnectTimeoutException("slow"))).isEqualTo(Reason.OFFLINE);
        breaker.reset();
        assertThat(reasonOf(new SocketTimeoutException("slow"))).isEqualTo(Reason.TIMEOUT);
        assertThat(reasonOf(new ConnectionRequestTimeoutException("all in use")))
                .isEqualTo(Reason.OVERLOADED);
    }

    @Test
    void unreadableAnswerIsAnError() {
        service.fails(new RestClientException("not JSON"));

        assertThat(failure().reason()).isEqualTo(Reason.ERROR);
    }

    @Test
    void refusalIsNoFailureAndArrivesAsTheProblemThatWasSent() {
        service.fails(answered(
                409,
                "{\"type\":\"urn:problem:conflict\",\"title\":\"t\",\"status\":409,\"detail\":\"too"
                        + " late\",\"code\":\"CONFLICT\",\"errors\":[]}"));

        for (int i = 0; i < 5; i++) {
            RemoteProblemException refused = catchThrowableOfType(RemoteProblemException.class, this::call);
            assertThat(refused.status()).isEqualTo(409);
        }
        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void refusalWithoutAProblemIsMadeOne() {
        service.fails(answered(404, "<html>"));

        RemoteProblemException refused = catchThrowableOfType(RemoteProblemException.class, this::call);

        assertThat(refused.problem().status()).isEqualTo(404);
        assertThat(refused.problem().code()).isEqualTo("INTERNAL");
    }

    @Test
    void afterFailuresTheServiceIsLeftAlone() {
        service.fails(answered(503, ""));
        failure();
        failure();

        assertThat(failure().reason()).isEqualTo(Reason.CIRCUIT_OPEN);
        assertThat(service.calls).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 422, 429, 500, 502, 504})
    void whatAnAnswerSaysAboutOneRequestKeepsTheServiceForTheOthers(int status) {
        service.fails(answered(status, ""));
        for (int i = 0; i < 5; i++) {
            assertThat(catchThrowable(this::call)).isNotNull();
        }

        assertThat(service.calls).isEqualTo(5);
        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void aServiceThatIsNotThereOrDoesNotAnswerInTimeCounts() {
        for (IOException away : List.of(
                new ConnectException("refused"),
                new UnknownHostException("risk"),
                new NoRouteToHostException("risk"),
                new ConnectTimeoutException("slow"),
                new SocketTimeoutException("slow"))) {
            breaker.reset();
            reasonOf(away);

            assertThat(breaker.getMetrics().getNumberOfFailedCalls())
                    .as(away.toString())
                    .isOne();
        }
    }

    @Test
    void anAnswerThatCannotBeReadAndAFullPoolDoNotCount() {
        service.fails(new RestClientException("not JSON"));
        failure();
        reasonOf(new ConnectionRequestTimeoutException("all in use"));

        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @Test
    void moreCallsAtOnceThanAllowedAreRefusedAndDoNotCountAsFailures() {
        bulkhead.acquirePermission();

        assertThat(failure().reason()).isEqualTo(Reason.OVERLOADED);
        assertThat(service.calls).isZero();
        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isZero();
    }

    private @Nullable String call() {
        return exchange.exchangeForBody(
                HttpRequestValues.builder().build(), ParameterizedTypeReference.forType(String.class));
    }

    private ServiceUnavailableException failure() {
        return catchThrowableOfType(ServiceUnavailableException.class, this::call);
    }

    private Reason reasonOf(IOException cause) {
        service.fails(new ResourceAccessException("I/O error", cause));
        return failure().reason();
    }

    private static RestClientResponseException answered(int status, String body) {
        return new RestClientResponseException(
                "status " + status,
                HttpStatusCode.valueOf(status),
                "text",
                HttpHeaders.EMPTY,
                body.getBytes(StandardCharsets.UTF_8),
                StandardCharsets.UTF_8);
    }

    /** Answers every call alike. */
    private static final class Service implements HttpExchangeAdapter {

        private @Nullable RuntimeException failure;
        private int calls;

        void fails(RuntimeException failure) {
            this.failure = failure;
        }

        @Override
        public boolean supportsRequestAttributes() {
            return false;
        }

        @Override
        public void exchange(HttpRequestValues request) {
            answer();
        }

        @Override
        public HttpHeaders exchangeForHeaders(HttpRequestValues request) {
            answer();
            return HttpHeaders.EMPTY;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> @Nullable T exchangeForBody(HttpRequestValues request, ParameterizedTypeReference<T> type) {
            answer();
            return (T) "answer";
        }

        @Override
        public ResponseEntity<Void> exchangeForBodilessEntity(HttpRequestValues request) {
            answer();
            return ResponseEntity.ok().build();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> ResponseEntity<T> exchangeForEntity(HttpRequestValues request, ParameterizedTypeReference<T> type) {
            answer();
            return ResponseEntity.ok((T) "answer");
        }

        private void answer() {
            calls++;
            if (failure != null) {
                throw failure;
            }
        }
    }
}
