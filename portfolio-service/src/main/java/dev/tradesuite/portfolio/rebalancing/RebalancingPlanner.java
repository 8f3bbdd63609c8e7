package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.portfolio.RebalancingReason;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.ConversionRates;
import dev.tradesuite.instruments.CurrencyConversion;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.PositionMath;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.portfolio.allocation.AllocationTarget;
import dev.tradesuite.portfolio.allocation.HeldAccount;
import dev.tradesuite.portfolio.allocation.HeldShare;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes plans: for each strategy that holds an instrument, what there is too little or too much of it.
 *
 * <p>Wanted lots = weight x value of the account / (contract size x price x conversion rate). What is traded is the
 * difference to what the strategy holds, rounded down to whole lot steps. Sales come first, the largest before the
 * others, then purchases.
 */
final class RebalancingPlanner {

    private static final int LOT_SCALE = 16;

    private final InstrumentCatalog catalog;
    private final MarketHours hours;
    private final RebalancingRules rules;

    RebalancingPlanner(InstrumentCatalog catalog, MarketHours hours, RebalancingRules rules) {
        this.catalog = catalog;
        this.hours = hours;
        this.rules = rules;
    }

    /**
     * What a plan is made from.
     *
     * @param strategies that have a weight, capital or a holding
     */
    record Situation(
            HeldAccount account, AllocationTarget target, Collection<RegisteredStrategy> strategies, Instant now) {}

    /** A change of what a strategy holds, before it is numbered. */
    private record Change(PlannedOrder.Wanted wanted, PlannedOrder.Worth worth) {}

    /** Symbols whose prices a plan needs: of the instruments, and of the pairs that convert their currencies. */
    Set<String> symbols(Situation situation) {
        Set<String> symbols = new TreeSet<>();
        for (RegisteredStrategy strategy : situation.strategies()) {
            instrument(strategy.source()).ifPresent(instrument -> {
                symbols.add(instrument.symbol());
                symbols.addAll(catalog.symbolsToConvert(
                        instrument.quote(), situation.account().currency()));
            });
        }
        return symbols;
    }

    /** The plan, and of the checks only whether there is enough to buy for. */
    RebalancingPlan plan(Situation situation, Map<String, PriceBoard.Price> prices) {
        return new Sheet(situation, fresh(prices, situation.now())).plan();
    }

    /** Prices that are young enough. */
    Map<String, BigDecimal> fresh(Map<String, PriceBoard.Price> prices, Instant now) {
        Map<String, BigDecimal> fresh = new TreeMap<>();
        prices.forEach((symbol, price) -> catalog.find(symbol)
                .filter(instrument -> hours.isFresh(instrument, price.at(), now, rules.maxPriceAge()))
                .ifPresent(_ -> fresh.put(symbol, price.price())));
        return fresh;
    }

    /** What has moved further since the plan than the rules allow, or has no price any more. */
    List<String> moved(RebalancingPlan plan, Map<String, PriceBoard.Price> prices, Instant now) {
        Map<String, BigDecimal> fresh = fresh(prices, now);
        List<String> moved = new ArrayList<>();
        for (PlannedOrder order : plan.orders()) {
            BigDecimal then = order.worth().price();
            BigDecimal price = fresh.get(order.wanted().symbol());
            if (price == null) {
                moved.add("%s has no price that is young enough"
                        .formatted(order.wanted().symbol()));
            } else if (isMoved(then, price)) {
                moved.add("%s was %s and is %s"
                        .formatted(order.wanted().symbol(), then.toPlainString(), price.toPlainString()));
            }
        }
        return moved.stream().distinct().toList();
    }

    private boolean isMoved(BigDecimal then, BigDecimal now) {
        return now.subtract(then).abs().movePointRight(2).compareTo(then.multiply(rules.maxMovePercent())) > 0;
    }

    private Optional<Instrument> instrument(StrategySource source) {
        return source instanceof StrategySource.HeldInstrument(String symbol) ? catalog.find(symbol) : Optional.empty();
    }

    /** One plan in the making. */
    private final class Sheet {

