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
import dev.tradesuite.ledger.prediction.PortfolioCycleService;
import dev.tradesuite.ledger.prediction.PortfolioOrderService;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@SuiteIntegrationTest
@Import(TestEvents.Config.class)
class PortfolioApiIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    SuiteClient client;

    @Autowired
    TestEvents events;

    @Autowired
    StandIns standIns;

    @Autowired
    PortfolioOrderService orders;

    @Autowired
    PortfolioCycleService cycles;

    @Autowired
    JdbcClient jdbc;

    @Test
    void portfolioIsOpenedListedChangedPausedAndArchived() {
        Answer created = writer().post(
                        "/portfolios/create",
                        """
                        {"name": "Favourites", "strategy_type": "momentum", "initial_balance": 2500.50,
                         "strategy_config": {"trade_amount": 50}}
                        """);

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        Portfolio opened = created.as(Portfolio.class);
        String path = "/portfolios/" + opened.portfolioId();
        assertThat(created.headers().firstValue("Location")).hasValue(path);
        assertThat(opened.cash()).isEqualByComparingTo("2500.50");
        assertThat(opened.value()).isEqualByComparingTo("2500.50");
        assertThat(opened.configChecked()).isTrue();
        assertThat(opened.schedule()).isEqualTo("PT15M");
        assertThat(opened.riskAccountId()).isEqualTo("portfolio-" + opened.portfolioId());
        assertThat(created.json().at("/strategy_config/trade_amount").asInt()).isEqualTo(50);

        assertThat(numbers(reader().get("/portfolios/list?status=active&strategy_type=momentum")))
                .contains(opened.portfolioId());
        assertThat(numbers(reader().get("/portfolios/list?strategy_type=hybrid")))
                .doesNotContain(opened.portfolioId());

        Answer changed = patch(
                path,
                """
                        {"name": "Underdogs", "schedule": "0 */5 * * * *", "strategy_config": {"trade_amount": 25}}
                        """);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.as(Portfolio.class).name()).isEqualTo("Underdogs");
        assertThat(changed.as(Portfolio.class).schedule()).isEqualTo("0 */5 * * * *");

        assertThat(status(writer().post(path + "/pause", ""))).isEqualTo("PAUSED");
        assertThat(status(writer().post(path + "/pause", ""))).isEqualTo("PAUSED");
        assertThat(status(writer().post(path + "/resume", ""))).isEqualTo("ACTIVE");
        assertThat(status(writer().post(path + "/archive", ""))).isEqualTo("ARCHIVED");
        assertThat(status(writer().post(path + "/archive", ""))).isEqualTo("ARCHIVED");
        for (Answer refused : List.of(
                writer().post(path + "/resume", ""),
                writer().post(path + "/pause", ""),
                patch(path, "{\"name\": \"Again\"}"))) {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().at("/code").asString()).isEqualTo("CONFLICT");
        }

        JsonNode history = reader().get(path + "/history").json();
        assertThat(texts(history, "what"))
                .containsExactly("CREATED", "RENAMED", "CONFIGURED", "SCHEDULED", "PAUSED", "RESUMED", "ARCHIVED");
        assertThat(history.get(1).at("/before").asString()).isEqualTo("Favourites");
        assertThat(history.get(1).at("/after").asString()).isEqualTo("Underdogs");
        assertThat(history.get(2).at("/after").asString()).isEqualTo("{\"trade_amount\":25}");
        assertThat(history.get(1).at("/who").asString()).isEqualTo("test");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(texts(published(opened.portfolioId()), "type"))
                .containsExactly(
                        "portfolio.changed",
                        "portfolio.changed",
                        "portfolio.changed",
                        "portfolio.changed",
                        "portfolio.changed"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name': 'x', 'strategy_type': 'momentum', 'initial_balance': -5} | initial_balance",
                "{'name': ' ', 'strategy_type': 'momentum', 'initial_balance': 0} | initial_balance,name",
                "{'strategy_type': 'momentum', 'initial_balance': 'many'} | initial_balance,name",
                "{'name': 'x', 'strategy_type': 'astrology', 'initial_balance': 5} | strategy_type",
                "{'name': 'x', 'strategy_type': 'momentum', 'initial_balance': 5, 'strategy_config': 'all'}"
                        + " | strategy_config",
                "{'name': 'x', 'strategy_type': 'momentum', 'initial_balance': 5, 'strategy_config': {'colour': 1}}"
                        + " | strategy_config.colour",
                "{'name': 'x', 'strategy_type': 'momentum', 'initial_balance': 5, 'schedule': 'PT0.1S'} | schedule",
                "{'name': 'x', 'strategy_type': 'momentum', 'initial_balance': 5, 'schedule': 'hourly'} | schedule",
                "{'name': 'x', 'strategy_type': 'momentum', 'initial_balance': 5, 'schedule': '61 * * * * *'} |"
                        + " schedule"
            })
    void everyFaultyFieldOfANewPortfolioIsNamed(String body, String fields) {
        Answer refused = writer().post("/portfolios/create", body.replace('\'', '"'));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(texts(refused.json().get("errors"), "field"))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(fields.split(",", -1)));
    }

    @Test
    void unknownStrategyIsACodeOfItsOwn() {
        Answer refused = writer().post("/portfolios/create", creation("astrology"));

        assertThat(refused.json().at("/code").asString()).isEqualTo("UNKNOWN_STRATEGY");
        assertThat(refused.json().at("/detail").asString()).contains("momentum");
    }

    @Test
    void configurationOfAnOfflineControllerIsNotChecked() {
        Answer created = writer().post("/portfolios/create", creation("hybrid"));

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.as(Portfolio.class).configChecked()).isFalse();
    }

    @Test
    void faultyPathsAndParametersAreNamed() {
        for (String path : List.of("/portfolios/seven", "/portfolios/seven/positions", "/portfolios/seven/trades")) {
            Answer refused = reader().get(path);
            assertThat(refused.status()).as(path).isEqualTo(400);
            assertThat(texts(refused.json().get("errors"), "field")).containsExactly("id");
        }
        Answer status = reader().get("/portfolios/list?status=sleeping&limit=0");
        assertThat(status.status()).isEqualTo(400);
        assertThat(texts(status.json().get("errors"), "field")).containsExactlyInAnyOrder("status", "limit");
        for (String path : List.of("", "/positions", "/trades", "/snapshots", "/history")) {
            assertThat(reader().get("/portfolios/987654321" + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void scopeDecides() {
        assertThat(client.get("/portfolios/list").status()).isEqualTo(401);
        assertThat(reader().post("/portfolios/create", creation("momentum")).status())
                .isEqualTo(403);
        Session session = begin("1000");
        assertThat(reader().post(session.path() + "/orders", session.buy("m", "0.5", "100"))
                        .status())
                .isEqualTo(403);
    }

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

        session.prices(price("nobody", "0.3", Instant.now(), null));
        assertThat(session.portfolio().positionsValue()).isEqualByComparingTo("60");
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
    void liquidatesAndArchives() {
        Session session = begin("1000");
        session.order(session.buy("a", "0.5", "100"));
        session.order(session.with("exit_price", "null", session.buy("b", "0.5", "100")));

        Answer refused = writer().post(session.path() + "/archive", "");
        assertThat(refused.status()).isEqualTo(409);
        Answer liquidated = writer().post(session.path() + "/liquidate", "");
        assertThat(liquidated.status()).as(liquidated.text()).isEqualTo(200);
        assertThat(texts(liquidated.json().get("left"), "market_id")).containsExactly("b");
        assertThat(liquidated.json().at("/orders/0/status").asString()).isEqualTo("FILLED");
        assertThat(liquidated.json().at("/portfolio/status").asString()).isEqualTo("PAUSED");
        assertThat(liquidated.json().at("/portfolio/cash").decimalValue()).isEqualByComparingTo("898");

        session.prices(price("b", "0.4", Instant.now(), null));
        Answer archived = writer().post(session.path() + "/archive", "{\"liquidate\": true}");
        assertThat(status(archived)).isEqualTo("ARCHIVED");
        assertThat(session.portfolio().cash()).isEqualByComparingTo("978");
        assertThat(texts(reader().get(session.path() + "/history").json(), "what"))
                .containsExactly("CREATED", "PAUSED", "LIQUIDATED", "LIQUIDATED", "ARCHIVED");
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

        Answer refused = writer().post(
                        session.path() + "/cycles/" + session.cycle + "/complete",
                        completion(session.id + 1, UUID.randomUUID()));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(fields(refused)).containsExactlyInAnyOrder("report.cycle_id", "report.portfolio_id");
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

    private static <T> List<T> allAtOnce(List<Callable<T>> work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            return threads.invokeAll(work).stream().map(PortfolioApiIT::result).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Session begin(String balance) {
        Answer created = writer().post("/portfolios/create", creation("momentum", balance));
        Session session = new Session(created.as(Portfolio.class).portfolioId(), UUID.randomUUID());
        assertThat(session.begin(0).status()).isEqualTo(200);
        return session;
    }

    private static String creation(String strategy) {
        return creation(strategy, "1000");
    }

    private static String creation(String strategy, String balance) {
        return """
                {"name": "Test", "strategy_type": "%s", "initial_balance": %s}"""
                .formatted(strategy, balance);
    }

    private static String price(String market, @Nullable String bid, Instant at, @Nullable String winner) {
        return """
                {"market_id": "%s", "outcome": "Yes", "bid": %s, "at": "%s", "payout": %s}"""
                .formatted(
                        market,
                        bid == null ? "null" : bid,
                        at,
                        winner == null
                                ? "null"
                                : Map.of("Yes", "1", "No", "0", "half", "0.5").get(winner));
    }

    /** An order of a cycle; the bid of a buy is a cent lower. */
    private static String leg(String side, String market, String price, @Nullable String stake, @Nullable String set) {
        return """
                {"side": "%s", "market_id": "%s", "question": "Will it?", "outcome": "Yes", "stake": %s,
                 "price": %s, "set": %s, "reason": "a test"}"""
                .formatted(side, market, stake, price, set == null ? "null" : "\"" + set + "\"");
    }

    private static String completion(long portfolio, UUID cycle) {
        return """
                {"fence": 0, "report": {"cycle_id": "%s", "portfolio_id": %d, "strategy": "momentum",
                 "strategy_version": "1", "market_source": "simulated", "label": "SIMULATED",
                 "started_at": "2026-03-04T10:00:00Z", "ended_at": "2026-03-04T10:00:01Z",
                 "counts": {"events": 1, "events_kept": 1, "markets": 1, "markets_kept": 1, "signals": 1,
                            "open_slots": 10, "trades": 1, "denied": 0, "settled": 0},
                 "signals": [], "orders": [], "steps": [], "warnings": [], "replayed": false}}
                """
                .formatted(cycle, portfolio);
    }

    /** A cycle of a portfolio, as its controller sees it. */
    private final class Session {

        private final long id;
        private final UUID cycle;

        Session(long id, UUID cycle) {
            this.id = id;
            this.cycle = cycle;
        }

        String path() {
            return "/portfolios/" + id;
        }

        Session with(UUID other) {
            return new Session(id, other);
        }

        Session next() {
            Session next = with(UUID.randomUUID());
            next.begin(0);
            return next;
        }

        Answer begin(long fence) {
            return writer().put(path() + "/cycles/" + cycle, "{\"fence\": %d}".formatted(fence));
        }

        Portfolio portfolio() {
            return reader().get(path()).as(Portfolio.class);
        }

        /** At this ask; the bid is a cent lower. */
        String buy(String market, String price, String stake) {
            String bid = new BigDecimal(price).subtract(new BigDecimal("0.01")).toPlainString();
            return order("BUY", market, price, "\"stake\": %s, \"exit_price\": %s,".formatted(stake, bid));
        }

        String sell(String market, String price) {
            return order("SELL", market, price, "");
        }

        private String order(String side, String market, String price, String more) {
            return """
                    {"cycle_id": "%s", "fence": 0, "side": "%s", "market_id": "%s", "question": "Will it?",
                     "outcome": "Yes", %s "price": %s, "label": "SIMULATED", "reason": "a test"}"""
                    .formatted(cycle, side, market, more, price);
        }

        String fenced(long fence, String order) {
            return order.replace("\"fence\": 0", "\"fence\": " + fence);
        }

        /** The order with a further field, which wins over an earlier one of the same name. */
        String with(String field, String value, String order) {
            String without = order.replaceFirst("\"%s\": [^,]+, ".formatted(field), "");
            return without.replaceFirst("\\}$", ", \"%s\": %s}".formatted(field, value));
        }

        Answer tryOrder(String order) {
            return writer().post(path() + "/orders", order);
        }

        PortfolioOrder order(String order) {
            Answer answer = tryOrder(order);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            return answer.as(PortfolioOrder.class);
        }

        MarkedPrices prices(String price) {
            Answer answer = writer().post(
                            path() + "/prices",
                            "{\"cycle_id\": \"%s\", \"fence\": 0, \"prices\": [%s]}".formatted(cycle, price));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            return answer.as(MarkedPrices.class);
        }

        CycleOrders orders(String prices, String... legs) {
            Answer answer = writer().post(
                            path() + "/cycles/" + cycle + "/orders",
                            """
                            {"fence": 0, "label": "SIMULATED", "prices": [%s], "orders": [%s]}"""
                                    .formatted(prices, String.join(", ", legs)));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            return answer.as(CycleOrders.class);
        }

        Answer report() {
            return reader().get(path() + "/cycles/" + cycle);
        }

        JsonNode complete() {
            Answer answer = writer().post(path() + "/cycles/" + cycle + "/complete", completion(id, cycle));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            return answer.json();
        }
    }

    private Answer patch(String path, String body) {
        return writer().header("Content-Type", "application/json")
                .send("PATCH", path, HttpRequest.BodyPublishers.ofString(body));
    }

    private SuiteClient reader() {
        return client.with("trade:read");
    }

    private SuiteClient writer() {
        return client.with("portfolio:write");
    }

    private List<JsonNode> published(long portfolio) {
        return events.publishedFor(Long.toString(portfolio));
    }

    private List<String> statuses(Session session, String query) {
        return texts(reader().get(session.path() + "/positions" + query).json(), "status");
    }

    private static List<Long> numbers(Answer page) {
        return StreamSupport.stream(page.json().get("portfolios").spliterator(), false)
                .map(portfolio -> portfolio.get("portfolio_id").asLong())
                .toList();
    }

    private static String status(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().at("/status").asString();
    }

    private static List<String> reasons(PortfolioOrder order) {
        assertThat(order.status()).isEqualTo(PortfolioOrder.Status.DENIED);
        return order.reasons().stream().map(reason -> reason.code()).toList();
    }

    private static List<String> fields(Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        return texts(refused.json().get("errors"), "field");
    }

    private static List<String> texts(Iterable<JsonNode> nodes, String name) {
        Stream<JsonNode> all = StreamSupport.stream(nodes.spliterator(), false);
        return all.map(node -> node.get(name).asString()).toList();
    }
}
