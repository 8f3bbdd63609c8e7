package dev.tradesuite.signals.calibration;

import dev.tradesuite.accounting.paper.FillCosts;
import dev.tradesuite.instruments.Instrument;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A signal to buy or sell, and the price when its outcome was looked at.
 *
 * @param at close of the bar
 * @param isLong whether it was to buy
 * @param confidence 0 to 1
 * @param entry close of the bar
 * @param later close at the horizon
 * @param rate US dollars for one unit of the quote currency at the entry; 0 when nobody knew
 */
public record Forecast(Instant at, boolean isLong, double confidence, double entry, double later, double rate) {

    /**
     * Whether it brought something after costs:
     *
     * <pre>
     *     (later - entry) x (+1 buy, -1 sell) > distance(entry) + distance(later) + 2 x commission / (contract x rate)
     * </pre>
     *
     * with the distance half the spread and the slippage in units of the price, per unit of the base.
     */
    boolean cameTrue(Instrument instrument, FillCosts costs) {
        double distances = costs.distance(instrument, BigDecimal.valueOf(entry)).doubleValue()
                + costs.distance(instrument, BigDecimal.valueOf(later)).doubleValue();
        double commission = 2
                * costs.commissionPerLot().doubleValue()
                / instrument.contractSize().doubleValue();
        double move = isLong ? later - entry : entry - later;
        return move > distances + (commission > 0 ? commission / rate : 0);
    }
}
