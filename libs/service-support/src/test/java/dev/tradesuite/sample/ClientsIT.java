package dev.tradesuite.sample;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.sample.note.client.RiskApi;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import dev.tradesuite.support.client.ServiceUnavailableException.Reason;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SuiteIntegrationTest
class ClientsIT {

    private static WireMockServer riskService =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private static final RiskApi.Question QUESTION = new RiskApi.Question("EURUSD", 50);

    @Autowired
    private RiskApi risk;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @Autowired
    private BulkheadRegistry bulkheads;

    @Autowired
    private Tracer tracer;

    @Autowired
    private SuiteClient client;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry properties) {
        riskService.start();
        properties.add("suite.services.risk.url", () -> riskService.baseUrl());
        properties.add("suite.services.risk.timeout", () -> "2s");
    }

    @AfterAll
    static void stop() {
        riskService.stop();
    }

    @BeforeEach
    void clear() {
        riskService.resetAll();
        breakers.circuitBreaker("risk").reset();
    }

    @Test
    void speaksSnakeCaseAndSendsItsOwnTokenAndTheTrace() {
        riskService.stubFor(post("/api/v1/risk/check").willReturn(okJson("{\"risk_level\":\"safe\",\"newer\":1}")));
        Span span = tracer.nextSpan().name("test").start();

        RiskApi.Answer answer;
        try (Tracer.SpanInScope _ = tracer.withSpan(span)) {
            answer = risk.check(QUESTION);
        } finally {
            span.end();
        }

        assertThat(answer).isEqualTo(new RiskApi.Answer("safe", null));
        riskService.verify(postRequestedFor(urlEqualTo("/api/v1/risk/check"))
                .withRequestBody(equalToJson("{\"symbol\":\"EURUSD\",\"stop_loss_pips\":50}"))
                .withHeader("Authorization", matching("Bearer .+\\..+\\..+"))
                .withHeader("traceparent", matching("00-" + span.context().traceId() + "-.*")));
    }

    @Test
    void itsOwnTokenOpensTheDoorsOfTheSuite() {
        riskService.stubFor(post("/api/v1/risk/check").willReturn(okJson("{\"risk_level\":\"safe\"}")));
        risk.check(QUESTION);
        String sent = riskService
                .findAll(postRequestedFor(urlEqualTo("/api/v1/risk/check")))
                .getFirst()
                .getHeader("Authorization");

        Answer answer = client.header("Authorization", sent).get("/api/v1/admin");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void refusalOfTheOtherServiceArrivesAsItsProblem() {
        riskService.stubFor(
                post("/api/v1/risk/check")
                        .willReturn(
                                aResponse()
                                        .withStatus(422)
                                        .withHeader("Content-Type", "application/problem+json")
                                        .withBody(
                                                """
                                {"type":"urn:problem:not-computable","title":"t","status":422,"detail":"no rate",
                                 "code":"NOT_COMPUTABLE","errors":[]}""")));

        RemoteProblemException refused = catchThrowableOfType(RemoteProblemException.class, () -> risk.check(QUESTION));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.service()).isEqualTo("risk");
        assertThat(refused.problem())
                .extracting(Problem::code, Problem::detail)
                .containsExactly("NOT_COMPUTABLE", "no rate");
    }

    @Test
    void refusalsDoNotOpenTheBreaker() {
        riskService.stubFor(post("/api/v1/risk/check")
                .willReturn(aResponse().withStatus(404).withBody("<html>")));

        for (int i = 0; i < 30; i++) {
            assertThatExceptionOfType(RemoteProblemException.class).isThrownBy(() -> risk.check(QUESTION));
        }

        assertThat(breakers.circuitBreaker("risk").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void slowAnswerIsATimeout() {
        riskService.stubFor(post("/api/v1/risk/check")
                .willReturn(okJson("{\"risk_level\":\"safe\"}").withFixedDelay(4_000)));

        assertThat(reason()).isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void brokenConnectionIsOffline() {
        riskService.stubFor(
                post("/api/v1/risk/check").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        assertThat(reason()).isEqualTo(Reason.OFFLINE);
    }

    @Test
    void itsOwnErrorUnreadableAnswersAndRefusedWorkAreNamed() {
        riskService.stubFor(post("/api/v1/risk/check").willReturn(aResponse().withStatus(500)));
        assertThat(reason()).isEqualTo(Reason.ERROR);

        riskService.stubFor(post("/api/v1/risk/check").willReturn(okJson("not JSON")));
        assertThat(reason()).isEqualTo(Reason.ERROR);

        riskService.stubFor(post("/api/v1/risk/check").willReturn(aResponse().withStatus(504)));
        assertThat(reason()).isEqualTo(Reason.TIMEOUT);

        riskService.stubFor(post("/api/v1/risk/check").willReturn(aResponse().withStatus(429)));
        assertThat(reason()).isEqualTo(Reason.OVERLOADED);
    }

    @Test
    void manyFailuresOpenTheBreakerAndNoCallIsMade() {
        riskService.stubFor(post("/api/v1/risk/check").willReturn(aResponse().withStatus(503)));
        for (int i = 0; i < 10; i++) {
            assertThat(reason()).isEqualTo(Reason.ERROR);
        }

        assertThat(reason()).isEqualTo(Reason.CIRCUIT_OPEN);
        riskService.verify(10, postRequestedFor(urlEqualTo("/api/v1/risk/check")));
    }

    @Test
    void requestsThatAServiceFailsAtDoNotKeepOthersFromIt() {
        riskService.stubFor(post("/api/v1/risk/check").willReturn(aResponse().withStatus(500)));
        for (int i = 0; i < 30; i++) {
            assertThat(reason()).isEqualTo(Reason.ERROR);
        }

        riskService.verify(30, postRequestedFor(urlEqualTo("/api/v1/risk/check")));
    }

    @Test
    void tooManyCallsAtOnceAreRefusedHere() {
        Bulkhead bulkhead = bulkheads.bulkhead("risk");
        int free = bulkhead.getMetrics().getAvailableConcurrentCalls();
        assertThat(free).as("more wait for their turn").isEqualTo(16);
        assertThat(bulkhead.getBulkheadConfig().getMaxWaitDuration()).isPositive();
        for (int i = 0; i < free; i++) {
            bulkhead.acquirePermission();
        }
        try {
            assertThat(reason()).isEqualTo(Reason.OVERLOADED);
            assertThat(breakers.circuitBreaker("risk").getMetrics().getNumberOfFailedCalls())
                    .isZero();
        } finally {
            for (int i = 0; i < free; i++) {
                bulkhead.releasePermission();
            }
        }
    }

    @Test
    void callsWithoutAnswerBodyWork() {
        riskService.stubFor(get("/api/v1/risk/ping").willReturn(aResponse().withStatus(204)));

        risk.ping();

        riskService.verify(1, getRequestedFor(urlEqualTo("/api/v1/risk/ping")));
    }

    @Test
    void restartOfTheOtherServiceDoesNotFailTheNextCall() {
        riskService.stubFor(post("/api/v1/risk/check").willReturn(okJson("{\"risk_level\":\"safe\"}")));
        risk.check(QUESTION);
        int port = riskService.port();
        riskService.stop();
        assertThat(reason()).isEqualTo(Reason.OFFLINE);

        riskService =
                new WireMockServer(WireMockConfiguration.options().port(port).bindAddress("127.0.0.1"));
        riskService.start();
        riskService.stubFor(post("/api/v1/risk/check").willReturn(okJson("{\"risk_level\":\"safe\"}")));

        assertThat(risk.check(QUESTION).riskLevel()).isEqualTo("safe");
    }

    private Reason reason() {
        return catchThrowableOfType(ServiceUnavailableException.class, () -> risk.check(QUESTION))
                .reason();
    }
}
