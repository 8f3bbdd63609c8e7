package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.portfolio.returns.DailyReturn;
import dev.tradesuite.portfolio.returns.HourlyReturns;
import dev.tradesuite.portfolio.returns.StrategyReturns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The return of the day that is not over, from its hours. */
final class DaySoFar {

    private DaySoFar() {}

    /**
     * Adds it to the returns of strategies that have none for that day. One without any other return under the label
     * gets none: a single row says nothing.
     *
     * @param read days, oldest first
     */
    static List<StrategyReturns> added(List<StrategyReturns> read, List<HourlyReturns> hourly, LocalDate today) {
        return read.stream()
                .map(returns -> of(returns, hourly, today)
                        .map(soFar -> with(returns, soFar))
                        .orElse(returns))
                .toList();
    }

    private static Optional<DailyReturn> of(StrategyReturns returns, List<HourlyReturns> hourly, LocalDate today) {
        return returns.days().isEmpty() || !returns.days().getLast().day().isBefore(today)
                ? Optional.empty()
                : hourly.stream()
                        .filter(one -> isOf(one, returns.code(), returns.label()))
                        .findFirst()
                        .flatMap(one -> one.soFar(today));
    }

    private static boolean isOf(HourlyReturns hourly, String code, RunLabel label) {
        return hourly.code().equals(code) && hourly.label() == label;
    }

    private static StrategyReturns with(StrategyReturns returns, DailyReturn soFar) {
        List<DailyReturn> days = new ArrayList<>(returns.days());
        days.add(soFar);
        return new StrategyReturns(returns.code(), returns.label(), days);
    }
}
