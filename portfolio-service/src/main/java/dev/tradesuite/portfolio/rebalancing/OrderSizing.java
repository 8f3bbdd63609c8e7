package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RebalancingReason;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.ConversionRates;
import dev.tradesuite.instruments.CurrencyConversion;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.PositionMath;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.portfolio.allocation.AccountWorth;
import dev.tradesuite.portfolio.allocation.HeldAccount;
import dev.tradesuite.portfolio.allocation.HeldShare;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Sizes the orders of one plan: what a strategy has too little or too much of its instrument, on lot steps and ticks.
 *
 * <p>It follows what the orders so far make of the positions, so that it knows which only reduce one.
 */
final class OrderSizing {

    private static final int LOT_SCALE = 16;

    private final HeldAccount account;
    private final InstrumentCatalog catalog;
    private final RebalancingRules rules;
    private final Map<String, BigDecimal> prices;
    private final ConversionRates rates;
    private final BigDecimal value;
    private final Map<String, BigDecimal> netLots = new HashMap<>();
    private final Consumer<RebalancingPlan.Skipped> skipped;

    /**
     * @param prices that are young enough, by symbol
     * @param skipped hears of what is not traded
     */
    OrderSizing(
            AccountWorth worth,
            InstrumentCatalog catalog,
            RebalancingRules rules,
            Map<String, BigDecimal> prices,
            Consumer<RebalancingPlan.Skipped> skipped) {
        this.account = worth.account();
        this.catalog = catalog;
        this.rules = rules;
        this.prices = prices;
        this.skipped = skipped;
        this.value = worth.value();
        Map<String, BigDecimal> pairs = new TreeMap<>(prices);
        pairs.keySet().removeIf(symbol -> catalog.currencyPair(symbol).isEmpty());
        this.rates = ConversionRates.of(catalog, pairs);
        account.shares().forEach(share -> netLots.merge(share.symbol(), share.lots(), BigDecimal::add));
    }

    /** A change of what a strategy holds, before it is numbered. */
    record Change(PlannedOrder.Wanted wanted, PlannedOrder.Worth worth) {}

