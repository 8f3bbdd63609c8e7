package dev.tradesuite.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * A token issuer for tests: its description, its keys, and a token endpoint that trusts everybody.
 *
 * <p>The service under test meets it over HTTP, as it would meet the real one.
 */
final class TestIssuer {

    static final String AUDIENCE = "trade-suite";

    private static final List<String> SERVICE_SCOPES =
            List.of("trade:read", "trade:execute", "portfolio:write", "risk:admin", "internal");

    private final RSAKey key;
    private final String uri;

    private TestIssuer(RSAKey key, String uri) {
        this.key = key;
        this.uri = uri;
    }

    static TestIssuer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TestIssuer issuer = new TestIssuer(
                    new RSAKeyGenerator(2048).keyID("test").generate(),
                    "http://127.0.0.1:" + server.getAddress().getPort());
            server.createContext(
                    "/.well-known/openid-configuration", exchange -> answer(exchange, issuer.description()));
            server.createContext("/oauth2/jwks", exchange -> answer(exchange, issuer.keys()));
            server.createContext("/oauth2/token", exchange -> answer(exchange, issuer.serviceToken()));
            server.setExecutor(Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("test-issuer-", 0).factory()));
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String uri() {
        return uri;
    }

    String token(String subject, List<String> scopes, String audience, Duration life) {
        return token(claims(subject, scopes, audience)
                .expirationTime(Date.from(Instant.now().plus(life)))
                .build());
    }

    /** A token that never ends. */
    String endlessToken(String subject, List<String> scopes) {
        return token(claims(subject, scopes, AUDIENCE).build());
    }

    /** A token of somebody who is in groups. */
    String token(String subject, List<String> groups, List<String> scopes, Duration life) {
        return token(claims(subject, scopes, AUDIENCE)
                .claim("groups", groups)
                .expirationTime(Date.from(Instant.now().plus(life)))
                .build());
    }

    private JWTClaimsSet.Builder claims(String subject, List<String> scopes, String audience) {
        // Not the test's clock: the service checks expiry by the time of day.
        return new JWTClaimsSet.Builder()
                .issuer(uri)
                .subject(subject)
                .audience(audience)
                .claim("scope", String.join(" ", scopes))
                .issueTime(Date.from(Instant.now()));
    }

    private String token(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private String description() {
        return """
                {"issuer": "%1$s", "jwks_uri": "%1$s/oauth2/jwks", "token_endpoint": "%1$s/oauth2/token",
                 "subject_types_supported": ["public"]}
                """
                .formatted(uri);
    }

    private String keys() {
        return new JWKSet(key).toString(true);
    }

    private String serviceToken() {
        return """
                {"access_token": "%s", "token_type": "Bearer", "expires_in": 300}
                """
                .formatted(token("trade-suite-service", SERVICE_SCOPES, AUDIENCE, Duration.ofMinutes(5)));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
