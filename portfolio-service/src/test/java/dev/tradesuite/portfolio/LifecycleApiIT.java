package dev.tradesuite.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.portfolio.LifecycleChanged;
import dev.tradesuite.contracts.portfolio.LifecycleHistory;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.portfolio.StrategyLifecycle;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.TestTopic;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@SuiteIntegrationTest
class LifecycleApiIT {

    private static final String OWN = "/api/v1/strategies/own";

    @Autowired
    private SuiteClient anybody;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void register() {
        StrategyTables.clear(jdbc);
        assertThat(writer().post("/api/v1/strategies", "{\"code\":\"own\",\"source\":\"imported\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void goesItsWayOnEvidence() {
        assertThat(view().transitions())
                .extracting(StrategyLifecycle.Transition::to, StrategyLifecycle.Transition::allowed)
                .containsExactly(tuple(LifecycleState.VALIDATION, false), tuple(LifecycleState.RETIRED, true));

        Answer early = move("VALIDATION");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.json().path("code").asString()).isEqualTo("EVIDENCE_MISSING");
        assertThat(early.json().path("errors").values())
                .extracting(error -> error.path("field").asString())
                .containsExactly("source_answers", "daily_returns");

        have("BACKTEST", 260, "0.01", "-0.005");
        assertThat(move("VALIDATION").status()).isEqualTo(200);
        assertThat(move("LIVE").status()).as("nothing is skipped").isEqualTo(409);
        assertThat(move("PAPER").status()).isEqualTo(200);

        have("PAPER", 30, "0.0098", "-0.0049");
        assertThat(move("LIVE").json().at("/errors/0/field").asString()).isEqualTo("broker");
        assertThat(anybody.with("risk:admin", "trade:read")
                        .put(OWN + "/lifecycle/rules", "{\"broker\":\"alpaca\"}")
                        .status())
                .isEqualTo(200);
        assertThat(move("LIVE").status()).isEqualTo(200);
        assertThat(move("SUSPENDED").status()).isEqualTo(200);
        assertThat(view().transitions())
                .extracting(StrategyLifecycle.Transition::to)
                .containsExactly(LifecycleState.PAPER, LifecycleState.LIVE, LifecycleState.RETIRED);
        assertThat(move("RETIRED").status()).isEqualTo(200);
        assertThat(view().transitions()).isEmpty();
        assertThat(move("PAPER").status()).isEqualTo(409);

        LifecycleHistory history = reader().get(OWN + "/history?limit=4").as(LifecycleHistory.class);
        assertThat(history.changes())
                .extracting(LifecycleChanged::to)
                .containsExactly(
                        LifecycleState.RETIRED, LifecycleState.SUSPENDED, LifecycleState.LIVE, LifecycleState.PAPER);
        assertThat(history.changes().get(2).evidence()).hasSize(4);
        assertThat(reader().get(OWN + "/history?cursor=" + history.nextCursor())
                        .as(LifecycleHistory.class)
                        .changes())
                .extracting(LifecycleChanged::from)
                .containsExactly(LifecycleState.DISCOVERY);
    }

    @Test
    void moneyTakesApproval() {
        Answer answer = writer().post(OWN + "/transitions", "{\"to\":\"LIVE\",\"reason\":\"now\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(reader().post(OWN + "/transitions", "{\"to\":\"RETIRED\",\"reason\":\"now\"}")
                        .status())
                .isEqualTo(403);
        assertThat(writer().put(OWN + "/lifecycle/rules", "{}").status()).isEqualTo(403);
    }

    @Test
    void sameKeyIsTheSameStep() {
        SuiteClient keyed = writer().header("Idempotency-Key", "retire-1");
        String body = "{\"to\":\"RETIRED\",\"reason\":\"over\"}";

        Answer first = keyed.post(OWN + "/transitions", body);
        Answer again = keyed.post(OWN + "/transitions", body);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(audits()).isEqualTo(1);
    }

    @Test
    void ofTwoAtOnceOneGoesAndTheOtherIsTold() throws Exception {
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> moves = List.of(() -> move("RETIRED"), () -> move("RETIRED"));
            List<Integer> answers = both.invokeAll(moves).stream()
                    .map(Future::resultNow)
                    .map(Answer::status)
                    .sorted()
                    .toList();

            assertThat(answers).containsExactly(200, 409);
        }
        assertThat(audits()).isEqualTo(1);
    }

    @Test
    void databaseRefusesToChangeWhatHappened() {
        move("RETIRED");

        assertThatThrownBy(() ->
                        jdbc.sql("UPDATE lifecycle_audit SET reason = 'other'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM lifecycle_audit").update())
                .isInstanceOf(DataAccessException.class);
        assertThat(audits()).isEqualTo(1);
    }

    @Test
    void stepIsToldToOthers() {
        try (TestTopic topic = TestTopic.of(Topics.PORTFOLIO_EVENTS)) {
            move("RETIRED");

            TestTopic.Message message = topic.await(one -> "own".equals(one.key()));
            assertThat(message.value())
                    .contains("\"lifecycle.changed\"", "\"to\":\"RETIRED\"", "\"reason\":\"a test\"");
        }
    }

    @Test
    void badRequestsAreRefused() {
        assertThat(writer().post(OWN + "/transitions", "{\"to\":\"SOMEWHERE\",\"reason\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(writer().post(OWN + "/transitions", "{\"to\":\"RETIRED\",\"reason\":\" \"}")
                        .status())
                .isEqualTo(400);
        assertThat(writer().post("/api/v1/strategies/nobody/transitions", "{\"to\":\"RETIRED\",\"reason\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(reader().get("/api/v1/strategies/nobody/lifecycle").status()).isEqualTo(404);
        assertThat(reader().get("/api/v1/strategies/nobody/history").status()).isEqualTo(404);
        assertThat(anybody.with("risk:admin")
                        .put(OWN + "/lifecycle/rules", "{\"paper\":{\"drawdown\":20}}")
                        .json()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("paper.drawdown");
    }

    private StrategyLifecycle view() {
        return reader().get(OWN + "/lifecycle").as(StrategyLifecycle.class);
    }

    private Answer move(String to) {
        return anybody.with("portfolio:write", "approve")
                .post(OWN + "/transitions", "{\"to\":\"%s\",\"reason\":\"a test\"}".formatted(to));
    }

    private int audits() {
        return jdbc.sql("SELECT count(*) FROM lifecycle_audit")
                .query(Integer.class)
                .single();
    }

    private void have(String label, int days, String even, String odd) {
        String rows = IntStream.range(0, days)
                .mapToObj(i -> "{\"day\":\"%s\",\"value\":%s}"
                        .formatted(LocalDate.of(2025, 1, 1).plusDays(i), i % 2 == 0 ? even : odd))
                .collect(Collectors.joining(","));
        assertThat(writer().post(OWN + "/returns?label=" + label, "{\"returns\":[" + rows + "]}")
                        .status())
                .isEqualTo(200);
    }

    private SuiteClient reader() {
        return anybody.with("trade:read");
    }

    private SuiteClient writer() {
        return anybody.with("portfolio:write", "trade:read");
    }
}
