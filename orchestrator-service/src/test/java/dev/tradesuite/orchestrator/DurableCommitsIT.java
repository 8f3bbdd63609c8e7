package dev.tradesuite.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.orchestrator.DurableCommits.Transaction;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How often a request waits for the disk. Risk's reservation is the one other wait of an execute. */
class DurableCommitsIT extends OrchestratorTest {

    private static final String SEND = ",\"auto_execute\":true";

    @Autowired
    private DurableCommits commits;

    @Test
    void executeWaitsOnceForTheDisk() {
        commits.start();
        trader().header("Idempotency-Key", newAccount()).post(EXECUTE, eurusd(newAccount(), SEND));
        List<Transaction> transactions = ofRequests();

        assertThat(transactions).filteredOn(Transaction::durable).hasSize(1).allSatisfy(last -> {
            assertThat(last.touches("trade_order")).isTrue();
            assertThat(last.touches("order_fill")).isTrue();
            assertThat(last.touches("decision")).isTrue();
            assertThat(last.touches("EVENT_PUBLICATION") || last.touches("event_publication"))
                    .as("the event is in the same transaction")
                    .isTrue();
        });
        assertThat(transactions)
                .filteredOn(transaction -> transaction.touches("trade_order") || transaction.touches("paper_"))
                .as("order NEW; the broker's book with the fill of the order")
                .hasSize(2);
    }

    @Test
    void orderOfAnExecuteCostsSevenStatements() {
        commits.start();
        trader().post(EXECUTE, eurusd(newAccount(), SEND + ",\"take_profit_price\":1.0935"));
        List<String> statements = ofRequests().stream()
                .filter(transaction -> transaction.touches("trade_order") || transaction.touches("paper_"))
                .flatMap(transaction -> transaction.statements().stream())
                .toList();

        assertThat(statements)
                .filteredOn(statement -> statement.contains("trade_order") || statement.contains("paper_"))
                .as("order NEW; book held, book read, book written; order, fill and both legs written; legs at"
                        + " work read")
                .hasSize(6);
        assertThat(statements)
                .filteredOn(statement -> statement.contains("synchronous_commit"))
                .as("the commit of NEW waits for no disk")
                .hasSize(1);
    }

    @Test
    void executeAsksTheDatabaseLittle() {
        String account = newAccount();
        trader().header("Idempotency-Key", newAccount()).post(EXECUTE, eurusd(account, SEND));
        commits.start();
        trader().header("Idempotency-Key", newAccount()).post(EXECUTE, eurusd(account, SEND));
        commits.stop();

        // The key is looked for; taken with draft and order; then the paper broker's position, orders and their change,
        // our order with fill and leg, what protects the position, the event, the decision and its event. What beats,
        // sweeps and
        // schedules meanwhile is left out.
        assertThat(commits.statements())
                .filteredOn(statement -> Stream.of(
                                "scheduled_tasks",
                                "cycle",
                                "instance",
                                "event_publisher",
                                "DELETE FROM event_publication",
                                "expires_at <= ?",
                                "synchronous_commit")
                        .noneMatch(statement::contains))
                .hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void deniedExecuteWaitsOnceForTheDisk() {
        NEIGHBOURS.deny();
        commits.start();
        trader().post(EXECUTE, eurusd(newAccount(), SEND));

        assertThat(ofRequests()).filteredOn(Transaction::durable).hasSize(1);
    }

    @Test
    void decisionWithoutAnOrderWaitsForNothing() {
        commits.start();
        reader().post(ANALYZE, eurusd(",\"account_balance\":10000"));
        NEIGHBOURS.signal(SignalAction.HOLD);
        trader().post(EXECUTE, eurusd(newAccount(), SEND));
        trader().header("Idempotency-Key", newAccount()).post(EXECUTE, eurusd(newAccount(), SEND));
        List<Transaction> transactions = ofRequests();

        assertThat(transactions)
                .filteredOn(transaction -> transaction.touches("decision"))
                .hasSize(3);
        assertThat(transactions).noneMatch(Transaction::durable);
    }

    /** What is deleted and scheduled on the side is not counted. */
    private List<Transaction> ofRequests() {
        return commits.stop().stream()
                .filter(transaction -> transaction.touches("decision") || transaction.touches("trade_order"))
                .toList();
    }
}
