package dev.tradesuite.risk.exposure;

import dev.tradesuite.risk.account.RiskAccount;
import dev.tradesuite.risk.check.RiskHolding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The reservations of the orders whose place a new one takes: the one it names, and those that were in that place
 * before and whose end is not known here yet.
 *
 * <p>At most one order of such a line works at its broker, so the unfilled parts of the others do not count against the
 * new one. They are held on all the same until their orders have ended: whichever of the two comes to nothing, the
 * other is held.
 */
public record ReplacedOrders(List<Reservation> held) {

    /** Those of an order that takes no other's place. */
    public static final ReplacedOrders NONE = new ReplacedOrders(List.of());

    public ReplacedOrders {
        held = List.copyOf(held);
    }

    /** Of the reservations of an account those that are in the line of one. */
    static ReplacedOrders inLineOf(Reservation replaced, List<Reservation> held) {
        UUID first = replaced.order().firstOrderId();
        return new ReplacedOrders(held.stream()
                .filter(reservation -> reservation.order().firstOrderId().equals(first))
                .toList());
    }

    /** Loss at the stop that is held for them and does not count against the new order. */
    public BigDecimal loss() {
        return sum(Reservation::unfilledLoss);
    }

    /** Margin that is held for them and does not count against the new order. */
    public BigDecimal margin() {
        return sum(Reservation::unfilledMargin);
    }

    private BigDecimal sum(Function<Reservation, BigDecimal> part) {
        return held.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The account as if nothing were held for what they do not fill. */
    RiskAccount without(RiskAccount account) {
        return account.holding(loss().negate(), margin().negate());
    }

    /** What orders on their way mean for the account, without what these do not fill. */
    List<RiskHolding> without(Map<UUID, RiskHolding> pending) {
        Map<UUID, RiskHolding> counted = new LinkedHashMap<>(pending);
        for (Reservation reservation : held) {
            BigDecimal kept = reservation.held().subtract(reservation.unfilled());
            counted.computeIfPresent(
                    reservation.orderId(),
                    (_, holding) -> kept.signum() == 0 ? null : holding.part(kept, reservation.held()));
        }
        return new ArrayList<>(counted.values());
    }
}