        private final Situation situation;
        private final Map<String, BigDecimal> prices;
        private final ConversionRates rates;
        private final BigDecimal value;
        private final Map<String, BigDecimal> netLots = new HashMap<>();
        private final List<Change> changes = new ArrayList<>();
        private final List<RebalancingPlan.Skipped> skipped = new ArrayList<>();
        private final List<RebalancingPlan.Weight> weights = new ArrayList<>();

        Sheet(Situation situation, Map<String, BigDecimal> prices) {
            this.situation = situation;
            this.prices = prices;
            this.value = situation.account().cash().equity();
            Map<String, BigDecimal> pairs = new TreeMap<>(prices);
            pairs.keySet().removeIf(symbol -> catalog.currencyPair(symbol).isEmpty());
            this.rates = ConversionRates.of(catalog, pairs);
            situation.account().shares().forEach(share -> netLots.merge(share.symbol(), share.lots(), BigDecimal::add));
        }

        RebalancingPlan plan() {
            situation.strategies().stream()
                    .sorted(Comparator.comparing(RegisteredStrategy::code))
                    .forEach(this::look);
            changes.sort(Comparator.comparing((Change change) -> change.wanted().side() == Side.BUY)
                    .thenComparing(change -> change.worth().notional(), Comparator.reverseOrder())
                    .thenComparing(change -> change.wanted().strategy()));
            List<PlannedOrder> orders = numbered();
            return new RebalancingPlan(
                    new RebalancingPlan.Basis(
                            situation.account().id(),
                            situation.account().currency(),
                            situation.target().version(),
                            value,
                            situation.account().cash().buyingPower(),
                            situation.now()),
                    orders,
                    skipped,
                    weights,
                    List.of(enoughToBuy(orders)));
        }

        private void look(RegisteredStrategy strategy) {
            double target = isStopped(strategy) ? 0 : situation.target().weight(strategy.code());
            switch (strategy.source()) {
                case StrategySource.HeldInstrument(String symbol) -> held(strategy, symbol, target);
                case StrategySource.ModelAccount _ -> {
                    Optional<Double> before =
                            situation.account().valueOf(strategy.code()).map(this::weight);
                    weights.add(new RebalancingPlan.Weight(strategy.code(), before, target, before));
                    skip(
                            strategy,
                            RebalancingReason.FOLLOWED_BY_SIGNALS,
                            "%s works with %s from the beginning of the rebalancing on"
                                    .formatted(
                                            strategy.source().text(),
                                            capital(value, target).toPlainString()));
                }
                case StrategySource.PortfolioBooks _, StrategySource.AccountBooks _, StrategySource.Imported _ -> {
                    weights.add(
                            new RebalancingPlan.Weight(strategy.code(), Optional.empty(), target, Optional.empty()));
                    skip(
                            strategy,
                            RebalancingReason.NOT_EXECUTABLE,
                            "%s is counted with %s of the value"
                                    .formatted(strategy.source().text(), target));
                }
            }
            if (isStopped(strategy) && situation.target().weight(strategy.code()) > 0) {
                skip(
                        strategy,
                        RebalancingReason.STRATEGY_STOPPED,
                        "%s is %s; its weight counts as 0".formatted(strategy.code(), strategy.state()));
            }
        }

        private void held(RegisteredStrategy strategy, String symbol, double target) {
            Optional<BigDecimal> before = situation.account().valueOf(strategy.code());
            BigDecimal traded = change(strategy, symbol, target)
                    .map(change -> {
                        changes.add(change);
                        return change.worth()
                                .notional()
                                .multiply(BigDecimal.valueOf(
                                        change.wanted().side().sign()));
                    })
                    .orElse(BigDecimal.ZERO);
            weights.add(new RebalancingPlan.Weight(
                    strategy.code(), before.map(this::weight), target, before.map(value -> weight(value.add(traded)))));
        }

