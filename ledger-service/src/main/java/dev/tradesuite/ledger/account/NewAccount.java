package dev.tradesuite.ledger.account;

import dev.tradesuite.ledger.position.Label;
import java.math.BigDecimal;

/**
 * An account to open.
 *
 * @param id never used before
 * @param name for people
 * @param currency of every amount of the account
 * @param label what kind of fills it books
 * @param initialBalance cash to start with, above 0
 */
public record NewAccount(String id, String name, String currency, Label label, BigDecimal initialBalance) {

    public NewAccount {
        if (initialBalance.signum() <= 0) {
            throw new IllegalArgumentException(
                    "initial balance must be above 0, was " + initialBalance.toPlainString());
        }
    }
}
