package dev.tradesuite.support.access;

import dev.tradesuite.support.client.ClientAutoConfiguration;
import dev.tradesuite.support.client.ServiceClients;
import dev.tradesuite.support.client.ServiceUnavailableException;
import dev.tradesuite.support.client.ServiceUnavailableException.Reason;
import dev.tradesuite.support.security.SecurityAutoConfiguration;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Keeps callers to their own books. */
@AutoConfiguration(after = {SecurityAutoConfiguration.class, ClientAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(AccessSettings.class)
public class AccessAutoConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int AT_ONCE = 128;

    /** Everybody but ledger-service, which has its own, asks it. */
    @Bean
    @ConditionalOnBean(ServiceClients.class)
    @ConditionalOnMissingBean(OwnerSource.class)
    OwnerSource ledgerOwners(ServiceClients clients, @Value("${suite.services.ledger.url}") URI ledger) {
        return new LedgerOwners(clients.create(LedgerOwnersApi.class, "ledger", ledger, PATIENCE, AT_ONCE));
    }

    @Bean
    Access access(ObjectProvider<OwnerSource> source, AccessSettings settings) {
        KnownOwners owners = new KnownOwners(
                source.getIfAvailable(NoSource::new),
                settings.ownerKnownFor(),
                settings.ownerWithoutBooks(),
                Clock.systemUTC());
        return new Access(
                owners,
                () -> Caller.of(SecurityContextHolder.getContext().getAuthentication(), settings.groupsClaim()));
    }

    @Bean
    WebMvcConfigurer booksGuard(Access access, ObjectProvider<BooksFinder> finders) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                // After the scope, before anything of the request is read.
                interceptors
                        .addInterceptor(
                                new BooksGuard(access, finders.orderedStream().toList()))
                        .order(Ordered.HIGHEST_PRECEDENCE + 1);
            }
        };
    }

    @Bean
    BodyGuard bodyGuard(Access access, ObjectProvider<BodyBooks<?>> rules) {
        return new BodyGuard(access, rules.orderedStream().toList());
    }

    @Bean
    AccessDescription accessDescription(BodyGuard bodies) {
        return new AccessDescription(bodies);
    }

    /** Of a service that calls nobody: it has nothing to do with books, and fails closed should that change. */
    private static final class NoSource implements OwnerSource {

        @Override
        public Optional<String> ownerOf(OwnedBooks books) {
            throw unknown();
        }

        @Override
        public Set<String> ownedBy(OwnedBooks.Kind kind, Set<String> owners) {
            throw unknown();
        }

        private static ServiceUnavailableException unknown() {
            return new ServiceUnavailableException("ledger", Reason.OFFLINE, "this service does not ask for owners");
        }
    }
}
