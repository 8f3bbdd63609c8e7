package dev.tradesuite.accounting.account;

import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A fill as booked.
 *
 * @param fill what happened
 * @param openedLots of its lots, those that opened or enlarged a position
 * @param closedLots of its lots, those that reduced or closed one
 * @param realisedPnl profit of the closed lots; empty when none were closed
 * @param sequence the account's sequence number after it
 */
public record Trade(Fill fill, Lots openedLots, Lots closedLots, Optional<BigDecimal> realisedPnl, long sequence) {}
