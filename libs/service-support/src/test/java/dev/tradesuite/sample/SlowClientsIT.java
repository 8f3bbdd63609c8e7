package dev.tradesuite.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.SlowClient;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.TestTokens;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@SuiteIntegrationTest
@TestPropertySource(properties = {"suite.header-timeout=1s", "suite.body-timeout=1s"})
class SlowClientsIT {

    private static final String REQUEST = "GET /actuator/health HTTP/1.1\r\nHost: x\r\n\r\n";

    @Autowired
    SuiteClient client;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /",
                "GET / HTTP/1.1\r\n",
                "GET /api/v1/notes HTTP/1.1\r\nHost: x\r\nX: ",
                "\r\nGET /api/v1/notes HTTP/1.1\r\nHost: x\r\nX: "
            })
    void headerHasToEndInTime(String begin) throws IOException {
        assertThat(SlowClient.drip(client.uri("/"), begin, "x")).isEmpty();
    }

    @Test
    void emptyLinesAreNoRequest() throws IOException {
        assertThat(SlowClient.drip(client.uri("/"), "", "\r\n")).isEmpty();
    }

    @Test
    void headerOfALaterRequestHasToEndInTimeToo() throws IOException {
        String answers = SlowClient.drip(client.uri("/"), REQUEST + REQUEST + "GET /x", "x");

        assertThat(answers.split("HTTP/1.1 200 ", -1)).hasSize(3);
    }

    @Test
    void emptyLinesAfterARequestDoNotHoldItsConnection() throws IOException {
        assertThat(SlowClient.drip(client.uri("/"), REQUEST, "\r\n").split("HTTP/1.1 200 ", -1))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n10000\r\n"})
    void bodyHasToEndInTime(String begin) throws IOException {
        String answer = SlowClient.drip(
                client.uri("/"),
                "POST /api/v1/notes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: "
                        + TestTokens.bearer("trade:read") + "\r\n" + begin,
                " ");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("\"code\":\"MALFORMED_JSON\"", "The body could not be read to its end");
    }
}
