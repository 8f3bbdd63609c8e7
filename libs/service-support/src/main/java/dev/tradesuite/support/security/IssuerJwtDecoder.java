package dev.tradesuite.support.security;

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
 * <p>The issuer is asked at the first token, not at start-up, so services start in any order. Keys are fetched again
 * every five minutes and when a token names an unknown one; while the issuer is away the known keys serve on.
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
        if (known == null) {
            // Two threads may both ask the issuer once; the second answer is the same.
            known = connect();
            delegate = known;
        }
        return known;
    }

    private JwtDecoder connect() {
        try {
            DefaultResourceRetriever http = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS);
            URL keys = url(jwkSetUri == null ? describedJwkSetUri(http) : jwkSetUri);
            JWKSource<SecurityContext> source = JWKSourceBuilder.<SecurityContext>create(keys, http)
                    .cache(KEYS_LIVE_MILLIS, TIMEOUT_MILLIS * 2L)
                    .outageTolerant(OUTAGE_MILLIS)
                    .build();
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(source)
                    .jwsAlgorithms(algorithms ->
                            algorithms.addAll(List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256)))
                    .build();
            decoder.setJwtValidator(validator);
            return decoder;
        } catch (IOException | JacksonException e) {
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
