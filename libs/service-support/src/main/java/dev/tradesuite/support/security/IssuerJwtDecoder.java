package dev.tradesuite.support.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.problem.ProblemException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks tokens against the issuer's keys, without asking the issuer on each request.
 *
 * <p>The issuer is asked by {@link #prepare}, or at the first token when it was away then, so services start in any
 * order. Keys are fetched again every five minutes and when a token names an unknown one; while the issuer is away the
 * known keys serve on.
 */
final class IssuerJwtDecoder implements JwtDecoder {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerJwtDecoder.class);

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final long KEYS_LIVE_MILLIS = Duration.ofMinutes(5).toMillis();
    private static final long OUTAGE_MILLIS = Duration.ofHours(12).toMillis();

    private final String issuer;
    private final @Nullable String jwkSetUri;
    private final OAuth2TokenValidator<Jwt> validator;
    private final JsonMapper json;

    private volatile @Nullable JwtDecoder delegate;

    /** So that a first burst of requests asks the issuer once. */
    private final ReentrantLock connecting = new ReentrantLock();

    /** @param jwkSetUri where the keys are; null when the issuer's own description says it */
    IssuerJwtDecoder(String issuer, @Nullable String jwkSetUri, OAuth2TokenValidator<Jwt> validator, JsonMapper json) {
        this.issuer = issuer;
        this.jwkSetUri = jwkSetUri;
        this.validator = validator;
        this.json = json;
    }

    @Override
    public Jwt decode(String token) {
        try {
            return delegate().decode(token);
        } catch (BadJwtException e) {
            throw e;
        } catch (JwtException e) {
            if (NestedExceptionUtils.getRootCause(e) instanceof RateLimitReachedException) {
                // The issuer was just asked for new keys, and this token's is not among them.
                throw new BadJwtException("The token is signed with a key the issuer does not have", e);
            }
            throw issuerAway(e);
        }
    }

    private JwtDecoder delegate() {
        JwtDecoder known = delegate;
        if (known != null) {
            return known;
        }
        connecting.lock();
        try {
            JwtDecoder meanwhile = delegate;
            if (meanwhile != null) {
                return meanwhile;
            }
            JwtDecoder connected = connect();
            delegate = connected;
            return connected;
        } finally {
            connecting.unlock();
        }
    }

    /** Fetches the keys, so that the first request need not wait for them. An issuer that is away is no fault here. */
    void prepare() {
        try {
            var _ = delegate();
        } catch (ProblemException _) {
            // It has been logged, and is asked again at the first token.
        }
    }

    private JwtDecoder connect() {
        try {
            DefaultResourceRetriever http = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS);
            URL keys = url(jwkSetUri == null ? describedJwkSetUri(http) : jwkSetUri);
            JWKSource<SecurityContext> source = JWKSourceBuilder.<SecurityContext>create(keys, http)
                    .cache(KEYS_LIVE_MILLIS, TIMEOUT_MILLIS * 2L)
                    .outageTolerant(OUTAGE_MILLIS)
                    .build();
            // Now, and not when the first fifty tokens all wait for it.
            var _ = source.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(source)
                    .jwsAlgorithms(algorithms ->
                            algorithms.addAll(List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256)))
                    .build();
            decoder.setJwtValidator(validator);
            return decoder;
        } catch (IOException | JacksonException | KeySourceException e) {
            throw issuerAway(e);
        }
    }

    private String describedJwkSetUri(DefaultResourceRetriever http) throws IOException {
        URL description = url(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
        Object uri = json.readValue(http.retrieveResource(description).getContent(), Map.class)
                .get("jwks_uri");
        if (uri == null) {
            throw new IOException(description + " names no jwks_uri");
        }
        return uri.toString();
    }

    private static URL url(String text) throws MalformedURLException {
        return URI.create(text).toURL();
    }

    private ProblemException issuerAway(Exception cause) {
        LOG.warn("The token issuer {} does not answer: {}", issuer, cause.getMessage());
        return new ProblemException(
                ProblemCode.SERVICE_OFFLINE, "the token issuer does not answer, so the token cannot be checked");
    }
}
