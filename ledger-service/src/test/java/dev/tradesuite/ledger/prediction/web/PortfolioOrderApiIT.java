package dev.tradesuite.ledger.prediction.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.ledger.MarkedPrices;
import dev.tradesuite.contracts.ledger.MarketPosition;
import dev.tradesuite.contracts.ledger.MarketTrade;
import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.ledger.TestEvents;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Orders, prices and settlements of a portfolio. */
@SuiteIntegrationTest
@Import(TestEvents.Config.class)
class PortfolioOrderApiIT extends PortfolioApiCase {

    @Test
    void outcomesOfAMarketPayOneInAllAtMost() {
        Session session = begin("1000");
        session.order(session.buy("m", "0.5", "100"));
        Instant now = Instant.now();

        Answer refused = service()
                .post(
                        session.path() + "/prices",
                        """
                        {"cycle_id": "%s", "fence": 0, "prices": [
                          {"market_id": "m", "outcome": "Yes", "at": "%s", "payout": 1},
                          {"market_id": "m", "outcome": "No", "at": "%s", "payout": 0.5}]}"""
                                .formatted(session.cycle, now, now));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("prices[1].payout");
        assertThat(statuses(session, "")).containsExactly("OPEN");
    }

    @Test
    void repeatOfAnOrderAnswersTheOneThatStands() {
        Session session = begin("1000");

        List<PortfolioOrder> answers = allAtOnce(IntStream.range(0, 8)
                .mapToObj(_ -> (Callable<PortfolioOrder>) () -> session.order(session.buy("same", "0.5", "100")))
                .toList());

        assertThat(answers)
                .extracting(PortfolioOrder::orderId)
                .containsOnly(answers.getFirst().orderId());
        assertThat(answers).extracting(PortfolioOrder::status).containsOnly(PortfolioOrder.Status.FILLED);
        assertThat(reader().get(session.path() + "/trades").json()).hasSize(1);
        assertThat(session.portfolio().cash()).isEqualByComparingTo("900");
    }

    @Test
    void marketIsHeldOnceAlsoAcrossCycles() {
        Session first = begin("1000");
        first.order(first.buy("held", "0.5", "100"));
        Session second = first.next();

        PortfolioOrder denied = second.order(second.buy("held", "0.5", "100"));

        assertThat(denied.status()).isEqualTo(PortfolioOrder.Status.DENIED);
        assertThat(denied.reasons()).singleElement().satisfies(reason -> assertThat(reason.code())
                .isEqualTo("MARKET_ALREADY_HELD"));
        assertThat(second.portfolio().openPositions()).isEqualTo(1);
        // The next order tells risk-service which orders the books include.
        second.order(second.buy("other", "0.5", "100"));
        assertThat(standIns.stakes.stream()
                        .filter(request ->
                                request.stakes().getFirst().marketId().equals("other")))
                .singleElement()
                .satisfies(request -> assertThat(request.bookedOrders()).hasSize(1));
    }

