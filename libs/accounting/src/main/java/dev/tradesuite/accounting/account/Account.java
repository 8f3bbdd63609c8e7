package dev.tradesuite.accounting.account;

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
 * @param opening what it was opened with
 * @param realisedPnl profit of closed lots so far
 * @param commissionPaid commission so far
 * @param positions open positions, by symbol
 * @param sequence number of this change, from 1
 * @param updatedAt when it happened
 */
public record Account(
        AccountOpening opening,
        BigDecimal realisedPnl,
        BigDecimal commissionPaid,
        List<Position> positions,
        long sequence,
        Instant updatedAt) {

    public Account {
        positions = positions.stream()
                .sorted(Comparator.comparing(Position::symbol))
                .toList();
    }

    /** An account with nothing but its initial balance. */
    public static Account opened(AccountOpening wanted, Instant now) {
        return new Account(wanted, Amounts.even(BigDecimal.ZERO), Amounts.even(BigDecimal.ZERO), List.of(), 1, now);
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

    /** Cash: initial balance + realised profit - commission. */
    public BigDecimal balance() {
        return opening.initialBalance().add(realisedPnl).subtract(commissionPaid);
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
        return positions.stream().map(Position::marginUsed).reduce(Amounts.even(BigDecimal.ZERO), BigDecimal::add);
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

    /**
     * The account after a fill, its positions valued at the newest prices.
     *
     * @throws FillRefusedException when the fill cannot belong to this account
     */
    public AccountBooking booked(Fill fill, ValuationPrices prices, Instant now) {
        Netting.Result netted = Netting.apply(position(fill.instrument().symbol()), fill, rateOf(fill));
        List<Position> held = Stream.concat(
                        positions.stream().filter(open -> !open.instrument().equals(fill.instrument())),
                        netted.position().stream())
                .toList();
        Account after = changed(
                realisedPnl.add(netted.realisedPnl().orElse(BigDecimal.ZERO)),
                commissionPaid.add(fill.terms().commission()),
                valued(held, prices),
                now);
        Trade trade = new Trade(fill, netted.openedLots(), netted.closedLots(), netted.realisedPnl(), after.sequence());
        return new AccountBooking(after, trade);
    }

    /** The account after its positions were valued anew; empty when none of the prices is newer. */
    public Optional<Account> marked(ValuationPrices prices, Instant now) {
        List<Position> valued = valued(positions, prices);
        return valued.equals(positions)
                ? Optional.empty()
                : Optional.of(changed(realisedPnl, commissionPaid, valued, now));
    }

    private Account changed(BigDecimal newRealised, BigDecimal newCommission, List<Position> held, Instant now) {
        return new Account(opening, newRealised, newCommission, held, sequence + 1, now);
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