    /** What brings a strategy to its weight; empty when that is nothing, or is skipped. */
    Optional<Change> change(String strategy, String symbol, double target) {
        Instrument instrument = catalog.find(symbol).orElse(null);
        if (instrument == null) {
            return skip(strategy, RebalancingReason.INSTRUMENT_UNKNOWN, "%s is not known".formatted(symbol));
        }
        BigDecimal held = heldLots(strategy, instrument.symbol());
        if (target == 0 && held.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal price = prices.get(instrument.symbol());
        if (price == null) {
            return skip(
                    strategy,
                    RebalancingReason.PRICE_MISSING,
                    "No price of %s is young enough".formatted(instrument.symbol()));
        }
        CurrencyConversion conversion =
                rates.find(instrument.quote(), account.currency()).orElse(null);
        if (conversion == null) {
            return skip(
                    strategy,
                    RebalancingReason.RATE_MISSING,
                    "%s cannot be converted to %s".formatted(instrument.quote(), account.currency()));
        }
        return sized(strategy, new Priced(instrument, price, conversion), held, target);
    }

    private Optional<Change> sized(String strategy, Priced priced, BigDecimal held, double target) {
        BigDecimal wantedLots = target == 0
                ? BigDecimal.ZERO
                : value.multiply(BigDecimal.valueOf(target))
                        .divide(priced.valueOfOneLot(), LOT_SCALE, RoundingMode.DOWN);
        BigDecimal difference = wantedLots.subtract(held);
        BigDecimal exact = priced.valueOf(new Lots(difference.abs()));
        BigDecimal dust = rules.dust().of(value);
        if (exact.compareTo(dust) < 0) {
            return exact.signum() == 0
                    ? Optional.empty()
                    : skip(
                            strategy,
                            RebalancingReason.DUST,
                            "A change of %s is below %s".formatted(exact.toPlainString(), dust.toPlainString()));
        }
        Lots lots = priced.instrument().roundLotsDown(new Lots(difference.abs()));
        if (lots.isLessThan(priced.instrument().minLot())) {
            return skip(
                    strategy,
                    RebalancingReason.BELOW_LOT_STEP,
                    "%s lots are below %s"
                            .formatted(
                                    difference.abs().stripTrailingZeros().toPlainString(),
                                    priced.instrument().minLot()));
        }
        if (lots.isMoreThan(priced.instrument().maxLot())) {
            skip(
                    strategy,
                    RebalancingReason.LOT_LIMIT,
                    "%s lots are above %s".formatted(lots, priced.instrument().maxLot()));
            lots = priced.instrument().maxLot();
        }
        return ordered(strategy, priced, difference.signum() > 0 ? Side.BUY : Side.SELL, lots);
    }

    private Optional<Change> ordered(String strategy, Priced priced, Side side, Lots lots) {
        Instrument instrument = priced.instrument();
        BigDecimal net = netLots.getOrDefault(instrument.symbol(), BigDecimal.ZERO);
        boolean reduces = net.signum() == -side.sign() && lots.value().compareTo(net.abs()) <= 0;
        Optional<BigDecimal> stop = reduces ? Optional.empty() : stop(priced, side);
        if (!reduces && stop.isEmpty()) {
            return skip(
                    strategy,
                    RebalancingReason.ORDER_REFUSED,
                    "No stop can be placed for %s".formatted(instrument.symbol()));
        }
        netLots.merge(instrument.symbol(), lots.value().multiply(BigDecimal.valueOf(side.sign())), BigDecimal::add);
        BigDecimal notional = priced.valueOf(lots);
        BigDecimal margin = priced.math().margin(lots, priced.price(), Leverage.NOT_STATED);
        return Optional.of(new Change(
                new PlannedOrder.Wanted(strategy, instrument.symbol(), side, lots.value(), limit(priced, side), stop),
                new PlannedOrder.Worth(
                        priced.price(),
                        notional,
                        margin,
                        Amounts.up(notional.multiply(rules.costBasisPoints()).movePointLeft(4)),
                        BigDecimal.ZERO,
                        heldLots(strategy, instrument.symbol()))));
    }

    private BigDecimal heldLots(String code, String symbol) {
        return account.shares().stream()
                .filter(share -> share.strategy().equals(code) && share.symbol().equals(symbol))
                .map(HeldShare::lots)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Optional<Change> skip(String strategy, RebalancingReason why, String message) {
        skipped.accept(new RebalancingPlan.Skipped(strategy, Reason.of(why, message)));
        return Optional.empty();
    }

    /** An instrument at a price, in the currency of the account. */
    private record Priced(Instrument instrument, BigDecimal price, CurrencyConversion conversion) {

        PositionMath math() {
            return new PositionMath(instrument, conversion);
        }

        BigDecimal valueOf(Lots lots) {
            return math().notional(lots, price);
        }

        BigDecimal valueOfOneLot() {
            return instrument
                    .contractSize()
                    .multiply(price)
                    .multiply(conversion.numerator())
                    .divide(conversion.denominator(), MathContext.DECIMAL128);
        }
    }

    /** On a tick, and never nearer to the price than the rules say. */
    private BigDecimal limit(Priced priced, Side side) {
        BigDecimal away = priced.price().multiply(rules.limitPercent()).movePointLeft(2);
        BigDecimal exact = priced.price().add(away.multiply(BigDecimal.valueOf(side.sign())));
        return Amounts.stripped(
                priced.instrument().onTick(exact, side == Side.BUY ? RoundingMode.CEILING : RoundingMode.FLOOR));
    }

    /** As far away as the rules say, as near and as far as the instrument allows. */
    private Optional<BigDecimal> stop(Priced priced, Side side) {
        Instrument instrument = priced.instrument();
        Pips distance = instrument.priceToPips(
                priced.price().multiply(rules.stopPercent()).movePointLeft(2));
        Pips allowed = distance.isLessThan(instrument.minStopPips())
                ? instrument.minStopPips()
                : distance.isMoreThan(instrument.maxStopPips()) ? instrument.maxStopPips() : distance;
        return instrument.stopPrice(side, priced.price(), allowed).map(Amounts::stripped);
    }
}
