package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.portfolio.allocation.AccountWorth;
import dev.tradesuite.portfolio.allocation.AllocationTarget;
import dev.tradesuite.portfolio.allocation.HeldAccount;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes plans: for each strategy that holds an instrument, what there is too little or too much of it.
 *
 * <p>Wanted lots = weight x value / (contract size x price x conversion rate), the value being the equity of the
 * account and what the portfolios of prediction markets are worth that are its strategies. What is traded is the
 * difference to what the strategy holds, rounded down to whole lot steps. Sales come first, the largest before the
 * others, then purchases. Between a portfolio and the account cash is moved.
 */
final class RebalancingPlanner {

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
     * @param worth what there is to divide
     * @param strategies that have a weight, capital or a holding
     * @param stopped strategies whose orders the trading state of their own, or of their symbol, refuses, and why
     */
    record Situation(
            AccountWorth worth,
            AllocationTarget target,
            Collection<RegisteredStrategy> strategies,
            Map<String, String> stopped,
            Instant now) {}

    /** Symbols whose prices a plan needs: of the instruments, and of the pairs that convert their currencies. */
    Set<String> symbols(HeldAccount account, Collection<RegisteredStrategy> strategies) {
        Set<String> symbols = new TreeSet<>();
        for (RegisteredStrategy strategy : strategies) {
            if (strategy.source() instanceof StrategySource.HeldInstrument(String symbol)) {
                catalog.find(symbol).ifPresent(instrument -> {
                    symbols.add(instrument.symbol());
                    symbols.addAll(catalog.symbolsToConvert(instrument.quote(), account.currency()));
                });
            }
        }
        return symbols;
    }

    /** The plan, and of the checks only whether there is enough to buy for. */
    RebalancingPlan plan(Situation situation, Map<String, PriceBoard.Price> prices) {
        return new PlanSheet(situation, catalog, rules, fresh(prices, situation.now())).plan();
    }

    /** Prices that are young enough. */
    private Map<String, BigDecimal> fresh(Map<String, PriceBoard.Price> prices, Instant now) {
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

    /** What a weight comes to, rounded down. */
    static BigDecimal capital(BigDecimal value, double weight) {
        return Amounts.down(value.multiply(BigDecimal.valueOf(weight)));
    }
}
