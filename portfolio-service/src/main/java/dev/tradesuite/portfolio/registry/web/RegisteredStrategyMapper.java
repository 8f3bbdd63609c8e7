package dev.tradesuite.portfolio.registry.web;

import dev.tradesuite.contracts.portfolio.RegisteredStrategy;
import dev.tradesuite.contracts.portfolio.RegisteredStrategyPage;
import dev.tradesuite.contracts.portfolio.SourceFetch;
import dev.tradesuite.portfolio.registry.LastFetch;
import dev.tradesuite.portfolio.registry.RegistryService;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes strategies as the contracts say. */
final class RegisteredStrategyMapper {

    private RegisteredStrategyMapper() {}

    /** @param fetches by code */
    static RegisteredStrategyPage page(RegistryService.Page page, Map<String, LastFetch> fetches) {
        return new RegisteredStrategyPage(
                page.strategies().stream()
                        .map(strategy -> strategy(strategy, fetches.get(strategy.code())))
                        .toList(),
                page.next().orElse(null));
    }

    static RegisteredStrategy strategy(
            dev.tradesuite.portfolio.registry.RegisteredStrategy strategy, @Nullable LastFetch fetch) {
        return new RegisteredStrategy(
                strategy.code(),
                strategy.name(),
                strategy.source().text(),
                strategy.benchmark().orElse(null),
                strategy.state(),
                strategy.registeredAt(),
                strategy.version(),
                fetch == null ? null : fetch(fetch));
    }

    private static SourceFetch fetch(LastFetch fetch) {
        return new SourceFetch(
                fetch.succeededAt().orElse(null),
                fetch.failedAt().orElse(null),
                fetch.failure().orElse(null));
    }
}
