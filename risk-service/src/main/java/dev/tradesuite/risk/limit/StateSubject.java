package dev.tradesuite.risk.limit;

import java.util.Locale;

/**
 * Whose trading state it is.
 *
 * @param scope kind of subject
 * @param id name of the account, portfolio or strategy, or the symbol in upper case
 */
public record StateSubject(Scope scope, String id) {

    /** Kinds of subjects that have a trading state. */
    public enum Scope {
        ACCOUNT,
        PORTFOLIO,
        STRATEGY,
        SYMBOL
    }

    /** The subject in words, such as {@code account main}. */
    @Override
    public String toString() {
        return scope.name().toLowerCase(Locale.ROOT) + " " + id;
    }
}
