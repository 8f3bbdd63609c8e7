package dev.tradesuite.support.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidators;
import tools.jackson.databind.json.JsonMapper;

class IssuerJwtDecoderTest {

    private static final RSAKey FIRST = key("first");
    private static final RSAKey OTHER = key("other");

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private RSAKey key = FIRST;
    private String issuer;

    @BeforeEach
    void startIssuer() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(exchange, "{\"jwks_uri\": \"%s/keys\"}".formatted(issuer)));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key).toString(true)));
    }

    @AfterEach
    void stopIssuer() {
        server.stop(0);
    }

    @Test
    void asksTheIssuerOnceForManyTokens() throws Exception {
        server.start();
        IssuerJwtDecoder decoder = decoder();

        for (int i = 0; i < 50; i++) {
            assertThat(decoder.decode(token(key, "caller-" + i)).getSubject()).isEqualTo("caller-" + i);
        }

        assertThat(asked).containsExactly("/.well-known/openid-configuration", "/keys");
    }

    @Test
    void firstBurstAsksTheIssuerOnceAndWaitsForItsAnswer() throws Exception {
        server.start();
        IssuerJwtDecoder decoder = decoder();
        String token = token(key, "caller");

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Jwt>> burst = threads.invokeAll(Collections.nCopies(50, () -> decoder.decode(token)));
            for (Future<Jwt> one : burst) {
                assertThat(one.get().getSubject()).isEqualTo("caller");
            }
        }

        assertThat(asked).containsExactly("/.well-known/openid-configuration", "/keys");
    }

    @Test
    void isPreparedBeforeTheFirstToken() throws Exception {
        server.start();
        IssuerJwtDecoder decoder = decoder();

        decoder.prepare();
        assertThat(asked).containsExactly("/.well-known/openid-configuration", "/keys");
        decoder.decode(token(key, "caller"));

        assertThat(asked).hasSize(2);
    }

    @Test
    void issuerThatIsAwayDoesNotKeepAServiceFromStarting() {
        server.stop(0);

        assertThatCode(() -> decoder().prepare()).doesNotThrowAnyException();
    }

    @Test
    void doesNotAskBeforeTheFirstToken() {
        decoder();

        assertThat(asked).isEmpty();
    }

    @Test
    void saysThatTheIssuerIsAwayAndWorksOnceItIsThere() throws Exception {
        IssuerJwtDecoder decoder = decoder();
        String token = token(key, "caller");
        server.removeContext("/keys");
        server.start();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> decoder.decode(token))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.SERVICE_OFFLINE));

        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key).toString(true)));
        assertThat(decoder.decode(token).getSubject()).isEqualTo("caller");
    }

    @Test
    void knownKeysServeOnWhileTheIssuerIsAway() throws Exception {
        server.start();
        IssuerJwtDecoder decoder = decoder();
        decoder.decode(token(key, "before"));

        server.stop(0);

        assertThat(decoder.decode(token(key, "after")).getSubject()).isEqualTo("after");
    }

    @Test
    void followsTheIssuerToANewKey() throws Exception {
        server.start();
        IssuerJwtDecoder decoder = decoder();
        decoder.decode(token(key, "before"));

        key = OTHER;

        assertThat(decoder.decode(token(key, "after")).getSubject()).isEqualTo("after");
    }

    @Test
    void tokenOfAnUnknownKeyIsBadHoweverOftenItComes() throws Exception {
        server.start();
        IssuerJwtDecoder decoder = decoder();

        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(token(OTHER, "caller")));
        }
        assertThat(asked).hasSizeLessThan(6);
    }

    private IssuerJwtDecoder decoder() {
        return new IssuerJwtDecoder(issuer, null, JwtValidators.createDefaultWithIssuer(issuer), new JsonMapper());
    }

    private String token(RSAKey signedWith, String subject) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(signedWith.getKeyID())
                        .build(),
                new JWTClaimsSet.Builder().issuer(issuer).subject(subject).build());
        token.sign(new RSASSASigner(signedWith));
        return token.serialize();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        asked.add(exchange.getRequestURI().getPath());
        try (exchange) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
