package dev.tradesuite.contracts.sizing;

import dev.tradesuite.contracts.market.Reason;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The size of a trade with its arithmetic. Amounts are in the account currency unless they say otherwise. What could
 * not be computed is absent and {@code refusal} says why.
 *
 * @param symbol instrument
 * @param outcome sized or refused
 * @param riskStrategy strategy that was used; {@code fixed_risk} when kelly fell back to it
 * @param lotSize size in lots (units for stocks and crypto); 0 when refused
 * @param accountCurrency currency of the amounts
 * @param amountAtRisk amount the strategy wants to lose at the stop
 * @param riskPercent that amount as a share of equity, in percent
 * @param stopDistancePips distance of the stop in pips
 * @param pipValuePerLot value of one pip for one lot, in the account currency
 * @param conversion how the quote currency was converted
 * @param rawLots size before rounding and caps
 * @param realisedRisk loss at the stop of the rounded size, with what the broker takes
 * @param tradingCosts what of this the broker takes: spread, slippage and commission
 * @param realisedRiskPercent the same as a share of equity, in percent
 * @param notional value of the position
 * @param marginRequired margin the position takes
 * @param marginRate margin rate that applied, as a fraction of the notional
 * @param kellyFraction f* of the Kelly criterion; absent for other strategies
 * @param capsApplied caps and roundings that acted
 * @param warnings what a trader should know
 * @param refusal why there is no size; absent when sized
 * @param minimumLotRisk loss at the stop of the minimum lot; stated with a refusal below it
 */
public record PositionSize(
        String symbol,
        SizingOutcome outcome,
        RiskStrategy riskStrategy,
        BigDecimal lotSize,
        String accountCurrency,
        @Nullable BigDecimal amountAtRisk,
        @Nullable BigDecimal riskPercent,
        @Nullable BigDecimal stopDistancePips,
        @Nullable BigDecimal pipValuePerLot,
        @Nullable Conversion conversion,
        @Nullable BigDecimal rawLots,
        @Nullable BigDecimal realisedRisk,
        @Nullable BigDecimal tradingCosts,
        @Nullable BigDecimal realisedRiskPercent,
        @Nullable BigDecimal notional,
        @Nullable BigDecimal marginRequired,
        @Nullable BigDecimal marginRate,
        @Nullable Double kellyFraction,
        List<Reason> capsApplied,
        List<Reason> warnings,
        @Nullable Reason refusal,
        @Nullable BigDecimal minimumLotRisk) {

    /**
     * Conversion of the quote currency to the account currency.
     *
     * @param from quote currency
     * @param to account currency
     * @param rate amount in {@code from} x rate = amount in {@code to}
     * @param path pairs used, such as {@code 1/USDJPY}
     */
    public record Conversion(String from, String to, BigDecimal rate, String path) {}
}
