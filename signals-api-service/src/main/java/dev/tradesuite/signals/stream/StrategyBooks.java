package dev.tradesuite.signals.stream;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Knows where the returns of registered strategies come from. */
public interface StrategyBooks {

    /**
     * The source of a strategy, such as {@code account:main}; empty when there is no such strategy.
     *
     * <p>Throws a ServiceUnavailableException when that cannot be asked.
     */
    Optional<String> source(String code);

    /**
     * The books strategies are on, as accounts, {@code portfolio-<number>} of a portfolio; none for those on nobody's;
     * empty when there are no strategies, or one that nobody knows.
     */
    default Optional<Set<String>> accounts(List<String> codes) {
        String account = "account:";
        String portfolio = "portfolio:";
        Set<String> accounts = new HashSet<>();
        for (String code : codes) {
            Optional<String> source = source(code);
            if (source.isEmpty()) {
                return Optional.empty();
            }
            if (source.get().startsWith(account)) {
                accounts.add(source.get().substring(account.length()));
            } else if (source.get().startsWith(portfolio)) {
                accounts.add("portfolio-" + source.get().substring(portfolio.length()));
            }
        }
        return codes.isEmpty() ? Optional.empty() : Optional.of(accounts);
    }
}
