package dev.tradesuite.accounting.account;

import dev.tradesuite.contracts.ledger.AccountStatus;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Amounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An account after one of its changes.
 *
 * <p>Immutable; every change makes a new one with the next sequence number. Amounts are in the account's currency, with
 * the scale of {@link Amounts}.
 *
 * @param opening what it was opened with; its name may have changed since
 * @param status whether it takes orders
 * @param cash what moved its cash
 * @param positions open positions, by symbol
 * @param holdings who holds what of them, by symbol and strategy; their lots add up to the positions
 * @param protection orders that only reduce positions, and work
 * @param sequence number of this change, from 1
 * @param updatedAt when it happened
 */
public record Account(
        AccountOpening opening,
        AccountStatus status,
        Cash cash,
        List<Position> positions,
        List<StrategyHolding> holdings,
        List<ProtectiveOrder> protection,
        long sequence,
        Instant updatedAt) {

    public Account {
        positions = positions.stream()
                .sorted(Comparator.comparing(Position::symbol))
                .toList();
        holdings = holdings.stream()
                .sorted(Comparator.comparing(StrategyHolding::symbol).thenComparing(StrategyHolding::strategy))
                .toList();
        protection = protection.stream()
                .sorted(Comparator.comparing(ProtectiveOrder::orderId))
                .toList();
    }

    /** An account with nothing but its initial balance. */
    public static Account opened(AccountOpening wanted, Instant now) {
        return new Account(wanted, AccountStatus.ACTIVE, Cash.UNMOVED, List.of(), List.of(), List.of(), 1, now);
    }

    public String id() {
        return opening.id();
    }

    public String currency() {
        return opening.currency();
    }

    /** What kind of fills it books. */
    public RunLabel label() {
        return opening.label();
    }

    /** Cash: initial balance + cash flows + realised profit - commission. */
    public BigDecimal balance() {
        return opening.initialBalance().add(cash.change());
    }

    /** Open profit of all positions. */
    public BigDecimal floatingPnl() {
        return positions.stream().map(Position::floatingPnl).reduce(Amounts.even(BigDecimal.ZERO), BigDecimal::add);
    }

    /** What the account would hold if every position were closed at its mark: balance + floating. */
    public BigDecimal equity() {
        return balance().add(floatingPnl());
    }

    /** Margin of all positions. */
    public BigDecimal marginUsed() {
        return positions.stream().map(Position::margin).reduce(Amounts.even(BigDecimal.ZERO), BigDecimal::add);
    }

    /** What may be paid out: equity - margin; negative when positions take more than there is. */
    public BigDecimal freeMargin() {
        return equity().subtract(marginUsed());
    }

    /** Time of the oldest price the equity rests on; of the last change when there are no positions. */
    public Instant equityAt() {
        return positions.stream()
                .map(Position::valuedAt)
                .min(Instant::compareTo)
                .orElse(updatedAt);
    }

    /** The open position of an instrument. */
    public Optional<Position> position(String symbol) {
        return positions.stream().filter(open -> open.symbol().equals(symbol)).findFirst();
    }

    /** The open positions with the orders that work to close them, by symbol. */
    public List<ProtectedPosition> protectedPositions() {
        return positions.stream()
                .map(position -> ProtectedPosition.of(position, protection))
                .toList();
    }

    /**
     * The account after a fill, its positions valued at the newest prices.
     *
     * @throws FillRefusedException when the fill cannot belong to this account
     */
    public AccountBooking booked(Fill fill, ValuationPrices prices, Instant now) {
        ConversionRate rate = rateOf(fill);
        Netting.Result netted = Netting.apply(position(fill.instrument().symbol()), fill, rate);
        List<StrategyHolding> attributed = Attribution.apply(holdings, fill, rate);
        List<Position> held = Stream.concat(
                        positions.stream().filter(open -> !open.instrument().equals(fill.instrument())),
                        netted.position().stream())
                .toList();
        Cash moved = cash.traded(
                netted.realisedPnl().orElse(BigDecimal.ZERO), fill.terms().commission());
        Account after = changed(opening, status, moved, valued(held, prices), replacedBy(attributed), protection, now);
        Trade trade = new Trade(fill, netted.openedLots(), netted.closedLots(), netted.realisedPnl(), after.sequence());
        return new AccountBooking(after, trade, attributed);
    }

    private List<StrategyHolding> replacedBy(List<StrategyHolding> attributed) {
        Stream<StrategyHolding> others = holdings.stream().filter(holding -> attributed.stream()
                .noneMatch(other -> other.symbol().equals(holding.symbol())
                        && other.strategy().equals(holding.strategy())));
        return Stream.concat(others, attributed.stream()).toList();
    }

    /** The account after its positions were valued anew; empty when none of the prices says anything else. */
    public Optional<Account> marked(ValuationPrices prices, Instant now) {
        List<Position> valued = valued(positions, prices);
        return valued.equals(positions)
                ? Optional.empty()
                : Optional.of(changed(opening, status, cash, valued, holdings, protection, now));
    }

    /**
     * The account after cash was paid in or out. What is taken out never takes what is left of the free margin below
     * zero; fees and charges are not asked.
     *
     * @param reserved margin held for orders that are not in the books yet; what it needs is not free
     */
    public CashResult paid(CashFlow flow, BigDecimal reserved, Instant now) {
        if (status == AccountStatus.ARCHIVED) {
            return new CashResult.AccountArchived();
        }
        BigDecimal free = freeMargin().subtract(reserved);
        if (flow.isTakenOut() && flow.cashChange().negate().compareTo(free) > 0) {
            return new CashResult.ExceedsFreeMargin(free);
        }
        return new CashResult.Booked(
                changed(opening, status, cash.moved(flow.cashChange()), positions, holdings, protection, now));
    }

    /** The account with these orders to reduce its position in an instrument and no others; no change of its own. */
    public Account protectedBy(String symbol, List<ProtectiveOrder> orders) {
        List<ProtectiveOrder> all = Stream.concat(
                        protection.stream().filter(other -> !other.symbol().equals(symbol)), orders.stream())
                .toList();
        return new Account(opening, status, cash, positions, holdings, all, sequence, updatedAt);
    }

    /**
     * The account after other orders began to reduce its position in an instrument; empty when they are those that did
     * before.
     */
    public Optional<Account> reprotected(String symbol, List<ProtectiveOrder> orders, Instant now) {
        Account after = protectedBy(symbol, orders);
        return after.equals(this)
                ? Optional.empty()
                : Optional.of(changed(opening, status, cash, positions, holdings, after.protection, now));
    }

    /** The account under another name, or with another status; empty when it has both already. */
    public Optional<Account> with(String name, AccountStatus wanted, Instant now) {
        return name.equals(opening.name()) && wanted == status
                ? Optional.empty()
                : Optional.of(changed(opening.named(name), wanted, cash, positions, holdings, protection, now));
    }

    private Account changed(
            AccountOpening newOpening,
            AccountStatus newStatus,
            Cash newCash,
            List<Position> held,
            List<StrategyHolding> heldBy,
            List<ProtectiveOrder> orders,
            Instant now) {
        return new Account(newOpening, newStatus, newCash, held, heldBy, orders, sequence + 1, now);
    }

    private List<Position> valued(List<Position> held, ValuationPrices prices) {
        return held.stream().map(open -> prices.value(open, currency())).toList();
    }

    private ConversionRate rateOf(Fill fill) {
        if (fill.label() != label()) {
            throw new FillRefusedException(
                    "account %s books %s fills, fill %s is %s".formatted(id(), label(), fill.id(), fill.label()));
        }
        if (!fill.instrument().quote().equals(currency())) {
            return new ConversionRate(fill.terms().conversionRate(), fill.filledAt());
        }
        if (fill.terms().conversionRate().compareTo(BigDecimal.ONE) != 0) {
            throw new FillRefusedException(
                    "%s is priced in %s, the currency of account %s: conversion_rate must be 1, was %s"
                            .formatted(
                                    fill.instrument().symbol(),
                                    currency(),
                                    id(),
                                    fill.terms().conversionRate().toPlainString()));
        }
        return ConversionRate.SAME_CURRENCY;
    }
}
