package dev.tradesuite.risk.check;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Something an account holds or is about to hold.
 *
 * @param symbol what
 * @param side BUY for long, SELL for short
 * @param lots size
 * @param legs what it means in currencies
 * @param standing how certain it is
 * @param openLoss what it loses from here to its stop, in the account currency; never below zero
 * @param hasStop whether all of it has stops, and the loss is not one to a stop that is supposed
 */
public record RiskHolding(
        String symbol, Side side, Lots lots, Legs legs, Standing standing, Figure openLoss, boolean hasStop) {

    /**
     * What a position is valued at.
     *
     * @param markPrice newest known price
     * @param lossAtStop what the books say it loses from there to its stops, in the account currency; absent while a
     *     part of it has no stop
     * @param conversionRate quote currency to account currency
     */
    public record AtMark(BigDecimal markPrice, @Nullable BigDecimal lossAtStop, BigDecimal conversionRate) {}

    /**
     * A position in the books, with its loss from the mark to its stops: what equity, which has its open profit in it,
     * would still fall by.
     *
     * <p>A position of which a part has no stop counts as if the whole had one at the instrument's default distance
     * from the mark.
     */
    public static RiskHolding booked(Instrument instrument, Side side, Lots lots, AtMark atMark) {
        BigDecimal loss = atMark.lossAtStop == null
                ? instrument.lossAtStop(lots, instrument.defaultStopPips()).multiply(atMark.conversionRate)
                : atMark.lossAtStop;
        BigDecimal value = instrument.notional(lots, atMark.markPrice).multiply(atMark.conversionRate);
        return new RiskHolding(
                instrument.symbol(),
                side,
                lots,
                Legs.of(instrument, side, Figure.of(Amounts.even(value))),
                Standing.BOOKED,
                Figure.of(Amounts.up(loss)),
                atMark.lossAtStop != null);
    }

    /** A part of it, such as what is filled of an order; amounts are rounded up. */
    public RiskHolding part(BigDecimal some, BigDecimal of) {
        return new RiskHolding(
                symbol,
                side,
                new Lots(lots.value().multiply(some).divide(of, Amounts.SCALE, RoundingMode.CEILING)),
                legs.part(some, of),
                standing,
                openLoss.fold(
                        loss -> Figure.of(Amounts.divided(loss.multiply(some), of, RoundingMode.CEILING)),
                        unknown -> unknown),
                hasStop);
    }

    /** How certain a holding is. */
    public enum Standing {
        /** A position in the books. */
        BOOKED,
        /** A reservation for an order that opens or enlarges a position; it may come to nothing. */
        PENDING,
        /** A reservation for an order that only reduces a position. */
        CLOSING,
        /** A reservation for an order that takes the account through zero as it closes what a strategy holds. */
        CROSSING,
        /** Named by the caller beside what the books say. */
        WHAT_IF
    }

    /** Says whether it is a position, in the books or supposed, and no order on its way. */
    boolean isOpen() {
        return standing == Standing.BOOKED || standing == Standing.WHAT_IF;
    }

    /** Says whether it is what a trade of this symbol and side makes larger. */
    boolean isEnlargedBy(Proposal proposal) {
        return adds() && symbol.equals(proposal.symbol()) && side == proposal.side();
    }

    /** Says whether it is held or wanted, and not just on its way out. */
    boolean adds() {
        return standing != Standing.CLOSING;
    }
}
