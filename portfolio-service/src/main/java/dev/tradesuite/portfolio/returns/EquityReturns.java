package dev.tradesuite.portfolio.returns;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.ReturnReason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Returns between the ends of days. With E the equity at the end of a day, E' at the end of the day before it that has
 * one, and F what was paid in between the two less what was paid out:
 *
 * <pre>
 *     r = (E - E' - F) / (E' + max(F, 0))
 * </pre>
 *
 * <p>What is paid in counts from the start of the day and what is paid out to its end, so that neither is ever a return
 * and no gain is measured by capital that was not there.
 *
 * @param returns oldest first
 * @param absent days that have equity and no return
 */
record EquityReturns(List<LabelledReturn> returns, List<AbsentDay> absent) {

    EquityReturns {
        returns = List.copyOf(returns);
        absent = List.copyOf(absent);
    }

    /** A return and the label of its day. */
    record LabelledReturn(DailyReturn value, RunLabel label) {}

    /**
     * The returns of days.
     *
     * @param ends ascending; the first is what the next is measured by, and has no return
     */
    static EquityReturns of(List<DayEquity> ends) {
        List<LabelledReturn> returns = new ArrayList<>();
        List<AbsentDay> absent = new ArrayList<>();
        for (int i = 1; i < ends.size(); i++) {
            add(ends.get(i - 1), ends.get(i), returns, absent);
        }
        return new EquityReturns(returns, absent);
    }

    private static void add(DayEquity before, DayEquity end, List<LabelledReturn> returns, List<AbsentDay> absent) {
        LocalDate day = end.day();
        OptionalDouble value =
                value(before.equity(), end.equity(), end.contributed().subtract(before.contributed()));
        if (value.isEmpty()) {
            absent.add(new AbsentDay(day, ReturnReason.CAPITAL_WAS_LOST));
        } else if (value.getAsDouble() < -1) {
            absent.add(new AbsentDay(day, ReturnReason.MORE_THAN_ALL_LOST));
        } else {
            returns.add(new LabelledReturn(new DailyReturn(day, value.getAsDouble()), end.label()));
        }
    }

    /** The return by the formula above; empty when there was nothing to measure it by. */
    static OptionalDouble value(BigDecimal before, BigDecimal end, BigDecimal flow) {
        BigDecimal capital = before.add(flow.max(BigDecimal.ZERO));
        return before.signum() < 0 || capital.signum() <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(end.subtract(before)
                        .subtract(flow)
                        .divide(capital, MathContext.DECIMAL64)
                        .doubleValue());
    }
}
