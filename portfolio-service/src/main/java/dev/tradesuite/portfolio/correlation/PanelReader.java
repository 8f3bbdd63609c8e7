package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.portfolio.correlation.CorrelationOutcome.Refusal;
import dev.tradesuite.portfolio.returns.ReturnReader;
import dev.tradesuite.portfolio.returns.StrategyReturns;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the returns a question is about. */
final class PanelReader {

    /** A matrix of so many is 250,000 numbers. */
    static final int MOST_STRATEGIES = 500;

    private final CorrelatedStrategies strategies;
    private final ReturnReader returns;

    PanelReader(CorrelatedStrategies strategies, ReturnReader returns) {
        this.strategies = strategies;
        this.returns = returns;
    }

    /**
     * Returns that are asked for.
     *
     * @param codes empty for all strategies that are not retired
     * @param days newest days on which any of them has a return
     * @param to the last day
     */
    record Question(List<String> codes, ReturnLabels label, int days, LocalDate to) {}

    CorrelationOutcome<ReturnPanel> read(Question question) {
        return codes(question.codes()).then(codes -> panel(question, codes));
    }

    /** Every strategy that is not retired. */
    List<String> all() {
        return strategies.all().stream()
                .filter(one -> !one.retired())
                .map(CorrelatedStrategies.One::code)
                .toList();
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

    private CorrelationOutcome<ReturnPanel> panel(Question question, List<String> codes) {
        if (codes.isEmpty()) {
            return CorrelationOutcome.known(new ReturnPanel(Optional.empty(), List.of(), List.of()));
        }
        // The calendar days are enough where something has a return every day; where nothing has, more is read.
        LocalDate from = question.to().minusDays(question.days() - 1L);
        List<StrategyReturns> read = read(question, codes, from);
        if (daysIn(read) < question.days()) {
            read = read(question, codes, CorrelationDays.start(question.to(), question.days()));
        }
        List<RunLabel> labels =
                read.stream().map(StrategyReturns::label).distinct().sorted().toList();
        return labels.size() > 1 && !question.label().mixed()
                ? CorrelationOutcome.refused(new Refusal.SeveralLabels(labels))
                : CorrelationOutcome.known(ReturnPanel.of(read, codes, question.days()));
    }

    private List<StrategyReturns> read(Question question, List<String> codes, LocalDate from) {
        return returns.read(new ReturnReader.Wanted(
                codes, from, question.to(), question.label().label()));
    }

    private static long daysIn(List<StrategyReturns> returns) {
        Set<LocalDate> days = new HashSet<>();
        returns.forEach(one -> one.days().forEach(day -> days.add(day.day())));
        return days.size();
    }
}
