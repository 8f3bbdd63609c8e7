package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.DecisionSource;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trade somebody thinks of, complete and without contradictions. Made by name, with {@link #of}.
 *
 * @param instrument what to trade
 * @param marketPrice price now
 * @param wantedSide the only side that is wanted: stated, or given away by stop, target or trigger; absent: any
 * @param entry how to get in
 * @param exit how to get out
 * @param size how much
 * @param leverage stated, or not
 * @param account what it is sized against
 * @param supposed positions to suppose beside those of the account; an analysis only
 * @param conversionPrices prices of currency pairs the trader states, by symbol
 * @param view what the brain decides on; absent: the brain is not asked, the order is as it is stated
 * @param strategy that wants the trade; absent without one
 * @param clientOrderId key of the order that the trader has given it; absent: we give it one
 * @param notices what was noticed while the request was read, such as values that were filled in
 * @param requestHash SHA-256 of the request
 */
public record TradeIdea(
        Instrument instrument,
        BigDecimal marketPrice,
        @Nullable Side wantedSide,
        TradeEntry entry,
        TradeExit exit,
        SizeChoice size,
        Leverage leverage,
        AccountChoice account,
        List<SupposedPosition> supposed,
        Map<String, BigDecimal> conversionPrices,
        @Nullable MarketView view,
        @Nullable String strategy,
        @Nullable String clientOrderId,
        List<Reason> notices,
        String requestHash) {

    public TradeIdea {
        supposed = List.copyOf(supposed);
        conversionPrices = Map.copyOf(conversionPrices);
        notices = List.copyOf(notices);
    }

    /** An idea that the brain decides on by what it has stored: at the market, without a target. */
    public static TradeIdeaBuilder of(Instrument instrument, BigDecimal marketPrice) {
        return new TradeIdeaBuilder(instrument, marketPrice);
    }

    /** What decides whether the trade is wanted at all. */
    public DecisionSource source() {
        return view == null ? DecisionSource.DIRECT : DecisionSource.SIGNAL;
    }

    public String symbol() {
        return instrument.symbol();
    }

    /** The account in the books; empty for a supposed one. */
    public Optional<String> accountId() {
        return account instanceof AccountChoice.InBooks(String id) ? Optional.of(id) : Optional.empty();
    }

    /** Price the size and the checks rest on: the stated one of a limit or stop order, else the market's. */
    public BigDecimal entryPrice() {
        return entry.statedPrice().orElse(marketPrice);
    }

    /** Distance of the stop; empty when sizing finds it, or there is none. */
    public Optional<Pips> stopDistance() {
        return switch (exit.stop()) {
            case StopChoice.Distance(Pips pips) -> Optional.of(pips);
            case StopChoice.Trailing(Pips pips) -> Optional.of(pips);
            case StopChoice.AtPrice(BigDecimal price) -> Optional.of(instrument.pipsBetween(entryPrice(), price));
            case StopChoice.FromVolatility() -> Optional.empty();
            case StopChoice.None() -> Optional.empty();
        };
    }

    /** Price of the stop of a trade of this side at this distance; empty when it would be at or below zero. */
    public Optional<BigDecimal> stopPrice(Side side, Pips distance) {
        return exit.stop() instanceof StopChoice.AtPrice(BigDecimal price)
                ? Optional.of(price)
                : instrument.stopPrice(side, entryPrice(), distance).map(Amounts::stripped);
    }

    /** Whether a trade of this side is wanted. */
    public boolean wants(Side side) {
        return wantedSide == null || wantedSide == side;
    }

    /** Whether it is decided on history. */
    public boolean isBacktest() {
        return view != null && view.asOf() != null;
    }
}
