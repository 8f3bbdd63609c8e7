package dev.tradesuite.portfolio.monitoring;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.quant.risk.TailRisk;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What an account can lose as it stands.
 *
 * @param asOf time of the newest thing it rests on
 * @param symbols by instrument
 * @param strategies by strategy
 * @param limits one for each
 * @param stale what is old or missing
 */
public record LiveRisk(
        String accountId,
        String currency,
        RunLabel label,
        Instant asOf,
        Worth worth,
        List<SymbolPart> symbols,
        List<StrategyPart> strategies,
        Loss loss,
        List<JudgedLimit> limits,
        List<StaleReason> stale) {

    public LiveRisk {
        symbols = List.copyOf(symbols);
        strategies = List.copyOf(strategies);
        limits = List.copyOf(limits);
        stale = List.copyOf(stale);
    }

    /**
     * What the account is worth.
     *
     * @param equity at the newest prices
     * @param balance cash
     * @param peak highest equity so far, moved by what was paid in or out
     * @param drawdown fall from there, a fraction of it
     */
    public record Worth(BigDecimal equity, BigDecimal balance, BigDecimal peak, double drawdown) {}

    /**
     * What is held of an instrument.
     *
     * @param lots below 0 when short
     * @param exposure value in the account currency, below 0 when short
     */
    public record SymbolPart(String symbol, BigDecimal lots, PricePoint price, BigDecimal exposure) {}

    /**
     * What a strategy holds.
     *
     * @param contribution its part of the shortfall, a fraction of equity
     * @param share the same as a part of the whole
     */
    public record StrategyPart(
            String strategy, BigDecimal gross, BigDecimal net, OptionalDouble contribution, OptionalDouble share) {}

    /**
     * What a day may cost, as fractions of equity.
     *
     * @param tails by all methods at 95 and 99 %; empty when nothing is held, or what is held has no returns
     * @param volatility of one day
     * @param shortfall historical at 95 %, which the contributions add up to
     * @param observations days they rest on
     */
    public record Loss(List<TailRisk> tails, OptionalDouble volatility, OptionalDouble shortfall, int observations) {

        public Loss {
            tails = List.copyOf(tails);
        }

        static Loss unknown(int observations) {
            return new Loss(List.of(), OptionalDouble.empty(), OptionalDouble.empty(), observations);
        }
    }

    /**
     * Something old or missing.
     *
     * @param part {@code books}, or the instrument
     */
    public record StaleReason(String part, Reason reason) {}

    /** Value of all positions, long and short added. */
    public BigDecimal gross() {
        return symbols.stream().map(part -> part.exposure().abs()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Value of the long positions less that of the short ones. */
    public BigDecimal net() {
        return symbols.stream().map(SymbolPart::exposure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
