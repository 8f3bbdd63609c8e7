package dev.tradesuite.portfolio.correlation.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.CorrelationEstimator;
import dev.tradesuite.contracts.portfolio.CorrelationHistory;
import dev.tradesuite.contracts.portfolio.CorrelationReason;
import dev.tradesuite.contracts.portfolio.CorrelationReport;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.contracts.portfolio.SelectUnlikeRequest;
import dev.tradesuite.contracts.portfolio.SelectionOrder;
import dev.tradesuite.portfolio.correlation.CorrelationRefreshService;
import dev.tradesuite.portfolio.correlation.CorrelationSnapshot;
import dev.tradesuite.portfolio.correlation.CorrelationStore;
import dev.tradesuite.portfolio.correlation.ReturnLabels;
import dev.tradesuite.portfolio.correlation.RollingPairService;
import dev.tradesuite.portfolio.correlation.StrategyPair;
import dev.tradesuite.portfolio.correlation.UnlikeStrategyService;
import dev.tradesuite.quant.diversification.PairCorrelations;
import dev.tradesuite.quant.diversification.UnlikeSelection;
import dev.tradesuite.test.ContractSamples;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CorrelationSamplesTest {

    private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final StrategyPair PAIR = new StrategyPair("HOLD-AAPL", "HOLD-MSFT");

    /** AAPL and MSFT have 0.72; NEW has 12 days in common with either. */
    private static final CorrelationSnapshot THREE = new CorrelationSnapshot(
            41,
            NOON,
            new CorrelationSnapshot.Basis(
                    CorrelationWindow.DAYS_90,
                    CorrelationEstimator.SAMPLE,
                    List.of(RunLabel.PAPER),
                    Optional.of(new CorrelationSnapshot.Days(LocalDate.of(2025, 11, 19), DAY)),
                    true,
                    List.of("EMPTY")),
            List.of("HOLD-AAPL", "HOLD-MSFT", "NEW"),
            PairCorrelations.ofTriangle(3, new double[] {0.72, Double.NaN, Double.NaN}, new int[] {90, 12, 12}),
            new CorrelationSnapshot.Figures(
                    OptionalDouble.empty(), OptionalDouble.of(0.72), OptionalDouble.of(1.078), OptionalDouble.of(1.5)));

    private final CorrelationReportMapper reports = new CorrelationReportMapper(0.6, 20);

    @Test
    void reportIsWrittenAsItsSampleSays() {
        ContractSamples.compare(
                "CorrelationReport",
                reports.report(
                        THREE,
                        Map.of(
                                "EMPTY",
                                Reason.of(CorrelationReason.NO_RETURNS, CorrelationReason.NO_RETURNS.sentence()))));
    }

    @Test
    void figuresThatAreAbsentSayWhy() {
        OptionalDouble none = OptionalDouble.empty();
        CorrelationReport report = reports.report(
                new CorrelationSnapshot(
                        1,
                        NOON,
                        THREE.basis(),
                        List.of(),
                        PairCorrelations.ofTriangle(0, new double[0], new int[0]),
                        new CorrelationSnapshot.Figures(none, none, none, none)),
                Map.of());

        assertThat(report.average()).isNull();
        assertThat(report.absentFigures())
                .extracting(CorrelationReport.AbsentFigure::figure)
                .containsExactly("average", "diversification_ratio", "effective_bets");
    }

    @Test
    void historyIsWrittenAsItsSampleSays() {
        CorrelationStore.Asked asked = new CorrelationStore.Asked(
                Optional.of(RunLabel.PAPER), CorrelationWindow.DAYS_90, DAY.minusDays(89), DAY);

        ContractSamples.compare(
                "CorrelationHistory",
                CorrelationHistoryMapper.history(
                        asked,
                        Optional.of(PAIR),
                        List.of(new CorrelationStore.Stored(
                                RunLabel.PAPER, DAY, CorrelationHistory.Cause.DAILY, THREE))));
    }

    @Test
    void rollingCorrelationIsWrittenAsItsSampleSays() {
        ContractSamples.compare(
                "RollingCorrelation",
                CorrelationHistoryMapper.rolling(
                        new RollingPairService.Question(PAIR, CorrelationWindow.DAYS_90, ReturnLabels.sole(), 365),
                        new RollingPairService.Rolling(
                                List.of(RunLabel.PAPER),
                                true,
                                91,
                                List.of(
                                        new RollingPairService.Point(DAY.minusDays(1), OptionalDouble.of(0.7)),
                                        new RollingPairService.Point(DAY, OptionalDouble.of(0.72))),
                                Optional.empty())));
    }

    @Test
    void refreshIsWrittenAsItsSampleSays() {
        ContractSamples.compare(
                "CorrelationRefresh",
                CorrelationHistoryMapper.refresh(new CorrelationRefreshService.Outcome(
                        NOON, 41, List.of(new CorrelationRefreshService.Computed(RunLabel.PAPER, THREE)), 1, 0)));
    }

    @Test
    void selectionIsWrittenAsItsSampleSays() {
        UnlikeStrategyService.Question question = new UnlikeStrategyService.Question(
                List.of(), CorrelationWindow.DAYS_90, ReturnLabels.sole(), 0.6, 5, SelectionOrder.SHARPE);
        UnlikeSelection selection = UnlikeSelection.of(THREE.pairs(), new double[] {1.2, 1.4, Double.NaN}, 0.6, 5);

        ContractSamples.compare(
                "SelectedStrategies",
                SelectedStrategiesMapper.selected(
                        question,
                        new UnlikeStrategyService.Selected(
                                NOON,
                                List.of(RunLabel.PAPER),
                                THREE.codes(),
                                new double[] {1.2, 1.4, Double.NaN},
                                selection,
                                List.of("EMPTY"))));
    }

    @Test
    void requestIsReadAsItsSampleSays() {
        ContractSamples.compare(
                "SelectUnlikeRequest",
                new SelectUnlikeRequest(
                        0.6,
                        5,
                        SelectionOrder.SHARPE,
                        CorrelationWindow.DAYS_90,
                        RunLabel.PAPER,
                        List.of("HOLD-AAPL", "HOLD-MSFT")));
    }
}
