package dev.tradesuite.launcher.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.launcher.SuiteProcess.Answer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** What a stop of trading means for the portfolios of prediction markets, as their venue describes these. */
@ExtendWith(CasesSuite.Shared.class)
@ResourceLock("the suite of the cases")
class StopCasesIT {

    private static final String STOP = "/api/v1/orchestrator/stop";

    @Test
    void cycleThatStartsUnderAStopOfEverythingBuysNothingAndSaysWhy(CasesSuite suite) throws Exception {
        suite.venue().show("01a-before.json");
        JsonNode stop = everythingStopped(suite, "entries");
        int portfolio;
        JsonNode cycle;
        try {
            // Its first cycle is due as soon as it is there.
            portfolio = MarketCasesIT.portfolio(suite, "stopped", "{}");
            cycle = MarketCasesIT.cycle(suite, portfolio);
        } finally {
            released(suite, "\"scope\": \"ALL\"");
        }

        assertThat(stop.path("state").asString()).isEqualTo("done");
        assertThat(cycle.at("/report/counts/trades").asInt())
                .as(cycle.toString())
                .isZero();
        assertThat(cycle.toString()).contains("REDUCE_ONLY").contains("everything");
        assertThat(suite.get("/portfolios/%d/positions".formatted(portfolio)).json())
                .isEmpty();
        assertThat(MarketCasesIT.cycle(suite, portfolio)
                        .at("/report/counts/trades")
                        .asInt())
                .as("after it is released")
                .isOne();
    }

    /** 127.388535 shares at the bid. */
    @Test
    void portfolioIsFlattenedByItsAccountThoughItWasHalted(CasesSuite suite) throws IOException {
        suite.venue().show("01a-before.json");
        int portfolio = MarketCasesIT.portfolio(suite, "flattened", "{}");
        MarketCasesIT.cycle(suite, portfolio);
        String account = "portfolio-" + portfolio;
        Answer halted = suite.put(
                "/api/v1/risk/trading-state",
                "{\"scope\": \"PORTFOLIO\", \"id\": \"%d\", \"state\": \"HALTED\", \"reason\": \"an audit\"}"
                        .formatted(portfolio));
        assertThat(halted.status()).as(halted.json().toString()).isEqualTo(200);
        JsonNode preview = suite.get(STOP + "/preview?level=flatten&scope=account&id=" + account)
                .json();

        JsonNode stop =
                stopped(suite, "\"level\": \"flatten\", \"scope\": \"account\", \"id\": \"%s\"".formatted(account));

        assertThat(preview.at("/portfolios/0/positions").asInt())
                .as(preview.toString())
                .isOne();
        assertThat(stop.path("state").asString()).as(stop.toString()).isEqualTo("done");
        assertThat(stop.at("/shares/0/done").asBoolean()).as(stop.toString()).isTrue();
        assertThat(stop.at("/shares/0/shares").decimalValue()).isEqualByComparingTo("127.388535");
        assertThat(stop.at("/halts/0/halted_again").asBoolean())
                .as(stop.toString())
                .isTrue();
        assertThat(MarketCasesIT.position(suite, portfolio).path("status").asString())
                .isEqualTo("SOLD");
        JsonNode books = suite.get("/portfolios/" + portfolio).json();
        assertThat(books.path("status").asString()).isEqualTo("PAUSED");
        JsonNode state = suite.get("/api/v1/risk/trading-state?scope=PORTFOLIO&id=" + portfolio)
                .json()
                .path(0);
        assertThat(state.path("state").asString()).isEqualTo("HALTED");
        assertThat(state.path("cause").asString())
                .startsWith("an audit (by ")
                .endsWith("stopped trading: the venue is wrong)");
    }

    @Test
    void stopIsReleasedByAPersonWithAReason(CasesSuite suite) {
        String account = suite.account("released");
        assertThat(stopped(suite, "\"level\": \"halt\", \"scope\": \"account\", \"id\": \"%s\"".formatted(account))
                        .path("state")
                        .asString())
                .isEqualTo("done");
        String subject = "\"scope\": \"ACCOUNT\", \"id\": \"%s\"".formatted(account);

        for (String reason : new String[] {"", ", \"reason\": \" \""}) {
            Answer refused =
                    suite.put("/api/v1/risk/trading-state", "{%s, \"state\": \"ACTIVE\"%s}".formatted(subject, reason));
            assertThat(refused.status()).as(refused.json().toString()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("reason");
        }
        await().atMost(CasesSuite.PATIENCE).until(() -> state(suite, account).equals("HALTED"));

        released(suite, subject);
        await().atMost(CasesSuite.PATIENCE).until(() -> state(suite, account).equals("ACTIVE"));
    }

    @Test
    void stopOfBooksThatNobodyKnowsIsRefused(CasesSuite suite) {
        for (String account : new String[] {"nobodys", "portfolio-999999"}) {
            Answer refused = suite.post(
                    STOP,
                    "{\"level\": \"flatten\", \"scope\": \"account\", \"id\": \"%s\", \"reason\": \"x\"}"
                            .formatted(account));

            assertThat(refused.status()).as(refused.json().toString()).isEqualTo(404);
        }
    }

    private static JsonNode stopped(CasesSuite suite, String what) {
        return ended(suite, suite.post(STOP, "{%s, \"reason\": \"the venue is wrong\"}".formatted(what)));
    }

    /** Who stops everything has to see everything. */
    private static JsonNode everythingStopped(CasesSuite suite, String level) throws IOException, InterruptedException {
        String body = "{\"level\": \"%s\", \"scope\": \"all\", \"reason\": \"the venue is wrong\"}".formatted(level);
        assertThat(suite.post(STOP, body).status()).as("of who sees his own").isEqualTo(403);
        return ended(suite, suite.process().postWith("trade:read,risk:admin,admin", STOP, body));
    }

    private static JsonNode ended(CasesSuite suite, Answer begun) {
        assertThat(begun.status()).as(begun.json().toString()).isEqualTo(200);
        String id = begun.json().path("stop_id").asString();
        return await().atMost(CasesSuite.PATIENCE)
                .until(
                        () -> suite.get("/api/v1/orchestrator/stops/" + id),
                        stop -> stop.status() == 200
                                && !stop.json().path("state").asString().equals("running"))
                .json();
    }

    private static void released(CasesSuite suite, String subject) {
        Answer released = suite.put(
                "/api/v1/risk/trading-state",
                "{%s, \"state\": \"ACTIVE\", \"reason\": \"the venue is right\"}".formatted(subject));
        assertThat(released.status()).as(released.json().toString()).isEqualTo(200);
    }

    private static String state(CasesSuite suite, String account) {
        return suite.get("/api/v1/risk/trading-state?scope=ACCOUNT&id=" + account)
                .json()
                .path(0)
                .path("state")
                .asString();
    }
}
