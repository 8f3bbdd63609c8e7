package dev.tradesuite.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The same request once more: the same answer, and nothing is done twice. */
class IdempotencyIT extends OrchestratorTest {

    private static final String SEND = ",\"auto_execute\":true";

    private final String account = newAccount();
    private final String key = UUID.randomUUID().toString();

    @Test
    void repeatGetsTheStoredAnswer() {
        Answer first = keyed().post(EXECUTE, eurusd(account, SEND));
        Answer second = keyed().post(EXECUTE, eurusd(account, SEND));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(replayed(first)).isFalse();
        assertThat(replayed(second)).isTrue();
        assertThat(orderCount(account)).isEqualTo(1);
    }

    @Test
    void bodyWrittenOtherwiseIsTheSameRequest() {
        keyed().post(EXECUTE, eurusd(account, SEND));

        Answer again = keyed().post(EXECUTE, eurusd(account, SEND).replace(",", " ,\n"));

        assertThat(replayed(again)).isTrue();
    }

    @Test
    void keyOfAnotherRequestIsRefused() {
        keyed().post(EXECUTE, eurusd(account, SEND));

        Answer other =
                keyed().post(EXECUTE, eurusd(account, SEND).replace("\"risk_percent\":2.0", "\"risk_percent\":1.0"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(orderCount(account)).isEqualTo(1);
    }

    @Test
    void keyOfAnExecuteIsNotTheKeyOfAClose() {
        keyed().post(EXECUTE, eurusd(account, SEND));

        Answer other = keyed().post(
                        "/api/v1/orchestrator/positions/EURUSD/close",
                        "{\"current_price\":1.09,\"account_id\":\"%s\"}".formatted(account));

        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void repeatWhileTheFirstIsRunningIsAConflict() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        broker.holdsBack(open);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> first = threads.submit(() -> keyed().post(EXECUTE, eurusd(account, SEND)));
            Awaitility.await().until(() -> orderCount(account) == 1);

            Answer second = keyed().post(EXECUTE, eurusd(account, SEND));
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.json().path("code").asString()).isEqualTo("IDEMPOTENCY_KEY_IN_USE");

            open.countDown();
            assertThat(first.get().json().at("/execution_result/status").asString())
                    .isEqualTo("filled");
        }
        assertThat(replayed(keyed().post(EXECUTE, eurusd(account, SEND)))).isTrue();
    }

    @Test
    void sixtyFourAtOnceMakeOneOrder() throws Exception {
        List<Answer> answers = atOnce(64, () -> keyed().post(EXECUTE, eurusd(account, SEND)));

        assertThat(orderCount(account)).isEqualTo(1);
        assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 409);
        List<Answer> good =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(good).isNotEmpty();
        assertThat(good).extracting(Answer::text).containsOnly(good.getFirst().text());
        assertThat(good.stream().filter(answer -> !replayed(answer))).hasSize(1);
        assertThat(NEIGHBOURS.risk.calls()).hasSize(1);
    }

    @Test
    void sixtyFourAgainstOneLimitGiveExactlyWhatFits() throws Exception {
        NEIGHBOURS.allowOnly(10);

        List<Answer> answers = atOnce(64, () -> trader().post(EXECUTE, eurusd(account, SEND)));

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream()
                        .filter(answer ->
                                answer.json().path("decision").asString().equals("PROCEED")))
                .hasSize(10);
        assertThat(jdbc.sql("SELECT sum(filled_lots) FROM trade_order WHERE account_id = ? AND parent_order_id IS NULL")
                        .param(account)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("4.0");
        assertThat(jdbc.sql("SELECT lots FROM paper_position WHERE account_id = ?")
                        .param(account)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("4.0");
    }

    @Test
    void keysOfOneClientMeanNothingToAnother() {
        // The token of the other client has another subject.
        keyed().post(EXECUTE, eurusd(account, SEND));
        jdbc.sql("UPDATE idempotency_key SET client = 'somebody-else' WHERE key = ?")
                .param(key)
                .update();

        Answer own = keyed().post(EXECUTE, eurusd(account, SEND));

        assertThat(replayed(own)).isFalse();
        assertThat(orderCount(account)).isEqualTo(2);
    }

    @Test
    void holdIsAnAnswerLikeAnyOther() {
        NEIGHBOURS.signal(SignalAction.HOLD);
        Answer first = keyed().post(EXECUTE, eurusd(account, SEND));
        NEIGHBOURS.signal(SignalAction.BUY);

        Answer second = keyed().post(EXECUTE, eurusd(account, SEND));

        assertThat(first.json().path("decision").asString()).isEqualTo("HOLD");
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(orderCount(account)).isZero();
    }

    @Test
    void badRequestDoesNotUseTheKeyUp() {
        assertThat(keyed().post(EXECUTE, eurusd(account, SEND + ",\"stop_loss_price\":1.07"))
                        .status())
                .isEqualTo(400);

        assertThat(replayed(keyed().post(EXECUTE, eurusd(account, SEND)))).isFalse();
    }

    @Test
    void closeAndCancelHonourTheKeyToo() {
        trader().post(EXECUTE, eurusd(account, SEND));
        NEIGHBOURS.account("10000", Neighbours.position("EURUSD", Direction.LONG, "0.4"));
        String close = "{\"current_price\":1.09,\"account_id\":\"%s\",\"lots\":0.1}".formatted(account);
        String path = "/api/v1/orchestrator/positions/EURUSD/close";
        Answer closed = keyed().post(path, close);
        Answer again = keyed().post(path, close);
        assertThat(again.text()).isEqualTo(closed.text());
        assertThat(replayed(again)).isTrue();

        String id = trader().post(EXECUTE, eurusd(account, SEND + ",\"order_type\":\"limit\",\"limit_price\":1.08"))
                .json()
                .at("/execution_result/order_id")
                .asString();
        SuiteClient cancel = trader().header("Idempotency-Key", key + "-cancel");
        Answer cancelled = cancel.post(ORDERS + "/" + id + "/cancel", null);
        Answer repeated = cancel.post(ORDERS + "/" + id + "/cancel", null);
        assertThat(repeated.text()).isEqualTo(cancelled.text());
        assertThat(replayed(repeated)).isTrue();
    }

    @Test
    void keyThatIsNoneIsNamed() {
        Answer answer = trader().header("Idempotency-Key", "two words").post(EXECUTE, eurusd(account, SEND));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("Idempotency-Key");
    }

    private SuiteClient keyed() {
        return trader().header("Idempotency-Key", key);
    }

    private static boolean replayed(Answer answer) {
        return answer.headers().firstValue("Idempotency-Replayed").isPresent();
    }

    private int orderCount(String of) {
        return jdbc.sql("SELECT count(*) FROM trade_order WHERE account_id = ? AND parent_order_id IS NULL")
                .param(of)
                .query(Integer.class)
                .single();
    }

    private static List<Answer> atOnce(int count, Supplier<Answer> request) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = Stream.generate(() -> threads.submit(() -> {
                        start.await();
                        return request.get();
                    }))
                    .limit(count)
                    .toList();
            start.countDown();
            for (Future<Answer> each : running) {
                answers.add(each.get());
            }
        }
        return answers;
    }
}
