package dev.tradesuite.portfolio.correlation.web;

import dev.tradesuite.portfolio.correlation.CorrelatedStrategies;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.access.OwnedBooks;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Strategies the caller may see: all but those that are somebody else's accounts and portfolios. */
@Component
final class VisibleStrategies {

    private static final Map<OwnedBooks.Kind, String> SOURCES =
            Map.of(OwnedBooks.Kind.ACCOUNT, "account:", OwnedBooks.Kind.PORTFOLIO, "portfolio:");

    private final CorrelatedStrategies strategies;
    private final Access access;

    VisibleStrategies(CorrelatedStrategies strategies, Access access) {
        this.strategies = strategies;
        this.access = access;
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

    private Set<String> hidden(List<CorrelatedStrategies.One> all) {
        Map<OwnedBooks.Kind, Optional<Set<String>>> own = new EnumMap<>(OwnedBooks.Kind.class);
        Set<String> hidden = new HashSet<>();
        SOURCES.forEach((kind, prefix) -> hidden.addAll(all.stream()
                .filter(one -> one.source().startsWith(prefix))
                .filter(one -> !own.computeIfAbsent(kind, access::visible)
                        .map(ids -> ids.contains(one.source().substring(prefix.length())))
                        .orElse(true))
                .map(CorrelatedStrategies.One::code)
                .collect(Collectors.toSet())));
        return hidden;
    }
}