        private Optional<Change> change(RegisteredStrategy strategy, String symbol, double target) {
            Instrument instrument = catalog.find(symbol).orElse(null);
            if (instrument == null) {
                return skip(strategy, RebalancingReason.INSTRUMENT_UNKNOWN, "%s is not known".formatted(symbol));
            }
            BigDecimal held = heldLots(strategy.code(), instrument.symbol());
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
            CurrencyConversion conversion = rates.find(
                            instrument.quote(), situation.account().currency())
                    .orElse(null);
            if (conversion == null) {
                return skip(
                        strategy,
                        RebalancingReason.RATE_MISSING,
                        "%s cannot be converted to %s"
                                .formatted(
                                        instrument.quote(), situation.account().currency()));
            }
            return sized(strategy, new Priced(instrument, price, conversion), held, target);
        }

        private Optional<Change> sized(RegisteredStrategy strategy, Priced priced, BigDecimal held, double target) {
            BigDecimal wantedLots = target == 0
                    ? BigDecimal.ZERO
                    : value.multiply(BigDecimal.valueOf(target))
                            .divide(priced.valueOfOneLot(), LOT_SCALE, RoundingMode.DOWN);
            BigDecimal difference = wantedLots.subtract(held);
            BigDecimal exact = priced.valueOf(new Lots(difference.abs()));
            BigDecimal dust = rules.dust()
                    .amount()
                    .max(Amounts.even(value.multiply(rules.dust().percent()).movePointLeft(2)));
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
                        "%s lots are above %s"
                                .formatted(lots, priced.instrument().maxLot()));
                lots = priced.instrument().maxLot();
            }
            return ordered(strategy, priced, difference.signum() > 0 ? Side.BUY : Side.SELL, lots);
        }

        private Optional<Change> ordered(RegisteredStrategy strategy, Priced priced, Side side, Lots lots) {
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
                    new PlannedOrder.Wanted(
                            strategy.code(), instrument.symbol(), side, lots.value(), limit(priced, side), stop),
                    new PlannedOrder.Worth(
                            priced.price(),
                            notional,
                            margin,
                            Amounts.up(
                                    notional.multiply(rules.costBasisPoints()).movePointLeft(4)),
                            BigDecimal.ZERO,
                            heldLots(strategy.code(), instrument.symbol()))));
        }

        private List<PlannedOrder> numbered() {
            List<PlannedOrder> orders = new ArrayList<>();
            BigDecimal left = situation.account().cash().buyingPower();
            for (Change change : changes) {
                PlannedOrder.Worth worth = change.worth();
                left = (change.wanted().reduceOnly() ? left.add(worth.margin()) : left.subtract(worth.margin()))
                        .subtract(worth.cost());
                orders.add(new PlannedOrder(
                        orders.size() + 1,
                        change.wanted(),
                        new PlannedOrder.Worth(
                                worth.price(),
                                worth.notional(),
                                worth.margin(),
                                worth.cost(),
                                left,
                                worth.heldLots())));
            }
            return orders;
        }

        private RebalancingPlan.Check enoughToBuy(List<PlannedOrder> orders) {
            Optional<PlannedOrder> uncovered = orders.stream()
                    .filter(order -> order.worth().buyingPowerAfter().signum() < 0)
                    .findFirst();
            return new RebalancingPlan.Check(
                    "buying_power",
                    uncovered.isEmpty(),
                    uncovered
                            .map(order -> "After order %d it would be %s"
                                    .formatted(
                                            order.number(),
                                            order.worth().buyingPowerAfter().toPlainString()))
                            .orElse("There is enough before and after every order"));
        }

        private BigDecimal heldLots(String code, String symbol) {
            return situation.account().shares().stream()
                    .filter(share ->
                            share.strategy().equals(code) && share.symbol().equals(symbol))
                    .map(HeldShare::lots)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private double weight(BigDecimal part) {
            return part.divide(value, MathContext.DECIMAL64).doubleValue();
        }

        private Optional<Change> skip(RegisteredStrategy strategy, RebalancingReason why, String message) {
            skipped.add(new RebalancingPlan.Skipped(strategy.code(), Reason.of(why, message)));
            return Optional.empty();
        }
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

    private static boolean isStopped(RegisteredStrategy strategy) {
        return strategy.state() == LifecycleState.SUSPENDED || strategy.state() == LifecycleState.RETIRED;
    }

    /** What a weight comes to, rounded down. */
    static BigDecimal capital(BigDecimal value, double weight) {
        return Amounts.down(value.multiply(BigDecimal.valueOf(weight)));
    }
}
