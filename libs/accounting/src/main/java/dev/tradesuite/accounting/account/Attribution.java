package dev.tradesuite.accounting.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Books a fill to the strategies that hold an instrument of an account. A broker has one position, strategies have
 * many.
 *
 * <ul>
 *   <li>A fill that names a strategy is that strategy's. When its order may only reduce, it takes no more than the
 *       strategy holds, and the rest is as if it named none: a stop may outlive the lots it was placed for.
 *   <li>A fill that names none takes, as far as it reduces the account's position, first from
 *       {@link StrategyHolding#UNASSIGNED}, then from all who hold in the direction of the position, in proportion to
 *       their lots.
 *   <li>What it opens is {@link StrategyHolding#UNASSIGNED}.
 * </ul>
 *
 * <p>With 3 lots of A, 1 of B and 2 of nobody, a sale of 4 that names none takes 2 from nobody, then 2 x 3/4 = 1.5 from
 * A and 0.5 from B. The sum of the lots over all holders is the account's position before and after, exactly.
 */
public final class Attribution {

    /** Decimals of a share of lots, rounded down; the last holder takes the rest. */
    static final int LOT_SCALE = 16;

    private final Fill fill;
    private final ConversionRate rate;
    private final Map<String, StrategyHolding> holders = new TreeMap<>();

    private Attribution(List<StrategyHolding> held, Fill fill, ConversionRate rate) {
        this.fill = fill;
        this.rate = rate;
        held.stream()
                .filter(holding -> holding.symbol().equals(fill.instrument().symbol()))
                .forEach(holding -> holders.put(holding.strategy(), holding));
    }

    /**
     * The holdings that a fill changes, as they are after it, by strategy.
     *
     * @param held every holding of the account
     * @param rate the fill's conversion rate
     */
    public static List<StrategyHolding> apply(List<StrategyHolding> held, Fill fill, ConversionRate rate) {
        return new Attribution(held, fill, rate)
                .booked().stream().filter(holding -> !held.contains(holding)).toList();
    }

    private List<StrategyHolding> booked() {
        BigDecimal traded =
                fill.lots().value().multiply(BigDecimal.valueOf(fill.side().sign()));
        String strategy = fill.order().strategy();
        if (strategy == null || StrategyHolding.isNobody(strategy)) {
            unnamed(traded);
        } else {
            BigDecimal own = fill.order().reduceOnly() ? against(lots(strategy), traded) : traded;
            add(strategy, own);
            unnamed(traded.subtract(own));
        }
        return List.copyOf(holders.values());
    }

    private void unnamed(BigDecimal traded) {
        BigDecimal position =
                holders.values().stream().map(StrategyHolding::lots).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal reduces = against(position, traded);
        BigDecimal ofNobody = against(lots(StrategyHolding.UNASSIGNED), reduces);
        add(StrategyHolding.UNASSIGNED, ofNobody);
        inProportion(reduces.subtract(ofNobody), position.signum());
        add(StrategyHolding.UNASSIGNED, traded.subtract(reduces));
    }

    /** Each takes its share of what the holders before it have left, so that the last one takes the rest. */
    private void inProportion(BigDecimal traded, int direction) {
        List<StrategyHolding> holding = new ArrayList<>(holders.values());
        holding.removeIf(holder ->
                holder.lots().signum() != direction || holder.strategy().equals(StrategyHolding.UNASSIGNED));
        holding.sort(Comparator.comparing(StrategyHolding::strategy));
        BigDecimal held = holding.stream().map(StrategyHolding::lots).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal left = traded;
        for (StrategyHolding holder : holding) {
            if (left.signum() == 0) {
                return;
            }
            BigDecimal share = held.compareTo(holder.lots()) == 0
                    ? left
                    : left.multiply(holder.lots()).divide(held, LOT_SCALE, RoundingMode.DOWN);
            add(holder.strategy(), share);
            left = left.subtract(share);
            held = held.subtract(holder.lots());
        }
    }

    /** As much of the traded lots as goes against what is held. */
    private static BigDecimal against(BigDecimal held, BigDecimal traded) {
        if (held.signum() != -traded.signum()) {
            return BigDecimal.ZERO;
        }
        return held.abs().compareTo(traded.abs()) < 0 ? held.negate() : traded;
    }

    private BigDecimal lots(String strategy) {
        StrategyHolding holding = holders.get(strategy);
        return holding == null ? BigDecimal.ZERO : holding.lots();
    }

    private void add(String strategy, BigDecimal traded) {
        if (traded.signum() != 0) {
            String symbol = fill.instrument().symbol();
            holders.put(
                    strategy,
                    holders.getOrDefault(strategy, StrategyHolding.none(strategy, symbol))
                            .after(traded, fill.price(), fill.instrument(), rate));
        }
    }
}