    @Test
    void whatTheCashOrRiskDoesNotAllowIsDenied() {
        Session session = begin("150");
        standIns.denied.add("too-large");
        standIns.broken.add("unsure");

        // 149.50 and 1 % of it are 150.995
        assertThat(reasons(session.order(session.with("fee_percent", "1", session.buy("dear", "0.5", "149.50")))))
                .containsExactly("INSUFFICIENT_CASH");
        assertThat(reasons(session.order(session.buy("too-large", "0.5", "100"))))
                .containsExactly("POSITION_SIZE_LIMIT");
        PortfolioOrder unsure = session.order(session.buy("unsure", "0.5", "100"));
        assertThat(reasons(unsure)).containsExactly("RISK_UNAVAILABLE");
        assertThat(reasons(session.order(session.with("exit_price", "0.6", session.buy("crossed", "0.5", "5")))))
                .containsExactly("PRICES_CROSSED");
        assertThat(reasons(session.order(session.sell("nothing", "0.5")))).containsExactly("NO_POSITION");
        assertThat(session.portfolio().cash()).isEqualByComparingTo("150");

        // What may be held for the order nobody is sure of is given back.
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(events.publishedFor("portfolio-" + session.id))
                .anySatisfy(event -> {
                    assertThat(event.at("/type").asString()).isEqualTo("order.closed");
                    assertThat(event.at("/data/order_id").asString())
                            .isEqualTo(unsure.orderId().toString());
                }));
    }

    @Test
    void faultyOrderIsNamed() {
        Session session = begin("1000");

        assertThat(fields(session.tryOrder(session.buy("m", "1.2", "-5")))).contains("price", "stake");
        assertThat(fields(session.tryOrder(session.buy("m", "0.5", "null")))).containsExactly("stake");
        assertThat(fields(session.tryOrder(session.with("label", "\"LIVE\"", session.buy("m", "0.5", "5")))))
                .containsExactly("label");
    }

    @Test
    void saleClosesThePositionAtTheBid() {
        Session session = begin("1000");
        session.order(session.buy("sold", "0.50", "100"));

        PortfolioOrder sale = session.order(session.with("fee_percent", "2", session.sell("sold", "0.60")));

        assertThat(sale.status()).isEqualTo(PortfolioOrder.Status.FILLED);
        // 200 shares x 0.60 = 120, less 2 % = 117.60
        Portfolio portfolio = session.portfolio();
        assertThat(portfolio.cash()).isEqualByComparingTo("1017.60");
        assertThat(portfolio.realisedPnl()).isEqualByComparingTo("17.60");
        assertThat(portfolio.openPositions()).isZero();
        assertThat(statuses(session, "")).containsExactly("SOLD");
    }

    /** 100 / 0.5 = 200 shares, half a dollar each. */
    @Test
    void marketResolvedToAHalfEachPaysAHalf() {
        Session session = begin("1000");
        session.order(session.buy("half", "0.5", "100"));

        MarkedPrices settled = session.prices(price("half", null, Instant.now(), "half"));

        assertThat(settled.settlements()).singleElement().satisfies(trade -> {
            assertThat(trade.price()).isEqualByComparingTo("0.5");
            assertThat(trade.cashChange()).isEqualByComparingTo("100");
        });
        assertThat(statuses(session, "?status=SETTLED")).containsExactly("SETTLED");
        assertThat(session.portfolio().cash()).isEqualByComparingTo("1000");
    }

    @Test
    void positionWithoutABidSaysSoAndIsWorthItsCost() {
        Session session = begin("1000");
        session.order(session.with("exit_price", "null", session.buy("nobody", "0.5", "100")));

        JsonNode position = reader().get(session.path() + "/positions").json().get(0);
        assertThat(position.get("unmarked").asBoolean()).isTrue();
        assertThat(position.hasNonNull("mark_price")).isFalse();
        assertThat(position.get("value").decimalValue()).isEqualByComparingTo("100");
        assertThat(session.portfolio().value()).isEqualByComparingTo("1000");
        assertThat(session.portfolio().unmarkedPositions()).isEqualTo(1);
        session.order(session.buy("somebody", "0.5", "100"));
        assertThat(session.portfolio().openPositions()).isEqualTo(2);
        assertThat(session.portfolio().unmarkedPositions()).isEqualTo(1);

        session.order(session.sell("somebody", "0.5"));
        session.prices(price("nobody", "0.3", Instant.now(), null));
        assertThat(session.portfolio().positionsValue()).isEqualByComparingTo("60");
        assertThat(session.portfolio().unmarkedPositions()).isZero();
    }

    /** Bought at a quote of yesterday, so that one of an hour ago is news. */
    @Test
    void quotesCarryTheirTime() {
        Session session = begin("1000");
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        session.order(session.with("quoted_at", "\"%s\"".formatted(yesterday), session.buy("old", "0.5", "100")));

        session.prices(price("old", "0.6", Instant.now().minus(Duration.ofHours(1)), null));

        assertThat(session.portfolio().positionsValue()).isEqualByComparingTo("120");
    }

    @Test
    void pausedPortfoliosSellAndBuyNothing() {
        Session session = begin("1000");
        session.order(session.buy("before", "0.5", "100"));
        writer().post(session.path() + "/pause", "");

        assertThat(reasons(session.order(session.buy("after", "0.5", "100")))).containsExactly("PORTFOLIO_PAUSED");
        assertThat(session.next().begin(0).status()).isEqualTo(200);
        assertThat(session.order(session.sell("before", "0.5")).status()).isEqualTo(PortfolioOrder.Status.FILLED);

        Session notBegun = session.with(UUID.randomUUID());
        assertThat(notBegun.tryOrder(notBegun.buy("m", "0.5", "1")).status()).isEqualTo(409);
    }

    @Test
    void orderLeftBehindByAStopIsCancelledAndGivenBack() {
        Session session = begin("1000");
        UUID order = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into portfolio_order (id, portfolio_id, cycle_id, side, market_id, question, outcome, stake,
                                                     price, fee_percent, label, because, status, denials, created_at)
                        values (:id, :portfolio, :cycle, 'BUY', 'left', 'Left?', 'Yes', 100,
                                0.5, 0, 'PAPER', 'a test', 'NEW', '[]', now() - interval '61 seconds')
                        """)
                .param("id", order)
                .param("portfolio", session.id)
                .param("cycle", session.cycle)
                .update();

        orders.cancelAbandoned(Duration.ofMinutes(1));

        assertThat(jdbc.sql("select status from portfolio_order where id = ?")
                        .param(order)
                        .query(String.class)
                        .single())
                .isEqualTo("CANCELLED");
        assertThat(session.portfolio().cash()).isEqualByComparingTo("1000");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(events.publishedFor("portfolio-" + session.id))
                .anySatisfy(event -> {
                    assertThat(event.at("/type").asString()).isEqualTo("order.closed");
                    assertThat(event.at("/data/reason/code").asString()).isEqualTo("INTERRUPTED");
                }));
    }

    /** Everything at once, by several controllers, on one portfolio: whatever happens, not a cent is lost or made. */
    @Test
    void cashAndPositionsBalanceAfterARandomRun() {
        Random random = new Random(20260304);
        Session session = begin("1000");
        List<Callable<Boolean>> work =
                IntStream.range(0, 120).mapToObj(i -> step(session, random, i)).toList();

        allAtOnce(work);

        Portfolio portfolio = session.portfolio();
        assertThat(portfolio.cash().add(portfolio.positionsValue()))
                .isEqualByComparingTo(
                        portfolio.initialBalance().add(portfolio.realisedPnl()).add(portfolio.floatingPnl()));
        List<MarketTrade> trades =
                List.of(reader().get(session.path() + "/trades?limit=10000").as(MarketTrade[].class));
        assertThat(trades).hasSizeGreaterThan(20);
        assertThat(trades.stream().map(MarketTrade::cashChange).reduce(portfolio.initialBalance(), BigDecimal::add))
                .isEqualByComparingTo(portfolio.cash());
        List<MarketPosition> positions =
                List.of(reader().get(session.path() + "/positions?limit=10000").as(MarketPosition[].class));
        assertThat(positions).extracting(MarketPosition::status).contains(MarketPosition.Status.OPEN);
        assertThat(positions.stream()
                        .filter(position -> position.status() == MarketPosition.Status.OPEN)
                        .map(MarketPosition::marketId))
                .doesNotHaveDuplicates()
                .hasSize(portfolio.openPositions());
    }

    private Callable<Boolean> step(Session session, Random random, int i) {
        String market = "random-" + random.nextInt(40);
        String price = "0." + (10 + random.nextInt(80));
        String stake = "%d.%02d".formatted(1 + random.nextInt(30), random.nextInt(100));
        String fee = "0." + random.nextInt(100);
        boolean won = random.nextBoolean();
        Instant at = Instant.now().plusMillis(i);
        return switch (random.nextInt(5)) {
            case 0 -> () -> session.order(session.with("fee_percent", fee, session.sell(market, price))) != null;
            case 1 -> () -> session.prices(price(market, null, at, won ? "Yes" : "No")) != null;
            case 2 -> () -> session.prices(price(market, price, at, null)) != null;
            default -> () -> session.order(session.with("fee_percent", fee, session.buy(market, price, stake))) != null;
        };
    }
}
