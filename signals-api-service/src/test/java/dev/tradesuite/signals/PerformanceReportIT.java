package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.SuiteClient.Answer;
import org.junit.jupiter.api.Test;

/** The report as a page. */
class PerformanceReportIT extends BookedModelsIT {

    @Test
    void thePageNeedsNothingElse() {
        Answer page = client.get("/api/models/report.html?strategy=RL_PPO&period=24h");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(page.text())
                .startsWith("<!doctype html>")
                .contains("PPO Reinforcement Learning on EURUSD.SIM", "A rule stands in", "<svg", "Buying and holding")
                .contains("calmar_ratio: TOO_SHORT")
                .doesNotContain("<script", "http", "src=", "href=", "style=\"", "NaN", "null");
    }

    @Test
    void withoutDataThePageSaysWhy() {
        assertThat(client.get("/api/models/report.html?strategy=ML_XGB&symbol=NZDUSD")
                        .text())
                .contains("XGBoost Classifier on NZDUSD", "No model has an account")
                .doesNotContain("<svg");
    }

    @Test
    void anUnknownStrategyIsNotPutIntoAPage() {
        Answer refused = client.header("Accept", "text/html")
                .get("/api/models/report.html?strategy=%3Cscript%3Ealert(1)%3C/script%3E");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }
}
