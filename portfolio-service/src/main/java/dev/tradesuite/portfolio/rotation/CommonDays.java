package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.portfolio.returns.DailyReturn;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Returns of two on the days on which both have one, oldest first.
 *
 * @param days oldest first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CommonDays(List<LocalDate> days, double[] one, double[] other) {

    CommonDays {
        days = List.copyOf(days);
    }

    static CommonDays of(List<DailyReturn> one, List<DailyReturn> other) {
        Map<LocalDate, Double> byDay = new HashMap<>();
        other.forEach(day -> byDay.put(day.day(), day.value()));
        List<DailyReturn> common =
                one.stream().filter(day -> byDay.containsKey(day.day())).toList();
        return new CommonDays(
                common.stream().map(DailyReturn::day).toList(),
                common.stream().mapToDouble(DailyReturn::value).toArray(),
                common.stream()
                        .mapToDouble(day -> byDay.getOrDefault(day.day(), Double.NaN))
                        .toArray());
    }

    int size() {
        return days.size();
    }

    /** The newest of them, at most so many. */
    CommonDays newest(int most) {
        int from = Math.max(0, size() - most);
        return new CommonDays(
                days.subList(from, size()),
                Arrays.copyOfRange(one, from, one.length),
                Arrays.copyOfRange(other, from, other.length));
    }

    /** Compounded return of the first over days less that of the second: prod(1 + a) - prod(1 + b). */
    double excess(int from, int to) {
        double grown = 1;
        double compared = 1;
        for (int i = from; i < to; i++) {
            grown *= 1 + one[i];
            compared *= 1 + other[i];
        }
        return grown - compared;
    }
}
