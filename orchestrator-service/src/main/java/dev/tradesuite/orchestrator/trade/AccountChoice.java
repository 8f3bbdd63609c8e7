package dev.tradesuite.orchestrator.trade;

import java.math.BigDecimal;

/** The account a trade is for. */
public sealed interface AccountChoice {

    /**
     * One in the books.
     *
     * @param id account
     */
    record InBooks(String id) implements AccountChoice {}

    /**
     * A supposed one, to study a trade with; never traded on.
     *
     * @param equity supposed
     * @param currency of the equity
     */
    record Supposed(BigDecimal equity, String currency) implements AccountChoice {}
}
