package dev.tradesuite.ledger.prediction.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.ledger.CycleOrders;
import dev.tradesuite.contracts.ledger.MarkedPrices;
import dev.tradesuite.contracts.ledger.MarketPosition;
import dev.tradesuite.contracts.ledger.MarketTrade;
import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.risk.ReserveStakesRequest;
import dev.tradesuite.ledger.StandIns;
import dev.tradesuite.ledger.TestEvents;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Cycles of a portfolio, from their beginning to their report. */
@SuiteIntegrationTest
@Import(TestEvents.Config.class)
class PortfolioCycleApiIT extends PortfolioApiCase {

    @Test
    void cycleBuysMarksSettlesAndIsAnsweredAgainFromItsReport() {
        Session session = begin("1000");

        PortfolioOrder order = session.order(session.buy("m1", "0.78", "100"));
        assertThat(reader().get(session.path() + "/orders/" + order.orderId())
                        .json()
                        .at("/status")
                        .asString())
                .isEqualTo("FILLED");
        assertThat(reader().get(session.path() + "/orders/" + new UUID(0, 1)).status())
                .isEqualTo(404);
        assertThat(order.status()).isEqualTo(PortfolioOrder.Status.FILLED);
        // 100 / 0.78 = 128.2051282..., cut after six decimals
        assertThat(order.shares()).isEqualByComparingTo("128.205128");
        ReserveStakesRequest asked = standIns.stakes.stream()
                .filter(request -> request.stakes().getFirst().orderId().equals(order.orderId()))
                .findFirst()
                .orElseThrow();
        assertThat(asked.stakes().getFirst().stake()).isEqualByComparingTo("100");
        assertThat(asked.books().balance()).isEqualByComparingTo("1000");
        assertThat(asked.books().positions()).isEmpty();

        Portfolio bought = session.portfolio();
        assertThat(bought.cash()).isEqualByComparingTo("900");
        // 128.205128 x 0.77, the bid
        assertThat(bought.positionsValue()).isEqualByComparingTo("98.71794856");
        assertThat(bought.value()).isEqualByComparingTo("998.71794856");
        assertThat(bought.floatingPnl()).isEqualByComparingTo("-1.28205144");

        Instant later = Instant.now().plusSeconds(1);
        MarkedPrices marked = session.prices(price("m1", "0.80", Instant.now(), null));
        assertThat(marked.portfolio().positionsValue()).isEqualByComparingTo("102.5641024");
        assertThat(session.prices(price("m1", "0.10", later.minusSeconds(3600), null))
                        .portfolio()
                        .positionsValue())
                .isEqualByComparingTo("102.5641024");

        MarkedPrices settled = session.prices(price("m1", null, later, "Yes"));
        assertThat(settled.positions()).isEmpty();
        assertThat(settled.settlements()).singleElement().satisfies(trade -> {
            assertThat(trade.kind()).isEqualTo(MarketTrade.Kind.SETTLEMENT);
            assertThat(trade.price()).isEqualByComparingTo("1");
            assertThat(trade.cashChange()).isEqualByComparingTo("128.205128");
        });
        assertThat(settled.portfolio().cash().setScale(2, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo("1028.21");
        assertThat(session.prices(price("m1", null, later, "No")).settlements()).hasSize(1);

        JsonNode report = session.complete();
        assertThat(report.at("/snapshot/value").decimalValue()).isEqualByComparingTo("1028.205128");
        assertThat(session.complete()).isEqualTo(report);
        JsonNode again = session.begin(0).json();
        assertThat(again.at("/report")).isEqualTo(report);
        Answer late = session.tryOrder(session.buy("m2", "0.5", "10"));
        assertThat(late.status()).isEqualTo(409);

        assertThat(reader().get(session.path() + "/trades").json()).hasSize(2);
        assertThat(statuses(session, "")).containsExactly("WON");
        assertThat(statuses(session, "?status=open")).isEmpty();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(texts(published(session.id), "type"))
                    .containsExactly("portfolio.changed", "portfolio.traded", "portfolio.traded", "portfolio.snapshot");
            List<JsonNode> told = events.publishedFor("portfolio-" + session.id);
            assertThat(texts(told, "type")).containsOnly("account.updated").hasSize(4);
            assertThat(told.get(1).at("/data/fill/order_id").asString())
                    .isEqualTo(order.orderId().toString());
            assertThat(told.get(1).at("/data/account/margin_used").decimalValue())
                    .isEqualByComparingTo("100");
            assertThat(told.get(1).at("/data/account/sequence").asLong()).isEqualTo(2);
        });
    }

