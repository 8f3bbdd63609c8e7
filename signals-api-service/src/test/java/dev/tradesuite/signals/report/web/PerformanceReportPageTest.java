package dev.tradesuite.signals.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.signals.ComparisonPeriod;
import dev.tradesuite.contracts.signals.ModelCalibration;
import dev.tradesuite.contracts.signals.NoDataReason;
import dev.tradesuite.contracts.signals.PerformanceDetails;
import dev.tradesuite.contracts.signals.StrategyType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PerformanceReportPageTest {

    private static final Reason NONE = Reason.of(NoDataReason.NO_EQUITY, NoDataReason.NO_EQUITY.sentence());

    @Test
    void theVerdictOfATrainedVersionStandsAtTheTop() {
        assertThat(page("No edge: p < 0.5 & no trade.", false))
                .contains("<p class=\"note\">No edge: p &lt; 0.5 &amp; no trade.</p>")
                .doesNotContain("A rule stands in");
    }

    @Test
    void aRuleHasNoVerdict() {
        assertThat(page(null, true)).contains("A rule stands in").doesNotContain("edge");
    }

    private static String page(@Nullable String verdict, boolean proxy) {
        PerformanceDetails details = new PerformanceDetails(
                ComparisonPeriod.ALL,
                null,
                null,
                "EURUSD",
                null,
                0,
                null,
                "ML_XGB",
                "XGBoost Classifier",
                StrategyType.ML,
                "xgb-1",
                proxy,
                verdict == null ? null : false,
                verdict,
                null,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                NONE);
        ModelCalibration calibration = new ModelCalibration(
                null,
                null,
                "EURUSD",
                null,
                0,
                null,
                "ML_XGB",
                "XGBoost Classifier",
                "xgb-1",
                proxy,
                24,
                0,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                NONE);
        return PerformanceReportPage.html(new ReportContent(details, Optional.empty(), calibration, Optional.empty()));
    }
}
