package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.DecisionSource;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A trade somebody thinks of, complete and without contradictions. Made by name, with {@link #of}.
 *
 * @param instrument what to trade
 * @param marketPrice price now
 * @param wantedSide the only side that is wanted: stated, or given away by stop, target or trigger; absent: any, or for
 *     an exit whichever closes what is held
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
 * @param approvedLine what it says was approved together with others; absent: nothing. It is looked up, not believed
 * @param approved what a person has approved of it, when it is decided on anew; absent: nobody was asked
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
        @Nullable ApprovedLine approvedLine,
        @Nullable ApprovedTerms approved,
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

    /** The same trade without asking the brain: it is wanted as it is stated. */
    public TradeIdea asStated() {
        return TradeIdeaBuilder.like(this).view(null).build();
    }

    /** The same trade with something more that was noticed while the request was read. */
    public TradeIdea noticing(Reason notice) {
        return TradeIdeaBuilder.like(this)
                .notices(Stream.concat(notices.stream(), Stream.of(notice)).toList())
                .build();
    }

    /**
     * The same trade as it is decided on anew after its approval, with the market where it is by now.
     *
     * @param side that was approved
     * @param key of its order
     */
    public TradeIdea approved(ApprovedTerms terms, Side side, BigDecimal newMarketPrice, String key) {
        return TradeIdeaBuilder.like(this)
                .marketPrice(newMarketPrice)
                .wantedSide(side)
                .clientOrderId(key)
                .approved(terms)
                .build();
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

    /** Price that is asked for: the stated one of a limit or stop order, else the market's. */
    public BigDecimal statedPrice() {
        return entry.statedPrice().orElse(marketPrice);
    }

    /** Price the size, the stop and the checks rest on: the one a trade of this side will be filled at. */
    public BigDecimal entryPrice(Side side) {
        return entry.expectedFill(side, marketPrice);
    }

    /** Distance of the stop; empty when sizing finds it, or there is none. */
    public Optional<Pips> stopDistance(Side side) {
        return switch (exit.stop()) {
            case StopChoice.Distance(Pips pips) -> Optional.of(pips);
            case StopChoice.Trailing(Pips pips) -> Optional.of(pips);
            case StopChoice.AtPrice(BigDecimal price) -> Optional.of(instrument.pipsBetween(entryPrice(side), price));
            case StopChoice.FromVolatility() -> Optional.empty();
            case StopChoice.Unstated _ -> Optional.empty();
            case StopChoice.None() -> Optional.empty();
        };
    }

    /** Price of the stop of a trade of this side at this distance; empty when it would be at or below zero. */
    public Optional<BigDecimal> stopPrice(Side side, Pips distance) {
        return exit.stop() instanceof StopChoice.AtPrice(BigDecimal price)
                ? Optional.of(price)
                : instrument.stopPrice(side, entryPrice(side), distance).map(Amounts::stripped);
    }

    /** Whether stop and target, as far as they are stated, lie where a trade of this side has them. */
    boolean isExitPlaced(Side side) {
        BigDecimal price = entryPrice(side);
        BigDecimal target = exit.takeProfitPrice();
        return (!(exit.stop() instanceof StopChoice.AtPrice(BigDecimal stop)) || price.compareTo(stop) == side.sign())
                && (target == null || target.compareTo(price) == side.sign());
    }

    /** Whether a trade of this side is wanted. */
    public boolean wants(Side side) {
        return wantedSide == null || wantedSide == side;
    }

    /** Moment in the past it is decided for; absent: now. */
    @Nullable
    Instant asOf() {
        return view == null ? null : view.asOf();
    }

    /** Whether it is decided on history. */
    public boolean isBacktest() {
        return asOf() != null;
    }
}