    @Test
    void everythingOfACycleIsBookedByOneCall() {
        Session session = begin("1000");
        session.order(session.buy("old", "0.50", "100"));
        Session next = session.next();
        standIns.denied.add("refused");
        String at = Instant.now().plusSeconds(1).toString();

        CycleOrders answer = next.orders(
                price("old", "0.60", Instant.parse(at), null),
                leg("SELL", "old", "0.60", null, null),
                leg("BUY", "a", "0.50", "100", null),
                leg("BUY", "b", "0.40", "80", null),
                leg("BUY", "b", "0.40", "80", null),
                leg("BUY", "", "1.40", "-80", null),
                leg("BUY", "left", "0.30", "30", "arbitrage"),
                leg("BUY", "refused", "0.30", "30", "arbitrage"));

        assertThat(answer.orders())
                .extracting(PortfolioOrder::marketId)
                .containsExactly("old", "a", "b", "b", "", "left", "refused");
        assertThat(answer.orders())
                .extracting(order -> order.reasons().stream().map(Reason::code).toList())
                .containsExactly(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of("ORDER_NOT_VALID"),
                        List.of("ORDER_NOT_VALID"),
                        List.of("SET_NOT_FILLED"),
                        List.of("POSITION_SIZE_LIMIT"));
        assertThat(answer.orders().get(4).reasons().getFirst().message()).contains("market_id", "price", "stake");
        // 200 shares of old at 0.60 bring 120; 180 are spent.
        assertThat(answer.portfolio().cash()).isEqualByComparingTo("840");
        assertThat(answer.positions()).extracting(MarketPosition::marketId).containsExactly("a", "b");
        assertThat(answer.portfolio()).isEqualTo(next.portfolio());
        assertThat(standIns.stakes.getLast().stakes())
                .extracting(ReserveStakesRequest.Stake::marketId)
                .containsExactly("a", "b", "left", "refused");

        assertThat(next.report().status()).isEqualTo(404);
        JsonNode report = next.complete();
        assertThat(texts(report.get("orders"), "market_id")).containsExactly("old", "a", "b", "left", "refused");
        assertThat(report.at("/counts/trades").asInt()).isEqualTo(3);
        assertThat(report.at("/counts/denied").asInt()).isEqualTo(2);
        assertThat(report.at("/counts/settled").asInt()).isZero();
        // What the books do not know is told as it was reported.
        assertThat(report.at("/counts/open_slots").asInt()).isEqualTo(10);
        assertThat(next.report().json()).isEqualTo(report);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(events.publishedFor("portfolio-" + session.id))
                .anySatisfy(event -> {
                    assertThat(event.at("/type").asString()).isEqualTo("order.closed");
                    assertThat(event.at("/data/symbol").asString()).isEqualTo("left");
                }));
    }

    @Test
    void repeatOfTheCallAnswersWhatStands() {
        Session session = begin("1000");
        String[] wanted = {leg("BUY", "a", "0.50", "100", null), leg("BUY", "b", "0.50", "2000", null)};

        List<CycleOrders> answers = allAtOnce(IntStream.range(0, 6)
                .mapToObj(_ -> (Callable<CycleOrders>) () -> session.orders("", wanted))
                .toList());

        assertThat(answers)
                .extracting(CycleOrders::orders)
                .containsOnly(answers.getFirst().orders());
        assertThat(answers.getFirst().orders())
                .extracting(PortfolioOrder::status)
                .containsExactly(PortfolioOrder.Status.FILLED, PortfolioOrder.Status.DENIED);
        assertThat(session.portfolio().cash()).isEqualByComparingTo("900");
    }

    @Test
    void idleCycleOfTheDayTellsNoSecondSnapshot() {
        Session session = begin("1000");
        session.complete();
        session.next().complete();
        Session last = session.next();
        last.order(last.buy("m", "0.50", "100"));
        last.complete();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(texts(published(session.id), "type"))
                .endsWith("portfolio.traded", "portfolio.snapshot"));
        // One more, should the test run across midnight.
        assertThat(texts(published(session.id), "type").stream().filter(type -> type.equals("portfolio.snapshot")))
                .hasSizeBetween(2, 3);
    }

    @Test
    void newerRunTakesOver() {
        Session frozen = begin("1000");
        assertThat(frozen.begin(5).status()).isEqualTo(200);
        Session running = frozen.next();
        assertThat(running.begin(6).status()).isEqualTo(200);

        Answer order = frozen.tryOrder(frozen.fenced(5, frozen.buy("m", "0.5", "100")));
        assertThat(order.status()).isEqualTo(409);
        assertThat(order.json().at("/code").asString()).isEqualTo("CYCLE_SUPERSEDED");
        assertThat(frozen.tryOrder(frozen.buy("m", "0.5", "100")).status()).isEqualTo(409);
        assertThat(frozen.begin(5).status()).isEqualTo(409);

        assertThat(running.order(running.fenced(6, running.buy("m", "0.5", "100")))
                        .status())
                .isEqualTo(PortfolioOrder.Status.FILLED);
        // Without a number: the run that stands.
        assertThat(running.begin(0).status()).isEqualTo(200);
        assertThat(running.order(running.buy("n", "0.5", "100")).status()).isEqualTo(PortfolioOrder.Status.FILLED);
    }

    @Test
    void nextCycleIsToldWhatWasSoldAtALoss() {
        Session session = begin("1000");
        session.order(session.buy("lost", "0.5", "100"));
        session.order(session.buy("won", "0.5", "100"));
        session.order(session.sell("lost", "0.4"));
        session.order(session.sell("won", "0.6"));

        JsonNode begun = session.with(UUID.randomUUID()).begin(0).json();

        assertThat(texts(begun.get("resting"), "market_id")).containsExactly("lost");
    }

    @Test
    void ordersThatCameToNothingAreForgottenWithTheReportAndTheBooksAreKept() {
        Session session = begin("1000");
        session.orders("", leg("BUY", "kept", "0.50", "100", null), leg("BUY", "gone", "0.50", "5000", null));
        session.complete();
        for (String aged : List.of(
                "UPDATE portfolio_cycle SET begun_at = '2020-01-01' WHERE portfolio_id = :id",
                "UPDATE portfolio_order SET created_at = '2020-01-01' WHERE portfolio_id = :id")) {
            jdbc.sql(aged).param("id", session.id).update();
        }

        cycles.forgetOlderThan(Duration.ofDays(365));

        assertThat(session.report().status()).isEqualTo(404);
        assertThat(jdbc.sql("SELECT market_id FROM portfolio_order WHERE portfolio_id = :id")
                        .param("id", session.id)
                        .query(String.class)
                        .list())
                .containsExactly("kept");
        assertThat(reader().get(session.path() + "/trades").json()).hasSize(1);
    }

    @Test
    void laterCycleReplacesTheSnapshotOfTheDay() {
        Session first = begin("1000");
        first.complete();
        Session second = first.next();
        second.order(second.buy("m", "0.5", "100"));
        second.complete();

        JsonNode snapshots = reader().get(first.path() + "/snapshots").json();

        // Two, should the test run across midnight.
        assertThat(snapshots.size()).isBetween(1, 2);
        JsonNode newest = snapshots.get(snapshots.size() - 1);
        assertThat(newest.at("/day").asString())
                .isEqualTo(
                        LocalDate.ofInstant(Instant.parse(newest.at("/taken_at").asString()), ZoneOffset.UTC)
                                .toString());
        assertThat(newest.at("/cash").decimalValue()).isEqualByComparingTo("900");
        assertThat(newest.at("/open_positions").asInt()).isEqualTo(1);
    }

    @Test
    void reportMustBeAboutTheCycleOfThePath() {
        Session session = begin("1000");

        Answer refused = service()
                .post(
                        session.path() + "/cycles/" + session.cycle + "/complete",
                        completion(session.id + 1, UUID.randomUUID()));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(fields(refused)).containsExactlyInAnyOrder("report.cycle_id", "report.portfolio_id");
    }

    /** The set that risk-service refused rests; what the books themselves refused does not. */
    @Test
    void nextCycleIsToldWhichSetsRiskRefused() {
        Session session = begin("1000");
        standIns.denied.add("refused-leg");
        session.orders(
                "",
                leg("BUY", "left-leg", "0.30", "30", "refused"),
                leg("BUY", "refused-leg", "0.30", "30", "refused"),
                leg("BUY", "dear-leg", "0.30", "5000", "dear"),
                leg("BUY", "cheap-leg", "0.30", "30", "dear"),
                leg("BUY", "refused-leg-too", "0.30", "30", "filled"),
                leg("BUY", "alone", "0.30", "5000", null));

        Session next = session.with(UUID.randomUUID());
        List<JsonNode> resting = StreamSupport.stream(
                        next.begin(0).json().get("resting").spliterator(), false)
                .toList();

        assertThat(texts(resting, "market_id")).containsExactlyInAnyOrder("left-leg", "refused-leg");
        assertThat(resting)
                .allSatisfy(leg -> assertThat(Instant.parse(leg.at("/since").asString()))
                        .isBetween(Instant.now().minusSeconds(600), Instant.now()));

        // Longer ago than any strategy leaves a market alone.
        jdbc.sql("UPDATE portfolio_order SET created_at = now() - interval '31 days' WHERE portfolio_id = :id")
                .param("id", session.id)
                .update();
        assertThat(session.with(UUID.randomUUID()).begin(0).json().get("resting"))
                .isEmpty();
    }

    @Test
    void fenceFarBeyondTheNewestIsTakenOnlyFromTheOrchestrator() {
        Session session = begin("1000");
        assertThat(session.begin(5).status()).isEqualTo(200);
        Session far = session.with(UUID.randomUUID());

        for (long fence : new long[] {Long.MAX_VALUE, 1_006}) {
            Answer refused = far.begin(fence);
            assertThat(refused.status()).as(refused.text()).isEqualTo(409);
            assertThat(refused.json().at("/code").asString()).isEqualTo("CYCLE_FENCE_UNKNOWN");
            assertThat(refused.json().at("/detail").asString()).contains(Long.toString(fence), far.cycle.toString());
        }
        standIns.given.put(far.cycle, new StandIns.GivenFence(session.id + 1, 70_000));
        assertThat(far.begin(70_000).status())
                .as("the cycle of another portfolio")
                .isEqualTo(409);
        assertThat(session.with(UUID.randomUUID()).begin(6).status())
                .as("the portfolio runs on")
                .isEqualTo(200);

        standIns.given.put(far.cycle, new StandIns.GivenFence(session.id, 70_000));
        assertThat(far.begin(70_000).status()).as("after a long rest").isEqualTo(200);
        assertThat(far.order(far.fenced(70_000, far.buy("m", "0.5", "100"))).status())
                .isEqualTo(PortfolioOrder.Status.FILLED);
        Answer notBegun = far.tryOrder(far.fenced(70_001, far.buy("n", "0.5", "100")));
        assertThat(notBegun.status()).isEqualTo(409);
        assertThat(notBegun.json().at("/detail").asString()).contains("run 70001 of cycle", "has not begun");
    }
}
