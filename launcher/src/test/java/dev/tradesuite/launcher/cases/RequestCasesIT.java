package dev.tradesuite.launcher.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.launcher.SuiteProcess.Answer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Requests that say something other than they seem to. */
@ExtendWith(CasesSuite.Shared.class)
@ResourceLock("the suite of the cases")
class RequestCasesIT {

    private static final String EXECUTE = "/api/v1/orchestrator/execute";
    private static final String SIZE = "/api/v1/sizing/calculate";

    @Test
    void fieldsNobodyKnowsAreNamed(CasesSuite suite) throws IOException {
        Answer answer = suite.postFile(EXECUTE, "api/01-unknown-fields.json", "application/json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactly("stop_loss", "quantity", "reduce_only");
    }

    @Test
    void priceFarFromTheMarketIsRefused(CasesSuite suite) throws IOException {
        suite.feed().follow("EURUSD", 1.0873, MarketFeed.Wish.BUY);

        JsonNode decision = suite.postFile(EXECUTE, "api/02-price-far-from-market.json", "application/json")
                .json();

        assertThat(decision.path("decision").asString()).as(decision.toString()).isEqualTo("REJECT");
        assertThat(decision.path("reasons")).anySatisfy(reason -> {
            assertThat(reason.path("code").asString()).isEqualTo("PRICE_FAR_FROM_MARKET");
            assertThat(reason.path("message").asString()).contains("0.10873", "1.0873");
        });
    }

    @Test
    void misspeltRiskIsNoRiskAtAll(CasesSuite suite) throws IOException {
        Answer answer = suite.postFile(SIZE, "api/03-misspelt-risk.json", "application/json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("riskPercent");
    }

    @Test
    void fieldThatStandsTwiceIsRefused(CasesSuite suite) throws IOException {
        Answer answer = suite.postFile(SIZE, "api/04-field-twice.json", "application/json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().toString()).contains("risk_percent");
    }

    /** 1 % of 10,000 USDT are 100; 900 pips of 1 USDT cost 900 a lot; 100 / 900 = 0.1111. */
    @Test
    void accountInUsdtIsSized(CasesSuite suite) throws IOException {
        JsonNode size = suite.postFile(SIZE, "api/05-usdt-account.json", "application/json")
                .json();

        assertThat(size.path("pip_value_per_lot").decimalValue())
                .as(size.toString())
                .isEqualByComparingTo("1");
        assertThat(size.path("lot_size").decimalValue())
                .isBetween(new java.math.BigDecimal("0.11"), new java.math.BigDecimal("0.1112"));
    }

    @Test
    void scheduleThatNeverComesIsRefused(CasesSuite suite) throws IOException {
        Answer answer = suite.postFile("/portfolios/create", "api/06-schedule-never.json", "application/json");

        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("schedule");
    }
}
