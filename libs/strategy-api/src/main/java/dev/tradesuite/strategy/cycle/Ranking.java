package dev.tradesuite.strategy.cycle;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.strategy.StrategyReason;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.strategy.selection.OrderIntent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The intents of a strategy in the order they are served: the more confident first, among equals by market and outcome.
 *
 * @param sales to close what is held
 * @param purchases of markets that are not held, one at most of each market; a set is one purchase
 */
record Ranking(List<OrderIntent> sales, List<Purchase> purchases) {

    private static final Comparator<OrderIntent> ORDER = Comparator.comparingDouble(OrderIntent::confidence)
            .reversed()
            .thenComparing(OrderIntent::marketId)
            .thenComparing(OrderIntent::outcome);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * @param held markets the portfolio holds: only they can be sold, and only others bought; a set that needs one of
     *     them is dropped as a whole
     */
    static Ranking of(Collection<OrderIntent> intents, Set<String> held) {
        List<OrderIntent> sorted = intents.stream().sorted(ORDER).toList();
        List<OrderIntent> sales = sorted.stream()
                .filter(intent -> intent.side() == Side.SELL && held.contains(intent.marketId()))
                .toList();
        Map<String, List<OrderIntent>> groups = new LinkedHashMap<>();
        sorted.stream().filter(intent -> intent.side() == Side.BUY).forEach(intent -> groups.computeIfAbsent(
                        key(intent), _ -> new ArrayList<>())
                .add(intent));
        Set<String> taken = new HashSet<>(held);
        List<Purchase> purchases = new ArrayList<>();
        for (List<OrderIntent> legs : groups.values()) {
            Purchase purchase = new Purchase(List.copyOf(legs));
            if (purchase.isFree(taken)) {
                purchases.add(purchase);
                taken.addAll(purchase.marketIds());
            }
        }
        return new Ranking(sales, List.copyOf(purchases));
    }

    /** How many intents there are. */
    int size() {
        return sales.size()
                + purchases.stream().mapToInt(purchase -> purchase.legs.size()).sum();
    }

    /**
     * The purchases that can be made; what a set needs and does not get is told.
     *
     * @param slots positions that may be opened
     * @param cash that may be spent; only a set is held against it, because the books deny a single order by themselves
     */
    List<Purchase> affordable(int slots, BigDecimal cash, List<Reason> warnings) {
        List<Purchase> chosen = new ArrayList<>();
        int slotsLeft = slots;
        BigDecimal cashLeft = cash;
        for (Purchase purchase : purchases) {
            int needed = purchase.legs.size();
            if (purchase.isSet() && needed > slotsLeft) {
                warnings.add(purchase.warning(
                        StrategyReason.SET_OVER_SLOTS, "%d outcomes, %d open slots".formatted(needed, slotsLeft)));
            } else if (purchase.isSet() && purchase.cost().compareTo(cashLeft) > 0) {
                warnings.add(purchase.warning(
                        StrategyReason.SET_OVER_CASH,
                        "costs %s, cash %s".formatted(purchase.cost().toPlainString(), cashLeft.toPlainString())));
            } else if (needed <= slotsLeft) {
                chosen.add(purchase);
                slotsLeft -= needed;
                cashLeft = cashLeft.subtract(purchase.cost());
            }
        }
        return List.copyOf(chosen);
    }

    /** What an amount that is traded brings after the fee. */
    static BigDecimal lessFee(BigDecimal amount, OrderIntent sale) {
        return amount.subtract(amount.multiply(sale.feePercent()).divide(HUNDRED));
    }

    private static String key(OrderIntent intent) {
        return intent.set() == null ? "%s %s".formatted(intent.marketId(), intent.outcome()) : intent.set();
    }

    /**
     * What is bought together.
     *
     * @param legs one, or all of a set
     */
    record Purchase(List<OrderIntent> legs) {

        boolean isSet() {
            return legs.getFirst().set() != null;
        }

        List<String> marketIds() {
            return legs.stream().map(OrderIntent::marketId).toList();
        }

        /** Whether none of its markets is taken, and none occurs twice. */
        boolean isFree(Set<String> taken) {
            Set<String> markets = new HashSet<>(marketIds());
            return markets.size() == legs.size() && markets.stream().noneMatch(taken::contains);
        }

        /** Stakes and fees, USD. */
        BigDecimal cost() {
            return legs.stream().map(Purchase::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        Reason warning(StrategyReason reason, String figures) {
            return reason.with("Set %s: %s.".formatted(legs.getFirst().set(), figures));
        }

        private static BigDecimal cost(OrderIntent leg) {
            BigDecimal stake = leg.stake() == null ? BigDecimal.ZERO : leg.stake();
            return stake.add(stake.multiply(leg.feePercent()).divide(HUNDRED));
        }
    }
}
