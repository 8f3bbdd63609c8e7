package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.portfolio.correlation.CorrelationOutcome.Refusal;
import dev.tradesuite.portfolio.returns.HourlyReturnReader;
import dev.tradesuite.portfolio.returns.HourlyReturnService;
import dev.tradesuite.portfolio.returns.HourlyReturns;
import dev.tradesuite.portfolio.returns.ReturnReader;
import dev.tradesuite.portfolio.returns.StrategyReturns;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the returns a question is about. */
final class PanelReader {

    /** A matrix of so many is 250,000 numbers. */
    static final int MOST_STRATEGIES = 500;

    /** How far back a window of hours looks. */
    static final Duration HOURS = Duration.ofDays(10);

    private final CorrelatedStrategies strategies;
    private final ReturnReader returns;
    private final HourlyReturnReader hours;

    PanelReader(CorrelatedStrategies strategies, ReturnReader returns, HourlyReturnReader hours) {
        this.strategies = strategies;
        this.returns = returns;
        this.hours = hours;
    }

    /**
     * Daily returns that are asked for.
     *
     * @param codes empty for all strategies that are not retired
     * @param days newest days on which any of them has a return
     * @param to the last day; the day so far has the return of its hours
     */
    record Question(List<String> codes, ReturnLabels label, int days, LocalDate to) {}

    CorrelationOutcome<ReturnPanel> read(Question question) {
        return codes(question.codes()).then(codes -> panel(question, codes));
    }

    /**
     * The returns of a window.
     *
     * @param codes empty for all strategies that are not retired
     */
    CorrelationOutcome<ReturnPanel> read(
            List<String> codes, ReturnLabels label, CorrelationWindow window, Instant now) {
        OptionalInt days = CorrelationDays.of(window);
        return days.isPresent()
                ? read(new Question(codes, label, days.getAsInt(), LocalDate.ofInstant(now, ZoneOffset.UTC)))
                : codes(codes).then(found -> hourly(found, label, now.minus(HOURS)));
    }

    /** All hourly returns that are kept. */
    CorrelationOutcome<ReturnPanel> keptHours(List<String> codes, ReturnLabels label, Instant now) {
        return codes(codes).then(found -> hourly(found, label, now.minus(HourlyReturnService.KEPT)));
    }

    /** Every strategy that is not retired. */
    List<String> all() {
        return strategies.all().stream()
                .filter(one -> !one.retired())
                .map(CorrelatedStrategies.One::code)
                .toList();
    }

    /** The hours of the last ten days. */
    List<HourlyReturns> hours(List<String> codes, Optional<RunLabel> label, Instant now) {
        return hours.hours(codes, now.minus(HOURS), label);
    }

    private CorrelationOutcome<List<String>> codes(List<String> asked) {
        List<String> codes = asked.isEmpty() ? all() : asked;
        if (codes.size() > MOST_STRATEGIES) {
            return CorrelationOutcome.refused(new Refusal.TooMany(codes.size(), MOST_STRATEGIES));
        }
        if (asked.isEmpty()) {
            return CorrelationOutcome.known(codes);
        }
        Set<String> known = new HashSet<>();
        strategies.all().forEach(one -> known.add(one.code()));
        List<String> unknown =
                codes.stream().filter(code -> !known.contains(code)).toList();
        return unknown.isEmpty()
                ? CorrelationOutcome.known(codes)
                : CorrelationOutcome.refused(new Refusal.UnknownCodes(unknown));
    }

    private CorrelationOutcome<ReturnPanel> hourly(List<String> codes, ReturnLabels label, Instant after) {
        if (codes.isEmpty()) {
            return CorrelationOutcome.known(ReturnPanel.empty(ReturnPanel.Rows.HOURS));
        }
        List<HourlyReturns> read = hours.hours(codes, after, label.label());
        return oneLabel(read.stream().map(HourlyReturns::label).toList(), label)
                .then(_ -> CorrelationOutcome.known(ReturnPanel.ofHours(read, codes)));
    }

    private CorrelationOutcome<ReturnPanel> panel(Question question, List<String> codes) {
        if (codes.isEmpty()) {
            return CorrelationOutcome.known(ReturnPanel.empty(ReturnPanel.Rows.DAYS));
        }
        // The calendar days are enough where something has a return every day; where nothing has, more is read.
        LocalDate from = question.to().minusDays(question.days() - 1L);
        List<StrategyReturns> read = read(question, codes, from);
        if (daysIn(read) < question.days()) {
            read = read(question, codes, CorrelationDays.start(question.to(), question.days()));
        }
        List<StrategyReturns> found = read;
        return oneLabel(found.stream().map(StrategyReturns::label).toList(), question.label())
                .then(_ -> CorrelationOutcome.known(ReturnPanel.of(found, codes, question.days())));
    }

    private static CorrelationOutcome<List<RunLabel>> oneLabel(List<RunLabel> found, ReturnLabels wanted) {
        List<RunLabel> labels = found.stream().distinct().sorted().toList();
        return labels.size() > 1 && !wanted.mixed()
                ? CorrelationOutcome.refused(new Refusal.SeveralLabels(labels))
                : CorrelationOutcome.known(labels);
    }

    private List<StrategyReturns> read(Question question, List<String> codes, LocalDate from) {
        Optional<RunLabel> label = question.label().label();
        return DaySoFar.added(
                returns.read(new ReturnReader.Wanted(codes, from, question.to(), label)),
                hours.hours(codes, question.to().atStartOfDay(ZoneOffset.UTC).toInstant(), label),
                question.to());
    }

    private static long daysIn(List<StrategyReturns> returns) {
        Set<LocalDate> days = new HashSet<>();
        returns.forEach(one -> one.days().forEach(day -> days.add(day.day())));
        return days.size();
    }
}
