package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trade somebody thinks of, complete and without contradictions.
 *
 * @param instrument what to trade
 * @param marketPrice price now
 * @param wantedSide the only side that is wanted: stated, or given away by stop, target or trigger; absent: any
 * @param entry how to get in
 * @param stop where to get out when it goes wrong
 * @param takeProfitPrice where to get out when it goes well; absent for none
 * @param leverage stated, or not
 * @param account what it is sized against
 * @param conversionPrices prices of currency pairs the trader states, by symbol
 * @param asOf moment in the past to decide for; absent: now
 * @param strategy that wants the trade; absent without one
 * @param notices what was noticed while the request was read, such as values that were filled in
 * @param request the request as it came: what brain, sizing and risk are asked with beside the above
 */
public record TradeIdea(
        Instrument instrument,
        BigDecimal marketPrice,
        @Nullable Side wantedSide,
        Entry entry,
        StopChoice stop,
        @Nullable BigDecimal takeProfitPrice,
        Leverage leverage,
        AccountChoice account,
        Map<String, BigDecimal> conversionPrices,
        @Nullable Instant asOf,
        @Nullable String strategy,
        List<Reason> notices,
        Evidence request) {

    public TradeIdea {
        conversionPrices = Map.copyOf(conversionPrices);
        notices = List.copyOf(notices);
    }

    /** The same idea with other notices. */
    public TradeIdea with(List<Reason> otherNotices) {
        return new TradeIdea(
                instrument,
                marketPrice,
                wantedSide,
                entry,
                stop,
                takeProfitPrice,
                leverage,
                account,
                conversionPrices,
                asOf,
                strategy,
                otherNotices,
                request);
    }

    public String symbol() {
        return instrument.symbol();
    }

    /** Price the size and the checks rest on: the stated one of a limit or stop order, else the market's. */
    public BigDecimal entryPrice() {
        return entry.price() == null ? marketPrice : entry.price();
    }

    /** Distance of the stop; empty when sizing finds it. */
    public Optional<Pips> stopDistance() {
        return switch (stop) {
            case StopChoice.Distance(Pips pips) -> Optional.of(pips);
            case StopChoice.Price(BigDecimal price) -> Optional.of(instrument.pipsBetween(entryPrice(), price));
            case StopChoice.FromVolatility() -> Optional.empty();
        };
    }

    /** Price of the stop of a trade of this side at this distance; empty when it would be at or below zero. */
    public Optional<BigDecimal> stopPrice(Side side, Pips distance) {
        return stop instanceof StopChoice.Price(BigDecimal price)
                ? Optional.of(price)
                : instrument.stopPrice(side, entryPrice(), distance).map(Amounts::stripped);
    }

    /** Whether a trade of this side is wanted. */
    public boolean wants(Side side) {
        return wantedSide == null || wantedSide == side;
    }

    /** Whether it is decided on history. */
    public boolean isBacktest() {
        return asOf != null;
    }

    /**
     * How to get in.
     *
     * @param type market, limit or stop
     * @param price limit or trigger; absent for a market order
     * @param expiresAt when an unfilled order ends; absent: it stays
     */
    public record Entry(OrderType type, @Nullable BigDecimal price, @Nullable Instant expiresAt) {

        public static final Entry AT_MARKET = new Entry(OrderType.MARKET, null, null);
    }
}
