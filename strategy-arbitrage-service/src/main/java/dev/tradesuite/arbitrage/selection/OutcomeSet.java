package dev.tradesuite.arbitrage.selection;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.strategy.selection.Quotes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One share of YES of every market of an event of which exactly one comes true: it pays 1, whatever happens.
 *
 * @param event event
 * @param legs one for each of its markets
 */
record OutcomeSet(MarketEvent event, List<Leg> legs) {

    /** The books round shares down to so many decimals. */
    private static final int SHARE_DECIMALS = 6;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * A leg.
     *
     * @param ask what a share of YES can be bought for
     * @param feePercent fee of the venue in percent of the amount traded
     */
    record Leg(Market market, Outcome yes, BigDecimal ask, BigDecimal feePercent) {

        /** What a share costs, the fee included. */
        BigDecimal cost() {
            return ask.multiply(HUNDRED.add(feePercent)).divide(HUNDRED);
        }
    }

    /**
     * The set, when every one of its outcomes is offered. A price that is merely shown is no offer.
     *
     * @param feePercent charged where the venue states no higher fee of a market
     */
    static Optional<OutcomeSet> offered(MarketEvent event, BigDecimal feePercent) {
        List<Leg> legs = new ArrayList<>();
        for (Market market : event.markets()) {
            Outcome yes = market.outcomes().getFirst();
            Quotes.ask(yes)
                    .ifPresent(ask -> legs.add(new Leg(
                            market, yes, ask, feePercent.max(market.rules().feePercent(ask)))));
        }
        return legs.size() == event.markets().size() && legs.size() > 1
                ? Optional.of(new OutcomeSet(event, List.copyOf(legs)))
                : Optional.empty();
    }

    /** What the set costs, fees included. */
    BigDecimal cost() {
        return legs.stream().map(Leg::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is left of the 1 it pays. */
    BigDecimal margin() {
        return BigDecimal.ONE.subtract(cost());
    }

    /** How many sets the amount buys, fees included. */
    BigDecimal sharesFor(BigDecimal amount) {
        return amount.divide(cost(), SHARE_DECIMALS, RoundingMode.DOWN);
    }

    /** Intents for the same number of shares of every leg, to be bought all or not at all. */
    List<OrderIntent> buy(BigDecimal amount) {
        BigDecimal shares = sharesFor(amount);
        if (shares.signum() == 0) {
            return List.of();
        }
        String reason = "%d outcomes of which one pays 1 are offered at %s = %s, %s with fees: %s sets win %s"
                .formatted(
                        legs.size(),
                        legs.stream().map(leg -> leg.ask().toPlainString()).collect(Collectors.joining(" + ")),
                        plain(asks()),
                        plain(cost()),
                        plain(shares),
                        plain(shares.multiply(margin()).setScale(2, RoundingMode.HALF_EVEN)));
        return legs.stream()
                .map(leg -> OrderIntent.buy(
                                leg.market(),
                                leg.yes(),
                                leg.ask(),
                                shares.multiply(leg.ask()),
                                margin().doubleValue(),
                                reason)
                        .withFeeOfAtLeast(leg.feePercent())
                        .inSet(event.id()))
                .toList();
    }

    private BigDecimal asks() {
        return legs.stream().map(Leg::ask).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
