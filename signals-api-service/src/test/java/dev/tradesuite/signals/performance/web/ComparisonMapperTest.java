package dev.tradesuite.signals.performance.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.signals.ComparisonPeriod;
import dev.tradesuite.contracts.signals.PerformanceComparison;
import dev.tradesuite.quant.performance.Basis;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.MetricReason;
import dev.tradesuite.quant.performance.ReturnInterval;
import dev.tradesuite.quant.performance.ReturnStatistics;
import dev.tradesuite.quant.performance.TradeStatistics;
import dev.tradesuite.signals.card.CardService;
import dev.tradesuite.signals.card.DecidingModel;
import dev.tradesuite.signals.card.VersionCard;
import dev.tradesuite.signals.performance.ModelPerformance;
import dev.tradesuite.signals.series.Accounts;
import dev.tradesuite.signals.series.ModelAccount;
import dev.tradesuite.signals.series.web.CardMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A trained model is shown with what its card says of it. */
class ComparisonMapperTest {

    private static final Instant CLOSE = Instant.parse("2026-03-04T12:00:00Z");
    private static final String SENTENCE = "No edge: it made no trade.";

    @Test
    void theVerdictStandsBesideTheVersionItIsOf() {
        PerformanceComparison.StrategyPerformance trained = compared("rule-1");
        assertThat(trained.edge()).isFalse();
        assertThat(trained.verdict()).isEqualTo(SENTENCE);
    }

    @Test
    void aVersionThatHasSaidNothingYetIsNotSpokenOf() {
        PerformanceComparison.StrategyPerformance other = compared("xgb-eurusd-m5-20260630-9e1b8331");
        assertThat(other.edge()).isNull();
        assertThat(other.verdict()).isNull();
    }

    private static PerformanceComparison.StrategyPerformance compared(String versionInUse) {
        ModelAccount account = Accounts.account(2, "ML_XGB", CLOSE, CLOSE, "10000");
        CardService cards = new CardService(
                (_, _) -> List.of(new DecidingModel("ML_XGB", card(versionInUse), null)),
                Runnable::run,
                Clock.systemUTC());
        return new ComparisonMapper(new CardMapper(cards))
                .answer(
                        ComparisonPeriod.ALL,
                        Accounts.selection(account),
                        Optional.empty(),
                        List.of(performance(account)))
                .strategies()
                .getFirst();
    }

    private static VersionCard card(String version) {
        return new VersionCard(
                version,
                CLOSE,
                CLOSE,
                CLOSE,
                CLOSE,
                2_000,
                new VersionCard.Verdict(false, SENTENCE, "/api/v1/brain/models/versions/%s/report".formatted(version)),
                Map.of());
    }

    private static ModelPerformance performance(ModelAccount account) {
        Metric none = Metric.absent(MetricReason.NO_EQUITY);
        return new ModelPerformance(
                account,
                TradeStatistics.NONE,
                new ModelPerformance.Gains(none, none),
                new ModelPerformance.Falls(none, none),
                new ModelPerformance.Ratios(
                        new ReturnStatistics(new Basis(ReturnInterval.DAILY, 0, 252), none, none, none), none),
                0);
    }
}
