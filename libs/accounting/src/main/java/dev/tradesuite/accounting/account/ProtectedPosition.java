package dev.tradesuite.accounting.account;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A position with the orders that work to close it.
 *
 * <p>When the price runs against it the nearest stop is met first and closes its lots, then the next, until nothing is
 * left. Long 0.5 EURUSD marked at 1.0900 with stops for 0.3 at 1.0850 and 0.2 at 1.0800: all is closed at 1.0800, for a
 * loss of 0.0050 x 0.3 x 100,000 + 0.0100 x 0.2 x 100,000 = 350.
 *
 * @param position what is held
 * @param stops nearest first
 * @param targets nearest first
 */
public record ProtectedPosition(Position position, List<ProtectiveOrder> stops, List<ProtectiveOrder> targets) {

    public ProtectedPosition {
        stops = List.copyOf(stops);
        targets = List.copyOf(targets);
    }

    /** The position with those of an account's protective orders that would reduce it. */
    static ProtectedPosition of(Position position, List<ProtectiveOrder> orders) {
        Comparator<ProtectiveOrder> rising =
                Comparator.comparing(ProtectiveOrder::price).thenComparing(ProtectiveOrder::orderId);
        Comparator<ProtectiveOrder> falling =
                Comparator.comparing(ProtectiveOrder::price).reversed().thenComparing(ProtectiveOrder::orderId);
        boolean isLong = position.direction().sign() > 0;
        return new ProtectedPosition(
                position,
                of(position, orders, true, isLong ? falling : rising),
                of(position, orders, false, isLong ? rising : falling));
    }

    private static List<ProtectiveOrder> of(
            Position position, List<ProtectiveOrder> orders, boolean stops, Comparator<ProtectiveOrder> order) {
        return orders.stream()
                .filter(each -> each.isStop() == stops && each.closes(position))
                .sorted(order)
                .toList();
    }

    /** Price at which the stops have closed every lot; empty when they cover only a part, or nothing. */
    public Optional<BigDecimal> stopLossPrice() {
        BigDecimal open = position.lots().value();
        for (ProtectiveOrder stop : stops) {
            open = open.subtract(stop.lots().value());
            if (open.signum() <= 0) {
                return Optional.of(stop.price());
            }
        }
        return Optional.empty();
    }

    /** The nearest target; empty without one. */
    public Optional<BigDecimal> takeProfitPrice() {
        return targets.stream().map(ProtectiveOrder::price).findFirst();
    }

    /** Lots that no stop closes. */
    public Lots unprotectedLots() {
        BigDecimal covered = stops.stream().map(stop -> stop.lots().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Lots(position.lots().value().subtract(covered).max(BigDecimal.ZERO));
    }

    /**
     * Loss in the account currency from the mark to the stops, rounded up; 0 when the mark is beyond them. Empty when a
     * part has no stop: what it may lose is not known.
     */
    public Optional<BigDecimal> lossAtStop() {
        if (!unprotectedLots().isZero()) {
            return Optional.empty();
        }
        BigDecimal loss = BigDecimal.ZERO;
        Lots open = position.lots();
        for (ProtectiveOrder stop : stops) {
            Lots closed = stop.lots().min(open);
            loss = loss.add(position.lossTo(stop.price(), closed));
            open = new Lots(open.value().subtract(closed.value()));
        }
        return Optional.of(Amounts.up(loss));
    }
}
