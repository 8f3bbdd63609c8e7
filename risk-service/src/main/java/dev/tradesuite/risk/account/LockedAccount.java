package dev.tradesuite.risk.account;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account whose row this transaction has locked: what it says is true until the transaction ends.
 *
 * <p>Changes are collected and written together, so that a report of the books with the fill it tells of is one update
 * of the row. Not thread-safe; it belongs to one transaction.
 */
public final class LockedAccount {

    private final Writer writer;
    private RiskAccount account;
    private @Nullable List<BookedPosition> positions;
    private boolean changed;
    private boolean written;

    /** @param account what the row says */
    public LockedAccount(RiskAccount account, Writer writer) {
        this.account = account;
        this.writer = writer;
    }

    /** Where the row is written. */
    @FunctionalInterface
    public interface Writer {

        /**
         * Replaces the account's figures, and where they differ its positions.
         *
         * @param positions absent: they are as they were
         */
        void write(RiskAccount account, @Nullable List<BookedPosition> positions);
    }

    /** The account, with what this transaction has changed. */
    public RiskAccount account() {
        return account;
    }

    /** Replaces its figures. */
    public void become(RiskAccount other) {
        changed = true;
        account = other;
    }

    /** Replaces its figures and positions by what the books reported. */
    void report(RiskAccount other, List<BookedPosition> reported) {
        become(other);
        positions = List.copyOf(reported);
    }

    /** Holds this much more, or less, for orders. */
    public void hold(BigDecimal moreLoss, BigDecimal moreMargin) {
        if (moreLoss.signum() != 0 || moreMargin.signum() != 0) {
            become(account.holding(moreLoss, moreMargin));
        }
    }

    /** Takes in that the row holds this much more already: the statement that adds reservations changes it itself. */
    public void heldInRow(BigDecimal moreLoss, BigDecimal moreMargin) {
        account = account.holding(moreLoss, moreMargin);
        written = true;
    }

    /** Says that something else was written in this transaction. */
    public void markWritten() {
        written = true;
    }

    /** Writes what has changed so far. */
    public void write() {
        if (changed) {
            writer.write(account, positions);
            changed = false;
            positions = null;
            written = true;
        }
    }

    /** Whether this transaction has something to commit. */
    public boolean isWritten() {
        return written;
    }
}
