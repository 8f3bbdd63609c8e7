package dev.tradesuite.instruments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who holds how much of one instrument in one account. An account has one position, strategies have many; this is the
 * one rule by which a fill is theirs.
 *
 * <ul>
 *   <li>A fill that names a strategy is that strategy's. When its order may only reduce, it takes no more than the
 *       strategy holds, and the rest is as if it named none: a stop may outlive the lots it was placed for. Whether the
 *       account passes through zero with it does not matter.
 *   <li>A fill that names none takes, as far as it reduces the account's position, first from {@link #UNASSIGNED}, then
 *       from all who hold in the direction of the position, in proportion to their lots.
 *   <li>What it opens is {@link #UNASSIGNED}.
 * </ul>
 *
 * <p>With 3 lots of A, 1 of B and 2 of nobody, a sale of 4 that names none takes 2 from nobody, then 2 x 3/4 = 1.5 from
 * A and 0.5 from B. The sum of the lots over all holders is the account's position before and after, exactly.
 *
 * @param byHolder lots by the code of a strategy or {@link #UNASSIGNED}, above 0 when bought, below 0 when sold; who
 *     holds nothing is left out
 */
public record HeldLots(Map<String, BigDecimal> byHolder) {

    /** Holder of what no strategy holds; no strategy may be called so. */
    public static final String UNASSIGNED = "unassigned";

    /** Nobody holds anything. */
    public static final HeldLots NONE = new HeldLots(Map.of());

    /** Decimals of a share of lots, rounded down; the last holder takes the rest. */
    private static final int SHARE_SCALE = 16;

    public HeldLots {
        SortedMap<String, BigDecimal> holding = new TreeMap<>(byHolder);
        holding.values().removeIf(lots -> lots.signum() == 0);
        byHolder = Collections.unmodifiableSortedMap(holding);
    }

    /** Whether a strategy of this name is no strategy: absent, blank or {@link #UNASSIGNED}. */
    public static boolean isNobody(@Nullable String strategy) {
        return strategy == null || strategy.isBlank() || strategy.equals(UNASSIGNED);
    }

    /** The holder that a strategy of this name is. */
    public static String holder(@Nullable String strategy) {
        return strategy == null || isNobody(strategy) ? UNASSIGNED : strategy;
    }

    /** What all hold together: the position of the account. */
    public BigDecimal position() {
        return byHolder.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What a holder holds, 0 for nothing. */
    public BigDecimal of(String holder) {
        return byHolder.getOrDefault(holder, BigDecimal.ZERO);
    }

    /**
     * Who holds what after a fill.
     *
     * @param traded lots of the fill, above 0 when bought, below 0 when sold
     * @param strategy the fill's; absent: it names none
     * @param reduceOnly whether its order could only reduce
     */
    public HeldLots after(BigDecimal traded, @Nullable String strategy, boolean reduceOnly) {
        if (strategy == null || isNobody(strategy)) {
            return unnamed(traded);
        }
        BigDecimal own = reduceOnly ? against(of(strategy), traded) : traded;
        return with(strategy, own).unnamed(traded.subtract(own));
    }

    private HeldLots unnamed(BigDecimal traded) {
        BigDecimal position = position();
        BigDecimal reduces = against(position, traded);
        BigDecimal ofNobody = against(of(UNASSIGNED), reduces);
        return with(UNASSIGNED, ofNobody)
                .inProportion(reduces.subtract(ofNobody), position.signum())
                .with(UNASSIGNED, traded.subtract(reduces));
    }

    /** Each takes its share of what the holders before it have left, so that the last one takes the rest. */
    private HeldLots inProportion(BigDecimal traded, int direction) {
        SortedMap<String, BigDecimal> holding = new TreeMap<>(byHolder);
        holding.remove(UNASSIGNED);
        holding.values().removeIf(lots -> lots.signum() != direction);
        BigDecimal held = holding.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal left = traded;
        HeldLots after = this;
        for (Map.Entry<String, BigDecimal> holder : holding.entrySet()) {
            if (left.signum() == 0) {
                return after;
            }
            BigDecimal share = held.compareTo(holder.getValue()) == 0
                    ? left
                    : left.multiply(holder.getValue()).divide(held, SHARE_SCALE, RoundingMode.DOWN);
            after = after.with(holder.getKey(), share);
            left = left.subtract(share);
            held = held.subtract(holder.getValue());
        }
        return after;
    }

    private HeldLots with(String holder, BigDecimal traded) {
        if (traded.signum() == 0) {
            return this;
        }
        Map<String, BigDecimal> next = new TreeMap<>(byHolder);
        next.merge(holder, traded, BigDecimal::add);
        return new HeldLots(next);
    }

    /** As much of the traded lots as goes against what is held. */
    private static BigDecimal against(BigDecimal held, BigDecimal traded) {
        if (held.signum() != -traded.signum()) {
            return BigDecimal.ZERO;
        }
        return held.abs().compareTo(traded.abs()) < 0 ? held.negate() : traded;
    }
}
