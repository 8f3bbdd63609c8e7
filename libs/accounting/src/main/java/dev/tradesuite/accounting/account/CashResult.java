package dev.tradesuite.accounting.account;

import java.math.BigDecimal;

/** What became of a cash flow. */
public sealed interface CashResult {

    /**
     * It was booked.
     *
     * @param account after it
     */
    record Booked(Account account) implements CashResult {}

    /**
     * A withdrawal of more than is free.
     *
     * @param freeMargin equity less the margin of positions and of pending orders
     */
    record ExceedsFreeMargin(BigDecimal freeMargin) implements CashResult {}

    /** The account is archived. */
    record AccountArchived() implements CashResult {}
}
