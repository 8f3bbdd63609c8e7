package dev.tradesuite.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.BrokenRequests;
import dev.tradesuite.test.SlowClient;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.TestTokens;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@GatewayIntegrationTest
@TestPropertySource(
        properties = {
            "suite.gateway.connection.header-timeout=1s",
            "suite.gateway.connection.idle-timeout=1s",
            "suite.gateway.connection.body-timeout=1s",
            "suite.gateway.connection.whole-body-timeout=2s",
            "suite.gateway.connection.answer-timeout=1s"
        })
class ConnectionIT {

    @Autowired
    SuiteClient client;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry settings) {
        Backends.register(settings);
    }

    @Test
    void noBrokenRequestIsAServerErrorAndNoneHoldsItsConnection() throws InterruptedException, ExecutionException {
        BrokenRequests.areRefused(
                client,
                2,
                500,
                "/api/v1/accounts/main",
                "/api/v1/orchestrator/execute",
                "/",
                "/docs",
                "/api/v1/webhooks/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/accounts/%zz HTTP/1.1",
                "GET /api/v1/accounts/%ff HTTP/1.1",
                "GET /api/v1/accounts?a=%ff HTTP/1.1",
                "GET /api/v1/accounts?a=%E0%A4%A HTTP/1.1",
                "GET /api/v1/accounts?a=| HTTP/1.1",
                "GET //api/v1/accounts HTTP/1.1",
                "GET /api/v1/accounts;x=1 HTTP/1.1",
                "GET /api/v1/candles/EUR%2FUSD HTTP/1.1",
                "GET /api/v1/accounts/a%0ab HTTP/1.1",
                "GET /api/v1/accounts/%00 HTTP/1.1",
                "GET / HTTP/9.9",
                "GET / HTTP/1.1\r\nno colon",
                "\u0016\u0003\u0001\u0002 x y",
                "\u0000\u0001\u0002"
            })
    void whatCannotBeReadIsAnsweredWithAProblem(String request) throws IOException {
        assertThat(raw(request + "\r\nHost: x\r\nAuthorization: " + TestTokens.bearer("trade:read")
                        + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "\"code\":\"VALIDATION_FAILED\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /", "GET / HTTP/1.1\r\nHost: x\r\nX: "})
    void connectionWithoutARequestIsEnded(String begin) throws IOException {
        assertThat(raw(begin)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: x\r\nX: "})
    void headerThatDripsIsNotWaitedFor(String begin) throws IOException {
        assertThat(SlowClient.drip(client.uri("/"), begin, "x")).isEmpty();
    }

    @Test
    void emptyLinesAreNoRequest() throws IOException {
        assertThat(SlowClient.drip(client.uri("/"), "", "\r\n")).isEmpty();
    }

    @Test
    void headerOfALaterRequestThatDripsIsNotWaitedFor() throws IOException {
        String request = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

        assertThat(SlowClient.drip(client.uri("/"), request + request + "GET /x", "x")
                        .split("HTTP/1.1 200 ", -1))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/accounts", "/api/v1/webhooks/x", "/", "/nowhere"})
    void bodyThatDripsIsNotWaitedFor(String path) throws IOException {
        String answer = SlowClient.drip(
                client.uri("/"),
                "POST " + path
                        + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{",
                " ");

        assertThat(answer).doesNotContain("HTTP/1.1 200 ", "HTTP/1.1 5");
    }

    @Test
    void connectionIsEndedSomeTimeAfterItsLastAnswer() throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n")
                        .split("HTTP/1.1 200 "))
                .hasSize(3);
    }

    @Test
    void clientThatTakesNothingOfItsAnswerDoesNotHoldTheService() throws Exception {
        URI address = client.uri("/");
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(("GET /api/v1/accounts/endless HTTP/1.1\r\nHost: x\r\nAuthorization: "
                                    + TestTokens.bearer("trade:read") + "\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));

            assertThat(Backends.of("ledger").ended().get(60, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void answerMayTakeLongerThanAnyOfTheTimes() {
        assertThat(client.with("trade:read").get("/api/v1/sizing/stuck").status())
                .isEqualTo(504);
    }

    private String raw(String request) throws IOException {
        URI address = client.uri("/");
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
