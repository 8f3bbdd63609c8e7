package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.contracts.portfolio.SelectionOrder;
import dev.tradesuite.quant.diversification.PairCorrelations;
import dev.tradesuite.quant.diversification.UnlikeSelection;
import dev.tradesuite.quant.moment.ReturnTable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Selects strategies that are not alike. */
public final class UnlikeStrategyService {

    private final PanelReader panels;
    private final int needed;
    private final Clock clock;

    /** @param needed least common returns of a pair */
    UnlikeStrategyService(PanelReader panels, int needed, Clock clock) {
        this.panels = panels;
        this.needed = needed;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param codes to select from; empty for all that are not retired
     * @param most highest correlation two of them may have
     * @param count how many at most
     */
    public record Question(
            List<String> codes,
            CorrelationWindow window,
            ReturnLabels label,
            double most,
            int count,
            SelectionOrder by) {}

    /**
     * What was selected.
     *
     * @param codes of the strategies the selection counts by
     * @param scores of each; NaN when it is not known
     * @param without strategies that have no return
     */
    @SuppressWarnings("ArrayRecordComponent") // made once, never compared
    public record Selected(
            Instant asOf,
            List<RunLabel> labels,
            List<String> codes,
            double[] scores,
            UnlikeSelection selection,
            List<String> without) {}

    /** Selects, and says why each of the others was left out. */
    public CorrelationOutcome<Selected> select(Question question) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return panels.read(question.codes(), question.label(), question.window(), now)
                .then(panel -> CorrelationOutcome.known(selected(panel, question, now)));
    }

    private Selected selected(ReturnPanel panel, Question question, Instant now) {
        double[] scores = panel.table()
                .map(table -> scores(table, panel.rows(), question.by()))
                .orElseGet(() -> new double[0]);
        PairCorrelations pairs = panel.table()
                .map(table -> PairCorrelations.of(table, needed))
                .orElseGet(() -> PairCorrelations.ofTriangle(0, new double[0], new int[0]));
        // The least volatile is the best.
        double[] ranks = question.by() == SelectionOrder.VOLATILITY
                ? Arrays.stream(scores).map(score -> -score).toArray()
                : scores;
        return new Selected(
                now,
                panel.labels(),
                panel.codes(),
                scores,
                UnlikeSelection.of(pairs, ranks, question.most(), question.count()),
                panel.without());
    }

    private double[] scores(ReturnTable table, ReturnPanel.Rows rows, SelectionOrder by) {
        return IntStream.range(0, table.assets())
                .mapToObj(asset -> StrategyScore.of(table, rows, asset))
                .mapToDouble(score -> score.count() < needed ? Double.NaN : score.by(by))
                .toArray();
    }
}
