package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.portfolio.returns.DailyReturn;
import dev.tradesuite.portfolio.returns.HourlyReturn;
import dev.tradesuite.portfolio.returns.HourlyReturnReader;
import dev.tradesuite.portfolio.returns.HourlyReturns;
import dev.tradesuite.portfolio.returns.ReturnReader;
import dev.tradesuite.portfolio.returns.StrategyReturns;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Strategies and their returns, made up; also the registry of them. */
final class FakeReturns implements ReturnReader, HourlyReturnReader, CorrelatedStrategies {

    /** The last day that has returns. */
    static final LocalDate LAST = LocalDate.of(2026, 3, 31);

    private final List<StrategyReturns> returns = new ArrayList<>();
    private final List<HourlyReturns> hours = new ArrayList<>();
    private final List<One> strategies = new ArrayList<>();
    int reads;

    /** Registers a strategy without returns. */
    FakeReturns register(String code, String source, boolean retired) {
        strategies.add(new One(code, source, retired));
        return this;
    }

    /** Registers a strategy and gives it a return for each of the last days, the oldest first. */
    FakeReturns add(String code, RunLabel label, int days, IntToDoubleFunction value) {
        if (strategies.stream().noneMatch(one -> one.code().equals(code))) {
            register(code, "imported", false);
        }
        returns.add(new StrategyReturns(
                code,
                label,
                IntStream.range(0, days)
                        .mapToObj(i -> new DailyReturn(LAST.minusDays(days - 1L - i), value.applyAsDouble(i)))
                        .toList()));
        return this;
    }

    /** Gives a strategy a return for each of the last hours before a full one, the oldest first. */
    FakeReturns addHours(String code, RunLabel label, Instant last, int count, IntToDoubleFunction value) {
        if (strategies.stream().noneMatch(one -> one.code().equals(code))) {
            register(code, "hold:EURUSD", false);
        }
        hours.add(new HourlyReturns(
                code,
                label,
                IntStream.range(0, count)
                        .mapToObj(i ->
                                new HourlyReturn(last.minus(Duration.ofHours(count - 1L - i)), value.applyAsDouble(i)))
                        .toList()));
        return this;
    }

    /** Takes the returns of some days away, by number from the oldest. */
    FakeReturns drop(String code, int from, int to) {
        returns.replaceAll(one -> one.code().equals(code)
                ? new StrategyReturns(
                        code,
                        one.label(),
                        IntStream.range(0, one.days().size())
                                .filter(i -> i < from || i >= to)
                                .mapToObj(one.days()::get)
                                .toList())
                : one);
        return this;
    }

    /** Takes the returns of all Saturdays and Sundays away. */
    FakeReturns onWeekdays() {
        returns.replaceAll(one -> new StrategyReturns(
                one.code(),
                one.label(),
                one.days().stream()
                        .filter(day -> day.day().getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue())
                        .toList()));
        return this;
    }

    void clear(String code) {
        returns.removeIf(one -> one.code().equals(code));
    }

    /** Seeded noise of 1 % a day. */
    static IntToDoubleFunction noise(long seed) {
        return noise(seed, 500);
    }

    static IntToDoubleFunction noise(long seed, int count) {
        Random random = new Random(seed);
        double[] values =
                random.doubles(count).map(_ -> 0.01 * random.nextGaussian()).toArray();
        return i -> values[i];
    }

    @Override
    public List<StrategyReturns> read(Wanted wanted) {
        reads++;
        return returns.stream()
                .filter(one -> wanted.codes().contains(one.code()))
                .filter(one -> wanted.label().isEmpty() || wanted.label().get() == one.label())
                .map(one -> new StrategyReturns(
                        one.code(),
                        one.label(),
                        one.days().stream()
                                .filter(day -> !day.day().isBefore(wanted.from())
                                        && !day.day().isAfter(wanted.to()))
                                .toList()))
                .filter(one -> !one.days().isEmpty())
                .toList();
    }

    @Override
    public List<HourlyReturns> hours(Collection<String> codes, Instant after, Optional<RunLabel> label) {
        return hours.stream()
                .filter(one -> codes.contains(one.code()))
                .filter(one -> label.isEmpty() || label.get() == one.label())
                .map(one -> new HourlyReturns(
                        one.code(),
                        one.label(),
                        one.hours().stream()
                                .filter(hour -> hour.end().isAfter(after))
                                .toList()))
                .filter(one -> !one.hours().isEmpty())
                .toList();
    }

    @Override
    public List<One> all() {
        return List.copyOf(strategies);
    }
}
