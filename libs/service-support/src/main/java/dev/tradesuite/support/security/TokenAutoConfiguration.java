package dev.tradesuite.support.security;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.web.cors.CorsConfiguration;
import tools.jackson.databind.json.JsonMapper;

/** Which tokens are good and which pages may call, for servlet and reactive servers alike. */
@AutoConfiguration(
        before =
                org.springframework.boot.security.oauth2.server.resource.autoconfigure
                        .OAuth2ResourceServerAutoConfiguration.class,
        afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnWebApplication
public class TokenAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(JwtDecoder.class)
    RecentTokens jwtDecoder(
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer,
            @Value("${spring.security.oauth2.resourceserver.jwt.jwk-set-uri:#{null}}") @Nullable String jwkSetUri,
            @Value("${spring.security.oauth2.resourceserver.jwt.audiences}") List<String> audiences,
            @Value("${suite.access.longest-token-life}") Duration longestLife,
            JsonMapper json) {
        JwtDecoder decoder = new IssuerJwtDecoder(
                issuer,
                jwkSetUri,
                JwtValidators.createDefaultWithValidators(List.of(
                        JwtValidators.createDefaultWithIssuer(issuer),
                        new TokenLifetime(longestLife, Clock.systemUTC()),
                        new JwtClaimValidator<List<String>>(
                                JwtClaimNames.AUD,
                                found -> found != null && found.stream().anyMatch(audiences::contains)))),
                json);
        // The time of day, as in the check of the token's end itself, and not the clock trades are decided by.
        return new RecentTokens(decoder, Clock.systemUTC());
    }

    /** Before the service is ready. */
    @Bean
    ApplicationRunner issuerKeys(ObjectProvider<RecentTokens> tokens) {
        return _ -> tokens.ifAvailable(RecentTokens::prepare);
    }

    @Bean
    OpenReads openReads(
            @Value("${suite.signals.open-reads:loopback}") OpenReads.Mode mode,
            @Value("${server.address:}") String address) {
        return new OpenReads(mode, address);
    }

    @Bean
    @ConditionalOnMissingBean
    CorsConfiguration corsRules(@Value("${suite.cors.allowed-origins}") List<String> origins) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(origins);
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(List.of("Authorization", "Content-Type", "Idempotency-Key", "traceparent"));
        cors.setExposedHeaders(List.of("Location", "Retry-After"));
        cors.setMaxAge(Duration.ofHours(1));
        return cors;
    }
}
