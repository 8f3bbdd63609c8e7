package dev.tradesuite.portfolio.returns;

import dev.tradesuite.contracts.market.RunLabel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The hourly returns of one strategy under one label.
 *
 * @param hours each hour once, oldest first
 */
public record HourlyReturns(String code, RunLabel label, List<HourlyReturn> hours) {

    public HourlyReturns {
        hours = List.copyOf(hours);
    }

    /** The return of a day so far, (1 + r1)(1 + r2)... - 1 over its hours; empty when it has none. */
    public Optional<DailyReturn> soFar(LocalDate day) {
        List<HourlyReturn> ofDay =
                hours.stream().filter(hour -> hour.day().equals(day)).toList();
        return ofDay.isEmpty()
                ? Optional.empty()
                : Optional.of(new DailyReturn(
                        day,
                        ofDay.stream().mapToDouble(hour -> 1 + hour.value()).reduce(1, (one, other) -> one * other)
                                - 1));
    }
}
