package dev.tradesuite.portfolio.correlation.web;

import dev.tradesuite.portfolio.correlation.CorrelatedStrategies;
import dev.tradesuite.portfolio.registry.SourceVisibility;
import dev.tradesuite.portfolio.registry.StrategySource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Strategies the caller may see: all but those that are somebody else's accounts and portfolios. */
@Component
final class VisibleStrategies {

    private final CorrelatedStrategies strategies;
    private final SourceVisibility visibility;

    VisibleStrategies(CorrelatedStrategies strategies, SourceVisibility visibility) {
        this.strategies = strategies;
        this.visibility = visibility;
    }

    /** Codes of those the caller must not see. */
    Set<String> hidden() {
        return hidden(strategies.all());
    }

    /** Codes that stand for all the caller may see; empty when that is every strategy there is. */
    Optional<List<String>> all() {
        List<CorrelatedStrategies.One> all = strategies.all();
        Set<String> hidden = hidden(all);
        return hidden.isEmpty()
                ? Optional.empty()
                : Optional.of(all.stream()
                        .filter(one -> !one.retired() && !hidden.contains(one.code()))
                        .map(CorrelatedStrategies.One::code)
                        .toList());
    }

    /** A source that cannot be read is nobody's to see. */
    private Set<String> hidden(List<CorrelatedStrategies.One> all) {
        Predicate<StrategySource> visible = visibility.ofCaller();
        return all.stream()
                .filter(one ->
                        StrategySource.parse(one.source()).filter(visible).isEmpty())
                .map(CorrelatedStrategies.One::code)
                .collect(Collectors.toSet());
    }
}
