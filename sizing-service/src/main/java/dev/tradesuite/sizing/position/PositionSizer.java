package dev.tradesuite.sizing.position;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.PositionMath;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the size of a trade: what its method wants, cut to what the instrument and the equity allow.
 *
 * <p>lots = amount at risk / (stop in pips x pip value per lot), rounded down to the lot step; spread and slippage
 * widen the stop and commission is added, so that what the broker takes is a part of the amount at risk. Every cut
 * makes the size smaller, so the loss at the stop is never more than the amount at risk; leverage only decides the
 * margin. Pure functions: the same trade always gets the same answer.
 */
public final class PositionSizer {

    private PositionSizer() {}

    /** The size of the trade, or why there is none. */
    public static SizingResult size(SizingTrade trade) {
        Intent intent = trade.method().intent(trade.instrument(), trade.account());
        Draft draft = new Draft(trade, Arithmetic.of(intent), leverageNotices(trade));
        return switch (intent) {
            case Intent.Nothing nothing -> draft.refused(nothing.refusal());
            case Intent.LoseAtMost want -> {
                draft.notices.addAll(want.notices());
                yield atStop(
                        draft,
                        want.stop(),
                        math -> math.lotsForRisk(
                                want.amountAtRisk(),
                                trade.costs().widened(want.stop()),
                                trade.costs().roundTripPerLot()));
            }
            case Intent.TakeLots want -> {
                if (!want.lots().isMultipleOf(trade.instrument().lotStep())) {
                    draft.notices.add(Notice.lotsRoundedDown(trade.instrument(), want.lots()));
                }
                yield atStop(draft, want.stop(), _ -> want.lots());
            }
        };
    }

    private static SizingResult atStop(Draft draft, Pips stop, Function<PositionMath, Lots> rawLots) {
        SizingTrade trade = draft.trade;
        if (trade.side() == Side.BUY
                && trade.instrument()
                        .stopPrice(Side.BUY, trade.entryPrice(), stop)
                        .isEmpty()) {
            return draft.refused(SizingRefusals.stopBelowZero(trade, stop));
        }
        Optional<PositionMath> inAccountCurrency = trade.rates()
                .with(trade.instrument(), trade.entryPrice())
                .find(trade.instrument().quote(), trade.account().currency())
                .map(conversion -> new PositionMath(trade.instrument(), conversion));
        return inAccountCurrency
                .map(math -> cut(draft, math, rawLots.apply(math), stop))
                .orElseGet(() -> draft.refused(SizingRefusals.noConversion(trade)));
    }

    /** Cuts the raw size to lot step, minimum, maximum and the margin the account leaves, in this order. */
    private static SizingResult cut(Draft unfinished, PositionMath math, Lots rawLots, Pips stop) {
        Draft draft = unfinished.with(math, rawLots);
        SizingTrade trade = draft.trade;
        Instrument instrument = trade.instrument();
        Lots rounded = instrument.roundLotsDown(rawLots);
        if (rounded.isLessThan(instrument.minLot())) {
            BigDecimal minimumLotRisk = trade.costs().lossAtStop(math, instrument.minLot(), stop);
            return draft.refused(SizingRefusals.belowMinimumLot(trade, rawLots, minimumLotRisk), minimumLotRisk);
        }
        if (rounded.isMoreThan(instrument.maxLot())) {
            draft.notices.add(Notice.cappedAtMaximum(instrument, rounded));
        }
        Lots allowed = rounded.min(instrument.maxLot());
        Lots affordable = math.lotsForMargin(trade.account().marginLeft(), trade.entryPrice(), trade.leverage());
        if (affordable.isLessThan(instrument.minLot())) {
            BigDecimal margin = math.margin(instrument.minLot(), trade.entryPrice(), trade.leverage());
            return draft.refused(SizingRefusals.notEnoughMargin(trade, margin));
        }
        if (affordable.isLessThan(allowed)) {
            draft.notices.add(Notice.cappedByMargin(trade.account(), allowed, affordable));
        }
        return draft.sized(math, allowed.min(affordable), stop);
    }

    private static List<Notice> leverageNotices(SizingTrade trade) {
        Leverage leverage = trade.leverage();
        List<Notice> notices = new ArrayList<>();
        if (leverage.isHigh()) {
            notices.add(Notice.highLeverage(leverage));
        }
        if (leverage.isAboveWhatAllows(trade.instrument())) {
            notices.add(Notice.leverageAboveInstrument(trade.instrument(), leverage));
        }
        return notices;
    }

    /** An answer in the making; its list of notices grows. */
    private record Draft(SizingTrade trade, Arithmetic arithmetic, List<Notice> notices) {

        Draft with(PositionMath math, Lots rawLots) {
            return new Draft(trade, arithmetic.with(math, rawLots), notices);
        }

        SizingResult sized(PositionMath math, Lots lots, Pips stop) {
            return new SizingResult.Sized(
                    arithmetic,
                    lots,
                    trade.costs().lossAtStop(math, lots, stop),
                    trade.costs().lossAtStop(math, lots, stop).subtract(math.lossAtStop(lots, stop)),
                    math.notional(lots, trade.entryPrice()),
                    math.margin(lots, trade.entryPrice(), trade.leverage()),
                    trade.leverage().marginRate(trade.instrument()),
                    notices);
        }

        SizingResult refused(Reason refusal) {
            return refused(refusal, null);
        }

        SizingResult refused(Reason refusal, @Nullable BigDecimal minimumLotRisk) {
            return new SizingResult.Refused(arithmetic, refusal, minimumLotRisk, notices);
        }
    }
}
