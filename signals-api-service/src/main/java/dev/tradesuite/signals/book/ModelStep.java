package dev.tradesuite.signals.book;

import dev.tradesuite.accounting.paper.PaperStep;
import java.math.BigDecimal;

/**
 * What a bar made of one model's account.
 *
 * @param said what the model said about the bar
 * @param step the account after it, what happened and its equity
 * @param notional size of the position that was asked for, in the currency of the account; 0 when flat
 * @param risk loss of it at its stop; 0 when flat
 */
public record ModelStep(ModelSaid said, PaperStep step, BigDecimal notional, BigDecimal risk) {}
