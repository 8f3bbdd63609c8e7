package dev.tradesuite.accounting.account;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Amounts;
import java.math.BigDecimal;

/**
 * An account to open.
 *
 * @param id never used before
 * @param name for people
 * @param currency of every amount of the account
 * @param label what kind of fills it books, PAPER or LIVE
 * @param initialBalance cash to start with, above 0
 */
public record AccountOpening(String id, String name, String currency, RunLabel label, BigDecimal initialBalance) {

    public AccountOpening {
        requireOfBooks(label);
        if (initialBalance.signum() <= 0) {
            throw new IllegalArgumentException(
                    "initial balance must be above 0, was " + initialBalance.toPlainString());
        }
        initialBalance = Amounts.even(initialBalance);
    }

    AccountOpening named(String other) {
        return new AccountOpening(id, other, currency, label, initialBalance);
    }

    /** @throws FillRefusedException when books keep nothing of the kind */
    static void requireOfBooks(RunLabel label) {
        if (label != RunLabel.PAPER && label != RunLabel.LIVE) {
            throw new FillRefusedException("a fill labelled " + label + " moves no books");
        }
    }
}
