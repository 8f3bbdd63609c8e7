package dev.tradesuite.risk.state;

import dev.tradesuite.contracts.risk.TradingStateScope;
import java.util.Locale;

/**
 * Whose trading state it is.
 *
 * @param scope kind of subject
 * @param id name of the account, portfolio or strategy, or the symbol in upper case
 */
public record StateSubject(TradingStateScope scope, String id) {

    /** The trading state of an account. */
    public static StateSubject account(String id) {
        return new StateSubject(TradingStateScope.ACCOUNT, id);
    }

    /** The subject in words, such as {@code account main}. */
    @Override
    public String toString() {
        return scope.name().toLowerCase(Locale.ROOT) + " " + id;
    }
}
