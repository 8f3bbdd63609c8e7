package dev.tradesuite.accounting.account;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Books a fill against the position of its instrument: opens, enlarges, reduces, closes or turns it round.
 *
 * <p>A fill on the side of the position enlarges it, and the average price moves. A fill on the other side closes lots
 * at their average price; what it has beyond the position opens one in the other direction at the fill's price.
 *
 * <p>Margin is what each fill required at its own price, leverage and conversion rate, so that the books take from an
 * account what its orders were reserved for: 0.1 lots of NZDUSD at 0.6000 are 6,000 USD; with leverage 10 they take
 * 600, at the instrument's own 2 % another 0.1 take 120, together 720. Closing half of the 0.2 leaves 360.
 */
public final class Netting {

    /** Decimals of the share of the cost that leaves with closed lots; the rest stays, so nothing is lost. */
    static final int COST_SCALE = 16;

    private Netting() {}

    /**
     * What a fill did to a position.
     *
     * @param openedLots lots that opened or enlarged a position
     * @param closedLots lots that reduced or closed one
     * @param realisedPnl profit of the closed lots in the account currency, half-even; absent when none were closed
     * @param position what is held afterwards; empty when all lots are closed
     */
    public record Result(
            Lots openedLots, Lots closedLots, Optional<BigDecimal> realisedPnl, Optional<Position> position) {}

    /**
     * Books a fill.
     *
     * @param held position of the fill's instrument; empty without one
     * @param fill what happened
     * @param rate the fill's conversion rate
     */
    public static Result apply(Optional<Position> held, Fill fill, ConversionRate rate) {
        if (held.isEmpty()) {
            return new Result(fill.lots(), Lots.ZERO, Optional.empty(), Optional.of(opened(fill, fill.lots(), rate)));
        }
        Position position = held.get();
        return position.direction() == fill.direction()
                ? new Result(fill.lots(), Lots.ZERO, Optional.empty(), Optional.of(enlarged(position, fill, rate)))
                : closed(position, fill, rate);
    }

    private static Position opened(Fill fill, Lots lots, ConversionRate rate) {
        return new Position(
                fill.instrument(),
                fill.direction(),
                lots,
                fill.price().multiply(lots.value()),
                required(fill, lots, rate),
                fill.terms().leverage(),
                fill.filledAt(),
                new Valuation(fill.mark(), rate));
    }

    private static Position enlarged(Position position, Fill fill, ConversionRate rate) {
        return new Position(
                position.instrument(),
                position.direction(),
                new Lots(position.lots().value().add(fill.lots().value())),
                position.cost().add(fill.price().multiply(fill.lots().value())),
                position.margin().add(required(fill, fill.lots(), rate)),
                common(position.leverage(), fill.terms().leverage()),
                position.openedAt(),
                position.valuation().orNewer(new Valuation(fill.mark(), rate)));
    }

    private static Result closed(Position position, Fill fill, ConversionRate rate) {
        Lots closedLots = fill.lots().min(position.lots());
        BigDecimal shareOfCost = shareOfCost(position, closedLots);
        BigDecimal realised = Amounts.even(rate.convert(position.profitInQuote(fill.price(), closedLots, shareOfCost)));
        if (fill.lots().isLessThan(position.lots())) {
            Position rest = reduced(position, closedLots, shareOfCost, fill, rate);
            return new Result(Lots.ZERO, closedLots, Optional.of(realised), Optional.of(rest));
        }
        Lots beyond = new Lots(fill.lots().value().subtract(closedLots.value()));
        Optional<Position> turned = beyond.isZero() ? Optional.empty() : Optional.of(opened(fill, beyond, rate));
        return new Result(beyond, closedLots, Optional.of(realised), turned);
    }

    private static Position reduced(
            Position position, Lots closedLots, BigDecimal shareOfCost, Fill fill, ConversionRate rate) {
        Lots left = new Lots(position.lots().value().subtract(closedLots.value()));
        return new Position(
                position.instrument(),
                position.direction(),
                left,
                position.cost().subtract(shareOfCost),
                Amounts.divided(
                        position.margin().multiply(left.value()),
                        position.lots().value(),
                        RoundingMode.CEILING),
                position.leverage(),
                position.openedAt(),
                position.valuation().orNewer(new Valuation(fill.mark(), rate)));
    }

    /** The whole cost when every lot is closed, otherwise in proportion. */
    private static BigDecimal shareOfCost(Position position, Lots closedLots) {
        return closedLots.equals(position.lots())
                ? position.cost()
                : position.cost()
                        .multiply(closedLots.value())
                        .divide(position.lots().value(), COST_SCALE, RoundingMode.HALF_EVEN);
    }

    /** Margin of some lots of a fill in the account currency, rounded up. */
    private static BigDecimal required(Fill fill, Lots lots, ConversionRate rate) {
        BigDecimal notional = fill.instrument().notional(lots, fill.price());
        return Amounts.up(rate.convert(fill.terms().leverage().margin(fill.instrument(), notional)));
    }

    private static Leverage common(Leverage one, Leverage other) {
        return one.equals(other) ? one : Leverage.NOT_STATED;
    }
}
