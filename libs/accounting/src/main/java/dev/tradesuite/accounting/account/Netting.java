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
                fill.terms().leverage(),
                fill.terms().stopLossPrice(),
                fill.filledAt(),
                new Valuation(fill.mark(), rate));
    }

    private static Position enlarged(Position position, Fill fill, ConversionRate rate) {
        return new Position(
                position.instrument(),
                position.direction(),
                new Lots(position.lots().value().add(fill.lots().value())),
                position.cost().add(fill.price().multiply(fill.lots().value())),
                stricter(position.leverage(), fill.terms().leverage()),
                fill.terms().stopLossPrice(),
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
        return new Position(
                position.instrument(),
                position.direction(),
                new Lots(position.lots().value().subtract(closedLots.value())),
                position.cost().subtract(shareOfCost),
                position.leverage(),
                position.stopLossPrice(),
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

    /** The leverage with the larger margin: enlarging a position never frees margin. Not stated is the largest. */
    private static Leverage stricter(Leverage one, Leverage other) {
        return one.value().compareTo(other.value()) <= 0 ? one : other;
    }
}
