package dev.tradesuite.accounting.paper;

import dev.tradesuite.instruments.Instrument;
import java.math.BigDecimal;

/**
 * How a paper account trades.
 *
 * @param instrument what it trades
 * @param currency of the account
 * @param leverage notional of a position of full size / equity, above 0
 * @param fill at which price a signal is carried out
 * @param costs of every fill
 */
public record PaperRules(
        Instrument instrument, String currency, BigDecimal leverage, FillMoment fill, FillCosts costs) {

    public PaperRules {
        if (leverage.signum() <= 0) {
            throw new IllegalArgumentException("leverage must be above 0, was " + leverage.toPlainString());
        }
    }

    /** In US dollars, without leverage, at the close of the signal's bar. */
    public static PaperRules ordinary(Instrument instrument, FillCosts costs) {
        return new PaperRules(instrument, "USD", BigDecimal.ONE, FillMoment.CLOSE, costs);
    }
}
