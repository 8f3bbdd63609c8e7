package dev.tradesuite.accounting.account;

import dev.tradesuite.contracts.ledger.CashFlowKind;
import dev.tradesuite.instruments.Amounts;
import java.math.BigDecimal;

/**
 * Cash paid into an account or out of it; no profit.
 *
 * @param kind what it is
 * @param amount above 0; negative only for a dividend or interest that is charged, and for a transfer that goes out
 */
public record CashFlow(CashFlowKind kind, BigDecimal amount) {

    public CashFlow {
        amount = Amounts.even(amount);
        if (amount.signum() == 0) {
            throw new IllegalArgumentException("amount must not be 0");
        }
        if (amount.signum() < 0 && !mayBeNegative(kind)) {
            throw new IllegalArgumentException("amount must be above 0, was " + amount.toPlainString());
        }
    }

    private static boolean mayBeNegative(CashFlowKind kind) {
        return switch (kind) {
            case DIVIDEND, INTEREST, TRANSFER -> true;
            case DEPOSIT, WITHDRAWAL, FEE -> false;
        };
    }

    /** What it does to the balance. */
    public BigDecimal cashChange() {
        return switch (kind) {
            case DEPOSIT, DIVIDEND, INTEREST, TRANSFER -> amount;
            case WITHDRAWAL, FEE -> amount.negate();
        };
    }

    /** Whether somebody takes cash out; never more than is free. */
    public boolean isTakenOut() {
        return kind == CashFlowKind.WITHDRAWAL || (kind == CashFlowKind.TRANSFER && amount.signum() < 0);
    }
}
