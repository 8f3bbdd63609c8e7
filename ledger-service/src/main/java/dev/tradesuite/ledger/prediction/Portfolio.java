package dev.tradesuite.ledger.prediction;

import dev.tradesuite.contracts.ledger.MarketPosition;
import dev.tradesuite.contracts.ledger.MarketTrade;
import dev.tradesuite.contracts.ledger.PortfolioReason;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Amounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A portfolio after one of its changes.
 *
 * <p>Immutable; every change makes a new one with the next sequence number. Always true: cash plus the cost of the open
 * positions is the initial balance plus the realised profit.
 *
 * @param id portfolio
 * @param strategyType strategy that runs it
 * @param status whether its cycles run
 * @param setup what a person decides
 * @param funds its money
 * @param positions open positions, by market
 * @param fence number of its newest run
 * @param sequence number of this change, from 1
 * @param createdAt when it was opened
 * @param updatedAt when this change happened
 */
public record Portfolio(
        long id,
        String strategyType,
        PortfolioStatus status,
        Setup setup,
        Funds funds,
        List<Position> positions,
        long fence,
        long sequence,
        Instant createdAt,
        Instant updatedAt) {

    public Portfolio {
        positions = positions.stream()
                .sorted(Comparator.comparing(position -> position.market().marketId()))
                .toList();
    }

    /** Account that risk-service keeps for it. */
    public String riskAccountId() {
        return riskAccountId(id);
    }

    /** Account that risk-service keeps for the portfolio with this number. */
    public static String riskAccountId(long id) {
        return "portfolio-" + id;
    }

    /** Open positions at the price they could be sold for. */
    public BigDecimal positionsValue() {
        return sum(Position::value);
    }

    /** Cash plus positionsValue. */
    public BigDecimal value() {
        return Amounts.even(funds.cash().add(positionsValue()));
    }

    /** Value of the open positions less what they cost. */
    public BigDecimal floatingPnl() {
        return sum(Position::profit);
    }

    /** What the open positions cost, and so the most they can lose. */
    public BigDecimal invested() {
        return sum(Position::cost);
    }

    /** Time of the oldest price the value rests on; empty without positions. */
    public Optional<Instant> oldestMarkAt() {
        return positions.stream().map(position -> position.mark().at()).min(Comparator.naturalOrder());
    }

    /** Since when at least the venue has told of every market held; of the last change without positions. */
    public Instant heardOfAt() {
        return positions.stream()
                .map(Position::heardOfAt)
                .min(Comparator.naturalOrder())
                .orElse(updatedAt);
    }

    /** The open position of a market. */
    public Optional<Position> position(String marketId) {
        return positions.stream()
                .filter(position -> position.market().marketId().equals(marketId))
                .findFirst();
    }

    /** Why an order cannot be filled, as far as the books can tell. */
    public Optional<Denial> denialOf(OrderTerms terms) {
        return switch (terms.side()) {
            case BUY -> denialOfBuy(terms);
            case SELL -> denialOfSale(terms);
        };
    }

    private Optional<Denial> denialOfBuy(OrderTerms terms) {
        if (status != PortfolioStatus.ACTIVE) {
            return Optional.of(Denial.of(
                    PortfolioReason.PORTFOLIO_PAUSED, "portfolio %d is %s: nothing is bought".formatted(id, status)));
        }
        Optional<Position> held = position(terms.market().marketId());
        if (held.isPresent()) {
            return Optional.of(Denial.of(
                    PortfolioReason.MARKET_ALREADY_HELD,
                    "%s shares of %s are held in market %s since %s"
                            .formatted(
                                    held.get().shares().toPlainString(),
                                    held.get().market().outcome(),
                                    terms.market().marketId(),
                                    held.get().openedAt())));
        }
        if (terms.isCrossed()) {
            return Optional.of(Denial.of(
                    PortfolioReason.PRICES_CROSSED,
                    "the shares would cost %s and could be sold at once for %s"
                            .formatted(terms.price().toPlainString(), terms.exitPrice())));
        }
        if (terms.sharesBought().signum() == 0) {
            return Optional.of(Denial.of(
                    PortfolioReason.STAKE_TOO_SMALL,
                    "%s USD at %s buys less than a millionth of a share"
                            .formatted(terms.stake(), terms.price().toPlainString())));
        }
        return terms.cost().compareTo(funds.cash()) <= 0
                ? Optional.empty()
                : Optional.of(Denial.of(
                        PortfolioReason.INSUFFICIENT_CASH,
                        "the order costs %s USD, the cash is %s USD"
                                .formatted(
                                        terms.cost().toPlainString(),
                                        funds.cash().toPlainString())));
    }

    private Optional<Denial> denialOfSale(OrderTerms terms) {
        boolean held = position(terms.market().marketId())
                .filter(position ->
                        position.market().outcome().equals(terms.market().outcome()))
                .isPresent();
        return held
                ? Optional.empty()
                : Optional.of(Denial.of(
                        PortfolioReason.NO_POSITION,
                        "no shares of %s are held in market %s"
                                .formatted(
                                        terms.market().outcome(), terms.market().marketId())));
    }

    /**
     * Fills a BUY that is not {@linkplain #denialOf denied}: the cash pays the stake and the fee, and the position is
     * marked at what it could be sold for, which is nothing while nobody bids.
     */
    Booking bought(PaperOrder order, Supplier<UUID> ids, Instant now) {
        OrderTerms terms = order.terms();
        BigDecimal first = Objects.requireNonNullElse(terms.exitPrice(), BigDecimal.ZERO);
        Position opened = new Position(
                ids.get(),
                order.id(),
                terms.market(),
                MarketPosition.Status.OPEN,
                terms.label(),
                terms.sharesBought(),
                terms.price(),
                terms.cost(),
                new Position.Mark(first, now),
                now,
                now,
                null);
        Portfolio after = changed(funds.spent(opened.cost()), with(opened), now);
        Trade trade = new Trade(
                ids.get(),
                opened.id(),
                order.id(),
                order.cycleId(),
                MarketTrade.Kind.BUY,
                opened.market(),
                opened.shares(),
                opened.price(),
                terms.fee(Objects.requireNonNull(terms.stake())),
                opened.cost().negate(),
                after.funds.cash(),
                opened.label(),
                now);
        return new Booking(after, List.of(opened), List.of(trade));
    }

    /** Fills a SELL that is not {@linkplain #denialOf denied}: the whole position goes at the price of the order. */
    Booking sold(PaperOrder order, Supplier<UUID> ids, Instant now) {
        OrderTerms terms = order.terms();
        Position open = position(terms.market().marketId()).orElseThrow();
        BigDecimal amount = Amounts.down(open.shares().multiply(terms.price()));
        BigDecimal fee = terms.fee(amount);
        Position sold = open.closed(MarketPosition.Status.SOLD, terms.price(), Amounts.even(amount.subtract(fee)), now);
        Closed closed = closed(sold, now);
        return closed.booking(new Deal(order.id(), order.cycleId(), MarketTrade.Kind.SELL, fee, terms.label()), ids);
    }

    /**
     * The portfolio after venues told of its markets: newer bids are its marks, and a position whose market is resolved
     * is settled at 1 or 0. Empty when nothing of it is new.
     */
    Optional<Booking> told(List<MarketPrice> prices, UUID cycleId, Supplier<UUID> ids, Instant now) {
        List<Position> touched = new ArrayList<>();
        List<Trade> settlements = new ArrayList<>();
        Portfolio portfolio = this;
        for (MarketPrice price : prices) {
            Optional<Position> held = portfolio.position(price.marketId());
            if (held.isEmpty()) {
                continue;
            }
            if (price.winner() != null) {
                Closed closed = portfolio.closed(settled(held.get(), price.winner(), now), now);
                Deal settlement =
                        new Deal(null, cycleId, MarketTrade.Kind.SETTLEMENT, Amounts.even(BigDecimal.ZERO), null);
                settlements.add(closed.booking(settlement, ids).trade());
                touched.add(closed.position);
                portfolio = closed.after;
            } else {
                Optional<Position> valued = held.get().heardOf(price.notAfter(now));
                if (valued.isPresent()) {
                    touched.add(valued.get());
                    portfolio = portfolio.changed(portfolio.funds, portfolio.with(valued.get()), now);
                }
            }
        }
        return touched.isEmpty()
                ? Optional.empty()
                : Optional.of(new Booking(portfolio.numbered(sequence + 1), touched, settlements));
    }

    /** A share pays 1 USD when its outcome came true, and nothing otherwise. */
    private static Position settled(Position open, String winner, Instant now) {
        boolean won = open.market().outcome().equals(winner);
        BigDecimal price = won ? BigDecimal.ONE : BigDecimal.ZERO;
        return open.closed(
                won ? MarketPosition.Status.WON : MarketPosition.Status.LOST,
                price,
                Amounts.even(open.shares().multiply(price)),
                now);
    }

    private Closed closed(Position position, Instant now) {
        return new Closed(
                position, changed(funds.received(position.value(), position.profit()), without(position), now));
    }

    /** Why a position was closed. */
    private record Deal(
            @Nullable UUID orderId, UUID cycleId, MarketTrade.Kind kind, BigDecimal fee, @Nullable RunLabel label) {}

    /** A closed position and the portfolio without it. */
    private record Closed(Position position, Portfolio after) {

        Booking booking(Deal deal, Supplier<UUID> ids) {
            Trade trade = new Trade(
                    ids.get(),
                    position.id(),
                    deal.orderId,
                    deal.cycleId,
                    deal.kind,
                    position.market(),
                    position.shares(),
                    position.mark().price(),
                    deal.fee,
                    position.value(),
                    after.funds.cash(),
                    Objects.requireNonNullElse(deal.label, position.label()),
                    after.updatedAt);
            return new Booking(after, List.of(position), List.of(trade));
        }
    }

    Portfolio renamed(String name, Instant now) {
        return with(setup.named(name), status, now);
    }

    Portfolio configured(Map<String, Object> config, boolean checked, Instant now) {
        return with(setup.configured(config, checked), status, now);
    }

    Portfolio scheduled(String schedule, Instant now) {
        return with(setup.scheduled(schedule), status, now);
    }

    Portfolio in(PortfolioStatus other, Instant now) {
        return with(setup, other, now);
    }

    /** The same with the number of its newest run; no change that anybody is told of. */
    Portfolio fencedBy(long newest) {
        return new Portfolio(id, strategyType, status, setup, funds, positions, newest, sequence, createdAt, updatedAt);
    }

    private Portfolio with(Setup other, PortfolioStatus otherStatus, Instant now) {
        return new Portfolio(
                id, strategyType, otherStatus, other, funds, positions, fence, sequence + 1, createdAt, now);
    }

    private Portfolio changed(Funds otherFunds, List<Position> others, Instant now) {
        return new Portfolio(id, strategyType, status, setup, otherFunds, others, fence, sequence + 1, createdAt, now);
    }

    private Portfolio numbered(long number) {
        return new Portfolio(id, strategyType, status, setup, funds, positions, fence, number, createdAt, updatedAt);
    }

    private List<Position> with(Position position) {
        List<Position> others = without(position);
        others.add(position);
        return others;
    }

    private List<Position> without(Position position) {
        List<Position> others = new ArrayList<>(positions);
        others.removeIf(open -> open.id().equals(position.id()));
        return others;
    }

    private BigDecimal sum(Function<Position, BigDecimal> amount) {
        return Amounts.even(positions.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
