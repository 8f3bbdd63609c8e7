package dev.tradesuite.gateway.token;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.problem.ProblemException;
import dev.tradesuite.support.security.OpenReads;
import dev.tradesuite.support.security.RecentTokens;
import dev.tradesuite.support.security.RefusedScope;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Asks for a token on every path but the open ones. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableReactiveMethodSecurity
class TokenConfig {

    /** Nobody needs a token here; an alert brings its own in the path, and the service checks it. */
    private static final String[] OPEN = {
        "/",
        "/app",
        "/app/**",
        "/docs",
        "/swagger-ui/**",
        "/v3/api-docs/**",
        "/api/v1/webhooks/**",
        "/actuator/health/**",
        "/actuator/info"
    };

    /** What the models say: it is open where the setting says so, and the service asks once more. */
    private static final ServerWebExchangeMatcher MODELS =
            ServerWebExchangeMatchers.pathMatchers(HttpMethod.GET, "/api/models/**", "/ws/trading-signals");

    /** A ticket stands for a token there; the service takes it. */
    private static final ServerWebExchangeMatcher FEED =
            ServerWebExchangeMatchers.pathMatchers(HttpMethod.GET, "/ws/trading-signals");

    @Bean
    SecurityWebFilterChain tokenFilters(ServerHttpSecurity http, OpenReads reads) {
        return http.authorizeExchange(requests -> requests.pathMatchers(OPEN)
                        .permitAll()
                        .matchers(
                                when(MODELS, exchange -> reads.isOpenTo(host(exchange))),
                                when(FEED, TokenConfig::hasTicket))
                        .permitAll()
                        .anyExchange()
                        .authenticated())
                .oauth2ResourceServer(tokens -> tokens.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint(TokenConfig::refuse)
                        .accessDeniedHandler(TokenConfig::deny))
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(TokenConfig::refuse).accessDeniedHandler(TokenConfig::deny))
                .cors(Customizer.withDefaults())
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                // No cookie authenticates here, so there is nothing to forge; and no page to log in or out of.
                .csrf(CsrfSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .build();
    }

    private static ServerWebExchangeMatcher when(
            ServerWebExchangeMatcher paths, Predicate<ServerWebExchange> condition) {
        return exchange -> condition.test(exchange) ? paths.matches(exchange) : MatchResult.notMatch();
    }

    private static boolean hasTicket(ServerWebExchange exchange) {
        return exchange.getRequest().getQueryParams().containsKey("ticket");
    }

    private static String host(ServerWebExchange exchange) {
        return Objects.requireNonNullElse(exchange.getRequest().getURI().getHost(), "");
    }

    /** The request has a span of its own; one more for each security filter would tell nobody anything. */
    @Bean
    SecurityObservationSettings noSpansForSecurityFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * The check may ask the issuer and wait for it, so it runs on a thread that may wait; a recent token needs none.
     */
    @Bean
    ReactiveJwtDecoder tokenDecoder(RecentTokens tokens) {
        return token -> Mono.justOrEmpty(tokens.known(token))
                .switchIfEmpty(Mono.fromCallable(() -> tokens.decode(token)).subscribeOn(Schedulers.boundedElastic()));
    }

    /** What the firewall refuses, such as {@code //} or {@code ;} in a path, is a problem like any other. */
    @Bean
    ServerExchangeRejectedHandler rejectedExchanges() {
        return (_, rejected) ->
                Mono.error(new ProblemException(ProblemCode.VALIDATION_FAILED, String.valueOf(rejected.getMessage())));
    }

    @Bean
    CorsConfigurationSource corsConfigurationSource(CorsConfiguration rules) {
        return _ -> rules;
    }

    private static Mono<Void> deny(ServerWebExchange exchange, AccessDeniedException e) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
        return Mono.error(new ProblemException(ProblemCode.FORBIDDEN, RefusedScope.detail(e)));
    }

    private static Mono<Void> refuse(ServerWebExchange exchange, AuthenticationException e) {
        boolean given = e instanceof OAuth2AuthenticationException;
        exchange.getResponse()
                .getHeaders()
                .set(HttpHeaders.WWW_AUTHENTICATE, given ? "Bearer error=\"invalid_token\"" : "Bearer");
        String detail = e instanceof OAuth2AuthenticationException invalid
                ? String.valueOf(invalid.getError().getDescription())
                : "This request needs a bearer token";
        return Mono.error(new ProblemException(ProblemCode.UNAUTHORIZED, detail));
    }
}
