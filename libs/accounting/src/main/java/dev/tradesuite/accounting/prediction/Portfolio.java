package dev.tradesuite.accounting.prediction;

import dev.tradesuite.accounting.prediction.OutcomePosition.Purchase;
import dev.tradesuite.contracts.ledger.MarketPosition.Status;
import dev.tradesuite.contracts.ledger.MarketTrade;
import dev.tradesuite.contracts.ledger.PortfolioReason;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Amounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The books of a portfolio after one of its changes.
 *
 * <p>Immutable; every change makes new ones with the next sequence number. Always true: cash plus the cost of the open
 * positions is the initial balance plus what was moved in, less what was moved out, plus the realised profit.
 *
 * @param id portfolio
 * @param status whether it buys
 * @param funds its money
 * @param positions open positions, by market
 * @param sequence number of this change, from 1
 * @param updatedAt when this change happened
 */
public record Portfolio(
        long id,
        PortfolioStatus status,
        PortfolioFunds funds,
        List<OutcomePosition> positions,
        long sequence,
        Instant updatedAt) {

    public Portfolio {
        positions = positions.stream()
                .sorted(Comparator.comparing(position -> position.market().marketId()))
                .toList();
    }

    /** Books with cash and nothing else. */
    public static Portfolio opened(long id, BigDecimal initialBalance, Instant now) {
        return new Portfolio(id, PortfolioStatus.ACTIVE, PortfolioFunds.of(initialBalance), List.of(), 1, now);
    }

    /** Open positions at the price they could be sold for; those nobody has bid for at their cost. */
    public BigDecimal positionsValue() {
        return sum(OutcomePosition::value);
    }

    /** Cash plus positionsValue. */
    public BigDecimal value() {
        return Amounts.even(funds.cash().add(positionsValue()));
    }

    /** Value of the open positions less what they cost. */
    public BigDecimal floatingPnl() {
        return sum(OutcomePosition::profit);
    }

    /** What the open positions cost, and so the most they can lose. */
    public BigDecimal invested() {
        return sum(OutcomePosition::cost);
    }

    /** How many open positions nobody has bid for yet; they are valued at their cost. */
    public int unmarked() {
        return (int)
                positions.stream().filter(position -> position.mark() == null).count();
    }

    /** Time of the oldest price the value rests on; empty without any. */
    public Optional<Instant> oldestMarkAt() {
        return positions.stream()
                .flatMap(position -> Stream.ofNullable(position.mark()))
                .map(OutcomeMark::at)
                .min(Comparator.naturalOrder());
    }

    /** Since when at least the venue has told of every market held; of the last change without positions. */
    public Instant quotedAt() {
        return positions.stream()
                .map(OutcomePosition::quotedAt)
                .min(Comparator.naturalOrder())
                .orElse(updatedAt);
    }

    /** The open position of a market. */
    public Optional<OutcomePosition> position(String marketId) {
        return positions.stream()
                .filter(position -> position.market().marketId().equals(marketId))
                .findFirst();
    }

    /** Why an order cannot be filled, as far as the books can tell. */
    public Optional<Reason> denialOf(OutcomeTerms terms) {
        return switch (terms.side()) {
            case BUY -> denialOfBuy(terms);
            case SELL -> denialOfSale(terms);
        };
    }

    private Optional<Reason> denialOfBuy(OutcomeTerms terms) {
        if (status != PortfolioStatus.ACTIVE) {
            return denial(
                    PortfolioReason.PORTFOLIO_PAUSED, "portfolio %d is %s: nothing is bought".formatted(id, status));
        }
        Optional<OutcomePosition> held = position(terms.market().marketId());
        if (held.isPresent()) {
            return denial(
                    PortfolioReason.MARKET_ALREADY_HELD,
                    "%s shares of %s are held in market %s since %s"
                            .formatted(
                                    held.get().shares().toPlainString(),
                                    held.get().market().outcome(),
                                    terms.market().marketId(),
                                    held.get().purchase().at()));
        }
        if (terms.isCrossed()) {
            return denial(
                    PortfolioReason.PRICES_CROSSED,
                    "the shares would cost %s and could be sold at once for %s"
                            .formatted(terms.price().toPlainString(), terms.exitPrice()));
        }
        if (terms.sharesBought().signum() == 0) {
            return denial(
                    PortfolioReason.STAKE_TOO_SMALL,
                    "%s USD at %s buys less than a millionth of a share"
                            .formatted(terms.stake(), terms.price().toPlainString()));
        }
        return terms.cost().compareTo(funds.cash()) <= 0
                ? Optional.empty()
                : denial(
                        PortfolioReason.INSUFFICIENT_CASH,
                        "the order costs %s USD, the cash is %s USD"
                                .formatted(
                                        terms.cost().toPlainString(),
                                        funds.cash().toPlainString()));
    }

    private Optional<Reason> denialOfSale(OutcomeTerms terms) {
        boolean held = position(terms.market().marketId())
                .filter(position ->
                        position.market().outcome().equals(terms.market().outcome()))
                .isPresent();
        return held
                ? Optional.empty()
                : denial(
                        PortfolioReason.NO_POSITION,
                        "no shares of %s are held in market %s"
                                .formatted(
                                        terms.market().outcome(), terms.market().marketId()));
    }

    private static Optional<Reason> denial(PortfolioReason reason, String message) {
        return Optional.of(new Reason(reason.name(), message));
    }

    /**
     * Fills a BUY that is not {@linkplain #denialOf denied}: the cash pays the stake and the fee, and the position is
     * marked at what it could be sold for.
     *
     * @param orderId the order
     * @param cycleId the cycle it is of
     */
    public PortfolioBooking bought(OutcomeTerms terms, UUID orderId, UUID cycleId, Supplier<UUID> ids, Instant now) {
        OutcomePosition opened = new OutcomePosition(
                ids.get(),
                orderId,
                terms.market(),
                terms.label(),
                new Purchase(terms.sharesBought(), terms.price(), terms.cost(), now),
                terms.firstMark(now),
                terms.quotedAt(now),
                null);
        Portfolio after = changed(funds.spent(opened.cost()), with(opened), now);
        OutcomeTrade trade = new OutcomeTrade(
                ids.get(),
                opened.id(),
                new TradeOrigin(orderId, cycleId),
                MarketTrade.Kind.BUY,
                opened.market(),
                new OutcomeTrade.Figures(
                        opened.shares(),
                        terms.price(),
                        terms.feeOfBuy(),
                        opened.cost().negate(),
                        after.funds.cash()),
                opened.label(),
                now);
        return new PortfolioBooking(after, List.of(opened), List.of(trade));
    }

    /**
     * Fills a SELL that is not {@linkplain #denialOf denied}: the whole position goes at the price of the order.
     *
     * @param orderId the order
     * @param cycleId the cycle it is of
     */
    public PortfolioBooking sold(OutcomeTerms terms, UUID orderId, UUID cycleId, Supplier<UUID> ids, Instant now) {
        OutcomePosition open = position(terms.market().marketId()).orElseThrow();
        BigDecimal amount = terms.amountOfSale(open.shares());
        BigDecimal fee = terms.fee(amount);
        OutcomePosition sold = open.closed(Status.SOLD, terms.price(), Amounts.even(amount.subtract(fee)), now);
        TradeOrigin origin = new TradeOrigin(orderId, cycleId);
        return closed(sold, new Deal(origin, MarketTrade.Kind.SELL, terms.price(), fee, terms.label()), ids, now);
    }

    /**
     * The portfolio after cash was moved in from an account, or out to it when the amount is negative; no profit.
     *
     * @param amount at most the cash there is, when it is moved out
     */
    public Portfolio moved(BigDecimal amount, Instant now) {
        return changed(funds.moved(amount), positions, now);
    }

    /**
     * The portfolio after venues told of its markets: newer bids are its marks, and a position whose market is resolved
     * is settled at what its outcome pays. Empty when nothing of it is new.
     *
     * @param cycleId cycle that settlements are of
     */
    public Optional<PortfolioBooking> marked(List<OutcomeQuote> prices, UUID cycleId, Supplier<UUID> ids, Instant now) {
        PortfolioBooking booking = PortfolioBooking.none(this);
        for (OutcomeQuote price : prices) {
            Optional<OutcomePosition> held = booking.portfolio().position(price.marketId());
            if (held.isPresent()) {
                booking = booking.and(booking.portfolio().marked(held.get(), price, cycleId, ids, now));
            }
        }
        return booking.isEmpty() ? Optional.empty() : Optional.of(booking.asOneChangeOf(this));
    }

    private PortfolioBooking marked(
            OutcomePosition open, OutcomeQuote price, UUID cycleId, Supplier<UUID> ids, Instant now) {
        OutcomeQuote known = price.notAfter(now);
        Optional<BigDecimal> payout = open.payout(known);
        if (payout.isPresent()) {
            return settled(open, payout.get(), cycleId, ids, now);
        }
        return open.quoted(known)
                .map(valued -> new PortfolioBooking(changed(funds, with(valued), now), List.of(valued), List.of()))
                .orElseGet(() -> PortfolioBooking.none(this));
    }

    /** A share pays what the venue resolved its outcome to: 1 USD when it came true, nothing when another did. */
    private PortfolioBooking settled(
            OutcomePosition open, BigDecimal payout, UUID cycleId, Supplier<UUID> ids, Instant now) {
        BigDecimal proceeds = Amounts.even(open.shares().multiply(payout));
        OutcomePosition settled = open.closed(statusAt(payout), payout, proceeds, now);
        BigDecimal fee = Amounts.even(BigDecimal.ZERO);
        TradeOrigin origin = new TradeOrigin(null, cycleId);
        return closed(settled, new Deal(origin, MarketTrade.Kind.SETTLEMENT, payout, fee, open.label()), ids, now);
    }

    private static Status statusAt(BigDecimal payout) {
        if (payout.signum() == 0) {
            return Status.LOST;
        }
        return payout.compareTo(BigDecimal.ONE) == 0 ? Status.WON : Status.SETTLED;
    }

    /** Why a position was closed. */
    private record Deal(TradeOrigin origin, MarketTrade.Kind kind, BigDecimal price, BigDecimal fee, RunLabel label) {}

    private PortfolioBooking closed(OutcomePosition position, Deal deal, Supplier<UUID> ids, Instant now) {
        Portfolio after = changed(funds.received(position.value(), position.profit()), without(position), now);
        OutcomeTrade trade = new OutcomeTrade(
                ids.get(),
                position.id(),
                deal.origin,
                deal.kind,
                position.market(),
                new OutcomeTrade.Figures(position.shares(), deal.price, deal.fee, position.value(), after.funds.cash()),
                deal.label,
                now);
        return new PortfolioBooking(after, List.of(position), List.of(trade));
    }

    /** The same in another status. */
    public Portfolio in(PortfolioStatus other, Instant now) {
        return new Portfolio(id, other, funds, positions, sequence + 1, now);
    }

    /** The same after a change that is none of its money or positions. */
    public Portfolio touched(Instant now) {
        return new Portfolio(id, status, funds, positions, sequence + 1, now);
    }

    Portfolio numbered(long number) {
        return new Portfolio(id, status, funds, positions, number, updatedAt);
    }

    private Portfolio changed(PortfolioFunds otherFunds, List<OutcomePosition> others, Instant now) {
        return new Portfolio(id, status, otherFunds, others, sequence + 1, now);
    }

    private List<OutcomePosition> with(OutcomePosition position) {
        List<OutcomePosition> others = without(position);
        others.add(position);
        return others;
    }

    private List<OutcomePosition> without(OutcomePosition position) {
        List<OutcomePosition> others = new ArrayList<>(positions);
        others.removeIf(open -> open.id().equals(position.id()));
        return others;
    }

    private BigDecimal sum(Function<OutcomePosition, BigDecimal> amount) {
        return Amounts.even(positions.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
