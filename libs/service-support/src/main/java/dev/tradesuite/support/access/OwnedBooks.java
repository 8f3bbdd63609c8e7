package dev.tradesuite.support.access;

import dev.tradesuite.contracts.ledger.AccountId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The books of an account or of a portfolio: what has an owner.
 *
 * @param kind which of the two
 * @param id of the account, or number of the portfolio
 */
public record OwnedBooks(Kind kind, String id) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern ACCOUNT = Pattern.compile(AccountId.PATTERN);
    private static final Pattern OF_PORTFOLIO = Pattern.compile("portfolio-([0-9]{1,18})");

    /** @throws IllegalArgumentException when a portfolio has no number */
    public OwnedBooks {
        if (kind == Kind.PORTFOLIO && !NUMBER.matcher(id).matches()) {
            throw new IllegalArgumentException("a portfolio has a number, was " + id);
        }
    }

    /** What can be owned. */
    public enum Kind {
        ACCOUNT,
        PORTFOLIO;

        /** As addresses and messages have it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An account; risk-service knows the books of a portfolio as the account {@code portfolio-<number>}. */
    public static OwnedBooks account(String id) {
        Matcher portfolio = OF_PORTFOLIO.matcher(id);
        return portfolio.matches() ? portfolio(Long.parseLong(portfolio.group(1))) : new OwnedBooks(Kind.ACCOUNT, id);
    }

    /** A portfolio. */
    public static OwnedBooks portfolio(long number) {
        return new OwnedBooks(Kind.PORTFOLIO, Long.toString(number));
    }

    /**
     * Whether books can have this id. What cannot be an id has no owner and need not be asked about: nothing is found
     * by it, and the constraint of the field says what is wrong with it.
     */
    public boolean canExist() {
        return kind == Kind.PORTFOLIO || ACCOUNT.matcher(id).matches();
    }

    @Override
    public String toString() {
        return kind.word() + " " + id;
    }
}
