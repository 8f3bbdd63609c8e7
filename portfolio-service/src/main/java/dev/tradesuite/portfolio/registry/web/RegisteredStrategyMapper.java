package dev.tradesuite.portfolio.registry.web;

import dev.tradesuite.contracts.portfolio.RegisteredStrategy;
import dev.tradesuite.contracts.portfolio.RegisteredStrategyPage;
import dev.tradesuite.portfolio.registry.RegistryService;

/** Writes strategies as the contracts say. */
final class RegisteredStrategyMapper {

    private RegisteredStrategyMapper() {}

    static RegisteredStrategyPage page(RegistryService.Page page) {
        return new RegisteredStrategyPage(
                page.strategies().stream()
                        .map(RegisteredStrategyMapper::strategy)
                        .toList(),
                page.next().orElse(null));
    }

    static RegisteredStrategy strategy(dev.tradesuite.portfolio.registry.RegisteredStrategy strategy) {
        return new RegisteredStrategy(
                strategy.code(),
                strategy.name(),
                strategy.source(),
                strategy.benchmark().orElse(null),
                strategy.state(),
                strategy.registeredAt());
    }
}
