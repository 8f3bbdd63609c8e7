package dev.tradesuite.signals.stream.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradesuite.signals.stream.StrategyBooks;
import dev.tradesuite.support.client.RemoteProblemException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks portfolio-service once for each strategy: its source stays for ever. */
@Component
final class StrategyRegistryClient implements StrategyBooks {

    private static final int NOT_FOUND = 404;
    private static final int MOST = 10_000;

    private final StrategyRegistryApi portfolio;
    private final Cache<String, String> sources =
            Caffeine.newBuilder().maximumSize(MOST).build();

    StrategyRegistryClient(StrategyRegistryApi portfolio) {
        this.portfolio = portfolio;
    }

    @Override
    public Optional<String> source(String code) {
        return Optional.ofNullable(sources.getIfPresent(code)).or(() -> asked(code));
    }

    private Optional<String> asked(String code) {
        try {
            String source = portfolio.strategy(code).source();
            sources.put(code, source);
            return Optional.of(source);
        } catch (RemoteProblemException e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
