package dev.tradesuite.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.SuiteClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser gets without a token. The files are those of the test's class path, a small app of their own. */
@GatewayIntegrationTest
class DashboardPagesIT {

    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    SuiteClient client;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry settings) {
        Backends.register(settings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/app", "/app/overview", "/app/signals/EURUSD?run=3"})
    void aBrowserGetsThePage(String path) throws IOException, InterruptedException {
        HttpResponse<String> page = get(path, BROWSER);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("<title>Trade suite");
        assertThat(header(page, "Content-Security-Policy"))
                .startsWith("default-src 'self'; script-src 'self'; style-src 'self';")
                .contains("ws://" + client.uri("/").getAuthority() + ";", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(header(page, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json"})
    void aProgramGetsTheIndexAsBefore(String accept) throws IOException, InterruptedException {
        HttpResponse<String> index = get("/", accept);

        assertThat(JsonMapper.shared().readTree(index.body()).path("docs").asString())
                .isEqualTo("/docs");
    }

    @Test
    void thePageASignInComesBackToMayBeFramedByTheApp() throws IOException, InterruptedException {
        HttpResponse<String> page = get("/app/renew", BROWSER);

        assertThat(header(page, "Content-Security-Policy")).endsWith("frame-ancestors 'self'");
        assertThat(header(page, "X-Frame-Options")).isEqualTo("SAMEORIGIN");
    }

    @Test
    void everybodyIsToldWhereToSignIn() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/app/config.json", "*/*");
        JsonNode config = JsonMapper.shared().readTree(answer.body());

        assertThat(config.path("issuer").asString()).startsWith("http");
        assertThat(config.path("client_id").asString()).isEqualTo("trade-suite-dashboard");
        assertThat(config.path("open_reads").isBoolean()).isTrue();
        assertThat(config.path("server_time").asString()).endsWith("Z");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aFileUnderANameOfItsContentIsCachedForGood() throws IOException, InterruptedException {
        HttpResponse<String> file = get("/app/assets/sample-1b2c.js", "*/*");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(header(file, "Content-Type")).startsWith("text/javascript");
        assertThat(header(file, "Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app/assets/old-build.js", "/app/assets/..%2Findex.html", "/app/none.svg"})
    void aFileThatIsNotThereIsNoPage(String path) throws IOException, InterruptedException {
        assertThat(get(path, "*/*").statusCode()).isIn(400, 404);
    }

    @Test
    void longFilesAreCompressed() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(client.uri("/app/assets/sample-1b2c.js"))
                .header("Accept-Encoding", "gzip")
                .build();

        assertThat(header(http.send(request, BodyHandlers.ofString()), "Content-Encoding"))
                .isEqualTo("gzip");
    }

    @Test
    void everythingElseTakesATokenAsBefore() throws IOException, InterruptedException {
        assertThat(get("/api/v1/accounts", BROWSER).statusCode()).isEqualTo(401);
        assertThat(get("/apple", BROWSER).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(client.uri(path))
                        .header("Accept", accept)
                        .build(),
                BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
