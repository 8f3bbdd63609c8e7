package dev.tradesuite.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Long answers about the models are compressed for those who take it. */
@GatewayIntegrationTest
class CompressionIT {

    /** The service behind answers with the address it was asked for. */
    private static final String LONG = "/api/models/equity-curves?x=" + "y".repeat(2_000);

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    SuiteClient client;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry settings) {
        Backends.register(settings);
    }

    @Test
    void aLongAnswerIsCompressed() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(LONG, "gzip");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.body().length).isLessThan(1_000);
        assertThat(new String(
                        new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(),
                        StandardCharsets.UTF_8))
                .contains("equity-curves?x=yyy");
    }

    @Test
    void aShortOneOneNobodyCanReadAndOneOfATradeAreNot() throws IOException, InterruptedException {
        assertThat(get("/api/models", "gzip").headers().firstValue("Content-Encoding"))
                .isEmpty();
        assertThat(get(LONG, "identity").headers().firstValue("Content-Encoding"))
                .isEmpty();
        assertThat(get("/api/v1/accounts?x=" + "y".repeat(2_000), "gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .isEmpty();
    }

    private HttpResponse<byte[]> get(String path, String encoding) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(client.uri(path))
                        .header("Authorization", TestTokens.bearer("trade:read"))
                        .header("Accept-Encoding", encoding)
                        .build(),
                BodyHandlers.ofByteArray());
    }
}
