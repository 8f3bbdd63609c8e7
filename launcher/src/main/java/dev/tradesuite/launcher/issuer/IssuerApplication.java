package dev.tradesuite.launcher.issuer;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.tradesuite.support.server.HeaderDeadline;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * The issuer's application context: a web server, the authorization server's filters and a sign-in page.
 *
 * <p>It names its auto-configurations one by one, because the class path of the launcher holds those of every service.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
class IssuerApplication {

    /** Before everything else: what signs in by a code of this machine needs no session yet. */
    @Bean
    @Order(0)
    SecurityFilterChain oneTimeSignIn(HttpSecurity http, IssuerSettings settings, UserDetailsService users) {
        return http.securityMatcher(OneTimeSignIn.CODES, OneTimeSignIn.OPEN)
                .csrf(CsrfConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .addFilterBefore(
                        new OneTimeSignIn(new OneTimeCodes(Clock.systemUTC()), settings, users),
                        AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http, IssuerSettings settings) {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Customizer.withDefaults());
                    server.tokenEndpoint(tokens ->
                            tokens.accessTokenRequestConverters(readers -> readers.addFirst(new DefaultScopes())));
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .cors(Customizer.withDefaults())
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                        .addHeaderWriter(new FramedByDashboard(Clients.origins(settings))))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain signIn(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults())
                .build();
    }

    /** As the services have it. */
    @Bean
    HeaderDeadline headerDeadline() {
        return new HeaderDeadline(Duration.ofSeconds(5));
    }

    @Bean
    RegisteredClientRepository clients(IssuerSettings settings) {
        return new InMemoryRegisteredClientRepository(Clients.of(settings));
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new Authorizations(Clock.systemUTC());
    }

    @Bean
    AuthorizationServerSettings server(IssuerSettings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.url()).build();
    }

    @Bean
    JWKSource<SecurityContext> keys(IssuerSettings settings) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.loadOrCreate(settings.signingKey())));
    }

    /** Checks the issuer's own tokens, for its user-info page. */
    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    /**
     * The identity token keeps the client as its audience; the access token is for the services.
     *
     * <p>Whoever uses this machine is the operator, at the dashboard and in a shell: what one of them opens is the
     * other's too.
     */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> accessTokens(IssuerSettings settings) {
        return context -> {
            if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                context.getClaims().audience(List.of(settings.audience()));
                if (!IssuerSettings.SERVICE_CLIENT.equals(
                        context.getRegisteredClient().getClientId())) {
                    context.getClaims()
                            .subject(IssuerSettings.OPERATOR)
                            .claim(IssuerSettings.GROUPS_CLAIM, List.of(IssuerSettings.OPERATORS));
                }
            }
        };
    }

    @Bean
    UserDetailsService users(IssuerSettings settings) {
        return new InMemoryUserDetailsManager(User.withUsername(IssuerSettings.OPERATOR)
                .password(settings.operatorPassword())
                .authorities(List.of())
                .build());
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new StoredSecrets();
    }

    @Bean
    CorsConfigurationSource corsConfigurationSource(IssuerSettings settings) {
        CorsConfiguration pages = new CorsConfiguration();
        pages.setAllowedOrigins(Clients.origins(settings));
        pages.setAllowedMethods(List.of("GET", "POST"));
        pages.setAllowedHeaders(List.of("*"));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", pages);
        return source;
    }
}
