package dev.tradesuite.risk.state;

import dev.tradesuite.contracts.risk.TradingStateScope;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose trading state it is.
 *
 * <p>A portfolio and the account that is kept for it are one subject under two names: account {@code portfolio-7} is
 * portfolio {@code 7}.
 *
 * @param scope kind of subject
 * @param id name of the account, portfolio or strategy, the symbol in upper case, or {@link #EVERYTHING}
 */
public record StateSubject(TradingStateScope scope, String id) {

    /** Id of everything at once. */
    public static final String EVERYTHING = "all";

    private static final String PORTFOLIO = "portfolio-";
    private static final Pattern PORTFOLIO_ACCOUNT = Pattern.compile(PORTFOLIO + "([0-9]+)");

    public StateSubject {
        Matcher portfolio = PORTFOLIO_ACCOUNT.matcher(id);
        if (scope == TradingStateScope.ACCOUNT && portfolio.matches()) {
            scope = TradingStateScope.PORTFOLIO;
            id = portfolio.group(1);
        }
        if (scope == TradingStateScope.ALL) {
            id = EVERYTHING;
        }
    }

    /** The trading state of everything at once. */
    public static StateSubject everything() {
        return new StateSubject(TradingStateScope.ALL, EVERYTHING);
    }

    /** The trading state of an account. */
    public static StateSubject account(String id) {
        return new StateSubject(TradingStateScope.ACCOUNT, id);
    }

    /** The account that is kept for a portfolio. */
    public static String accountOf(String portfolioId) {
        return PORTFOLIO + portfolioId;
    }

    /** Whether everything of an account is meant, or more, and not one strategy or one symbol. */
    public boolean isWholeAccount() {
        return scope != TradingStateScope.STRATEGY && scope != TradingStateScope.SYMBOL;
    }

    /** Key of events about it; that of a portfolio is its account, as in all other events of it. */
    public String eventKey() {
        return scope == TradingStateScope.PORTFOLIO ? accountOf(id) : id;
    }

    /** The subject in words, such as {@code account main} or {@code everything}. */
    @Override
    public String toString() {
        return scope == TradingStateScope.ALL ? "everything" : scope.name().toLowerCase(Locale.ROOT) + " " + id;
    }
}
