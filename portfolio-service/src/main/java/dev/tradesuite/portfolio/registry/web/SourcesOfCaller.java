package dev.tradesuite.portfolio.registry.web;

import dev.tradesuite.portfolio.registry.SourceVisibility;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.support.access.Access;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** By the owners the ledger keeps. */
@Component
final class SourcesOfCaller implements SourceVisibility {

    private final Access access;

    SourcesOfCaller(Access access) {
        this.access = access;
    }

    @Override
    public Predicate<StrategySource> ofCaller() {
        return new VisibleSources(access);
    }
}
