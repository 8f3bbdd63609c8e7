package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.risk.state.StateSubject;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a trade is about beside its account; each has a trading state, and so has everything at once.
 *
 * @param symbol instrument; absent when only the account is looked at
 * @param strategy strategy that wants it; absent without one
 * @param portfolioId portfolio that wants it; absent without one
 */
public record TradeSubjects(@Nullable String symbol, @Nullable String strategy, @Nullable String portfolioId) {

    /** Nothing beside the account. */
    public static final TradeSubjects ACCOUNT_ALONE = new TradeSubjects(null, null, null);

    /**
     * Everything whose trading state counts for it.
     *
     * @param accountId account it is for; absent for a supposed one
     */
    public Set<StateSubject> subjects(@Nullable String accountId) {
        Set<StateSubject> subjects = new LinkedHashSet<>();
        subjects.add(StateSubject.everything());
        add(subjects, TradingStateScope.ACCOUNT, accountId);
        add(subjects, TradingStateScope.SYMBOL, symbol);
        add(subjects, TradingStateScope.STRATEGY, strategy);
        add(subjects, TradingStateScope.PORTFOLIO, portfolioId);
        return subjects;
    }

    private static void add(Set<StateSubject> subjects, TradingStateScope scope, @Nullable String id) {
        if (id != null) {
            subjects.add(new StateSubject(scope, id));
        }
    }
}
