package dev.tradesuite.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.cycle.CycleStatus;
import dev.tradesuite.contracts.cycle.CycleTrigger;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.DurableCommits.Transaction;
import dev.tradesuite.orchestrator.cycle.Cycle;
import dev.tradesuite.orchestrator.cycle.CycleFailure;
import dev.tradesuite.orchestrator.cycle.CycleStore;
import dev.tradesuite.orchestrator.cycle.DueCycle;
import dev.tradesuite.support.store.UnitOfWork;
import dev.tradesuite.test.Neighbour.Reply;
import dev.tradesuite.test.SuiteClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What cycles cost the database. */
class CycleStatementsIT extends OrchestratorTest {

    private static final int CYCLES = 10;
    private static final AtomicLong NUMBERS = new AtomicLong(800_000);
    private static final Instant DUE = Instant.parse("2020-01-05T10:00:00Z");

    @Autowired
    private DurableCommits commits;

    @Autowired
    private CycleStore store;

    @Autowired
    private UnitOfWork work;

    @Test
    void cycleIsClaimedByOneStatementAndEndsInAShortTransactionAndNeitherWaitsForTheDisk() {
        String portfolios = LongStream.range(0, CYCLES)
                .mapToObj(number -> CycleIT.portfolio(900_000 + number, "momentum", "ACTIVE"))
                .collect(Collectors.joining(",", "{\"portfolios\":[", "],\"total\":%d}".formatted(CYCLES)));
        NEIGHBOURS.portfolio.answers(call -> {
            String[] path = call.path().split("/", -1);
            return Reply.ok(path.length == 5 ? CycleIT.report(path[4], path[2]) : portfolios);
        });
        NEIGHBOURS.momentum.answers(CycleIT::reported);

        commits.start();
        Answer answer = http.with("portfolio:write").post("/orchestrator/run-all-portfolios", null);
        List<Transaction> transactions = commits.stop();

        assertThat(answer.json().path("succeeded").asInt()).as(answer.text()).isEqualTo(CYCLES);
        List<Transaction> claims = transactions.stream()
                .filter(each -> each.touches("INSERT INTO cycle"))
                .toList();
        List<Transaction> ends = transactions.stream()
                .filter(each -> each.touches("INSERT INTO event_publication"))
                .toList();
        assertThat(claims).hasSize(CYCLES).allSatisfy(claim -> {
            assertThat(claim.durable()).isFalse();
            assertThat(claim.statements()).hasSize(1);
        });
        assertThat(ends).hasSize(CYCLES).allSatisfy(end -> {
            assertThat(end.durable()).isFalse();
            assertThat(end.touches("UPDATE cycle")).isTrue();
            assertThat(end.statements()).hasSize(3);
        });
    }

    @Test
    void hourlyDeleteOfOldCyclesIsServedByAnIndexAndTakesOnlyThoseThatEnded() {
        Cycle ended = Cycle.requested(due())
                .failed("momentum", new CycleFailure(ProblemCode.INTERNAL, "as the test wants"), DUE);
        Cycle endedLately = Cycle.requested(due())
                .failed("momentum", new CycleFailure(ProblemCode.INTERNAL, "as the test wants"), Instant.now());
        Cycle waiting = Cycle.requested(due());
        store.add(ended);
        store.add(endedLately);
        store.add(waiting);

        commits.start();
        store.forget(DUE.plus(Duration.ofDays(1)));
        String statement = commits.stop().stream()
                .flatMap(transaction -> transaction.statements().stream())
                .filter(text -> text.startsWith("DELETE FROM cycle"))
                .findFirst()
                .orElseThrow();

        assertThat(store.find(ended.id())).isEmpty();
        assertThat(store.find(endedLately.id())).isPresent();
        assertThat(store.find(waiting.id()).map(Cycle::status)).contains(CycleStatus.REQUESTED);
        assertThat(plan(statement.replace("?", "'2020-01-06'")))
                .contains("cycle_by_time")
                .doesNotContain("Seq Scan");
        jdbc.sql("DELETE FROM cycle WHERE due_at = :due")
                .param("due", DUE.atOffset(ZoneOffset.UTC))
                .update();
    }

    private String plan(String statement) {
        return work.relaxed(() -> {
            jdbc.sql("SET LOCAL enable_seqscan = off").update();
            return String.join(
                    "\n", jdbc.sql("EXPLAIN " + statement).query(String.class).list());
        });
    }

    private static DueCycle due() {
        return new DueCycle(UUID.randomUUID(), NUMBERS.incrementAndGet(), "momentum", CycleTrigger.SCHEDULE, DUE);
    }
}
