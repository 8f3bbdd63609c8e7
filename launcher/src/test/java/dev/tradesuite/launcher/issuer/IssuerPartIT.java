package dev.tradesuite.launcher.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.client.Health;
import dev.tradesuite.launcher.client.OneTimeCodeClient;
import dev.tradesuite.launcher.client.TokenClient;
import dev.tradesuite.launcher.port.FreePorts;
import dev.tradesuite.test.SlowClient;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock("this process")
class IssuerPartIT {

    private static final String PAGE = "http://localhost:8000/";
    private static final String VERIFIER = "a-verifier-that-is-at-least-forty-three-characters-long";

    private final int port = FreePorts.find(1).getFirst();
    private final String url = "http://localhost:" + port;
    private IssuerSettings settings;
    private IssuerPart issuer;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        settings = new IssuerSettings(
                url,
                IssuerSettings.AUDIENCE,
                folder.resolve("key.json"),
                Duration.ofMinutes(5),
                "cli-secret",
                "service-secret",
                "operator-password",
                List.of(PAGE));
        issuer = new IssuerPart(settings, "127.0.0.1", port);
        issuer.start();
    }

    @AfterAll
    void stop() {
        issuer.stop();
    }

    private TokenClient client(String id, String secret) {
        return new TokenClient(url, id, secret);
    }

    @Test
    void givesAProgramATokenThatServicesAccept() {
        String token = client(IssuerSettings.CLI_CLIENT, "cli-secret").token(Scopes.EVERYDAY);

        Jwt jwt = decoder().decode(token);
        assertThat(jwt.getAudience()).containsExactly("trade-suite");
        assertThat(jwt.getIssuer()).hasToString(url);
        assertThat(jwt.getSubject()).isEqualTo("operator");
        assertThat(jwt.getClaimAsStringList("groups")).containsExactly("operators");
        assertThat(jwt.getClaimAsStringList("scope"))
                .containsExactlyInAnyOrder("trade:read", "trade:execute", "portfolio:write", "risk:admin");
        assertThat(Duration.between(jwt.getIssuedAt(), jwt.getExpiresAt())).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void waitsForNobodysHeader() throws Exception {
        URI address = URI.create("http://127.0.0.1:" + port);

        assertThat(SlowClient.drip(address, "POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\nX: ", "x"))
                .isEmpty();
    }

    @Test
    void refusesAWrongSecretAndAScopeAClientMayNotHave() {
        assertThatThrownBy(() -> client(IssuerSettings.CLI_CLIENT, "guess").token(Scopes.EVERYDAY))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("its secret is wrong");
        assertThatThrownBy(() -> client(IssuerSettings.CLI_CLIENT, "cli-secret").token(List.of("everything")))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("it may not have one of the scopes everything");
        assertThatThrownBy(() ->
                        client(IssuerSettings.SERVICE_CLIENT, "service-secret").token(List.of(Scopes.APPROVE)))
                .hasMessageContaining("it may not have one of the scopes approve");
        assertThatThrownBy(() -> client(IssuerSettings.CLI_CLIENT, "cli-secret").token(List.of(Scopes.INTERNAL)))
                .as("what services tell one another is for no person")
                .hasMessageContaining("it may not have one of the scopes internal");
    }

    @Test
    void givesTheUsualScopesToAProgramThatAsksForNone() throws Exception {
        assertThat(scopesWithoutAsking(IssuerSettings.SERVICE_CLIENT, "service-secret"))
                .containsExactlyInAnyOrderElementsOf(Scopes.SERVICE);
        assertThat(scopesWithoutAsking(IssuerSettings.CLI_CLIENT, "cli-secret")).containsExactly("trade:read");
    }

    private List<String> scopesWithoutAsking(String id, String secret) throws Exception {
        JsonNode answer = form(
                HttpClient.newHttpClient(),
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret));
        List<String> scopes =
                decoder().decode(answer.path("access_token").asString()).getClaimAsStringList("scope");
        return scopes == null ? List.of() : scopes;
    }

    @Test
    void signsTheOperatorInWithAuthorizationCodeAndPkce() throws Exception {
        HttpClient browser = browser();
        String code = codeAfterSignIn(browser);

        JsonNode tokens = form(browser, "/oauth2/token", exchange(code, VERIFIER));

        Jwt access = decoder().decode(tokens.path("access_token").asString());
        assertThat(access.getSubject()).isEqualTo("operator");
        assertThat(access.getAudience()).containsExactly("trade-suite");
        assertThat(access.getClaimAsStringList("scope")).contains("approve", "trade:execute");
        Jwt identity = decoder().decode(tokens.path("id_token").asString());
        assertThat(identity.getAudience()).containsExactly("trade-suite-dashboard");
    }

    @Test
    void signsInOnceByACodeOfThisMachineAndGoesOnToTheDashboard() throws Exception {
        HttpClient browser = browser();
        URI address = new OneTimeCodeClient(url, IssuerSettings.CLI_CLIENT, "cli-secret").address();

        assertThat(location(browser, address.toString())).isEqualTo("http://localhost:8000/app/open");
        String back = location(browser, authorize());

        assertThat(back).startsWith(PAGE).contains("state=s1");
        JsonNode tokens = form(browser, "/oauth2/token", exchange(code(back), VERIFIER));
        assertThat(decoder().decode(tokens.path("access_token").asString()).getSubject())
                .isEqualTo("operator");
        assertThat(status(browser(), address.toString())).as("a second time").isEqualTo(403);
    }

    @Test
    void makesNoCodeForWhoeverDoesNotKnowTheSecret() throws Exception {
        assertThatThrownBy(() -> new OneTimeCodeClient(url, IssuerSettings.CLI_CLIENT, "guess").address())
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("not that of this installation");
        assertThat(status(browser(), url + "/open?code=guess")).isEqualTo(403);
        assertThat(status(browser(), url + "/open")).isEqualTo(403);
    }

    @Test
    void letsTheDashboardAskInAFrameAndNobodyFrameTheForm() throws Exception {
        HttpResponse<String> silent = send(browser(), authorize() + "&prompt=none");

        // Nobody is signed in, so the frame is sent to the form, which it may not show.
        assertThat(silent.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(silent.headers().firstValue("Content-Security-Policy"))
                .contains("frame-ancestors http://localhost:8000");
        assertThat(silent.headers().firstValue("X-Frame-Options")).isEmpty();
        assertThat(send(browser(), url + "/login").headers().firstValue("X-Frame-Options"))
                .contains("DENY");
    }

    @Test
    void refusesACodeWithoutItsVerifier() throws Exception {
        HttpClient browser = browser();
        String code = codeAfterSignIn(browser);

        JsonNode refusal = form(browser, "/oauth2/token", exchange(code, VERIFIER + "-not"));

        assertThat(refusal.path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void keepsItsKeyThroughARestart() throws Exception {
        String token = client(IssuerSettings.CLI_CLIENT, "cli-secret").token(List.of("trade:read"));

        issuer.stop();
        assertThat(Health.issuerAnswers(url)).isFalse();
        issuer = new IssuerPart(settings, "127.0.0.1", port);
        issuer.start();

        assertThat(decoder().decode(token).getSubject()).isEqualTo("operator");
    }

    @Test
    void letsThePageOfTheDashboardAskForATokenAndNoOther() throws Exception {
        assertThat(preflight("http://localhost:8000")).isEqualTo("http://localhost:8000");
        assertThat(preflight("http://elsewhere:8000")).isEmpty();
    }

    private String preflight(String origin) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/oauth2/token"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .build();
        return browser()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .orElse("");
    }

    private JwtDecoder decoder() {
        return JwtDecoders.fromIssuerLocation(url);
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Follows the pages a browser sees: authorize, sign-in form, authorize again, back to the dashboard. */
    private String codeAfterSignIn(HttpClient browser) throws Exception {
        String authorize = authorize();
        assertThat(location(browser, authorize)).endsWith("/login");
        String form = browser.send(
                        HttpRequest.newBuilder(URI.create(url + "/login")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher csrf = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(form);
        assertThat(csrf.find()).isTrue();
        HttpResponse<String> signedIn = post(
                browser,
                "/login",
                Map.of("username", "operator", "password", "operator-password", "_csrf", csrf.group(1)));
        assertThat(signedIn.headers().firstValue("Location").orElseThrow()).contains("/oauth2/authorize");
        String back = location(browser, authorize);
        assertThat(back).startsWith(PAGE).contains("state=s1");
        return code(back);
    }

    private String authorize() throws NoSuchAlgorithmException {
        return url + "/oauth2/authorize?"
                + encode(Map.of(
                        "response_type", "code",
                        "client_id", IssuerSettings.DASHBOARD_CLIENT,
                        "redirect_uri", PAGE,
                        "scope", "openid trade:read trade:execute approve",
                        "state", "s1",
                        "code_challenge_method", "S256",
                        "code_challenge", challenge()));
    }

    private static String code(String back) {
        Matcher code = Pattern.compile("code=([^&]+)").matcher(back);
        assertThat(code.find()).as(back).isTrue();
        return code.group(1);
    }

    private static Map<String, String> exchange(String code, String verifier) {
        return Map.of(
                "grant_type", "authorization_code",
                "client_id", IssuerSettings.DASHBOARD_CLIENT,
                "redirect_uri", PAGE,
                "code", code,
                "code_verifier", verifier);
    }

    /** Code challenge of RFC 7636, section 4.2: BASE64URL(SHA256(verifier)). */
    private static String challenge() throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static String location(HttpClient browser, String url) throws IOException, InterruptedException {
        return send(browser, url).headers().firstValue("Location").orElseThrow();
    }

    private static int status(HttpClient browser, String url) throws IOException, InterruptedException {
        return send(browser, url).statusCode();
    }

    private static HttpResponse<String> send(HttpClient browser, String url) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode form(HttpClient client, String path, Map<String, String> fields) throws Exception {
        return JsonMapper.shared().readTree(post(client, path, fields).body());
    }

    private HttpResponse<String> post(HttpClient client, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(fields)))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
