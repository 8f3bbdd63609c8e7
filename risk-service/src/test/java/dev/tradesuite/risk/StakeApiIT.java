package dev.tradesuite.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.AccountStatus;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.OrderClosed;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.risk.ReserveStakesRequest;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.support.Ids;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stakes of portfolios: their books come along with each request. */
@RiskIntegrationTest
class StakeApiIT {

    private static final int MANY = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    SuiteClient client;

    @Autowired
    World world;

    @Autowired
    JsonMapper json;

    @Test
    void accountIsLearnedFromTheBooksThatComeAlong() {
        Answer answer = reserve(stake(books("portfolio-101", 3, "10000", "200"), "100"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode reservation = answer.json().at("/reservations/0");
        assertThat(reservation.at("/status").asString()).isEqualTo("RESERVED");
        assertThat(reservation.at("/symbol").asString()).isEqualTo("540234");
        assertThat(reservation.at("/notional").decimalValue()).isEqualByComparingTo("100");
        assertThat(reservation.at("/lots").isMissingNode()
                        || reservation.at("/lots").isNull())
                .isTrue();
        assertThat(reservation.at("/reserved_loss").decimalValue()).isEqualByComparingTo("100");
        assertThat(reservation.at("/reserved_margin").decimalValue()).isEqualByComparingTo("100");
        assertThat(levels(reservation)).containsExactly("safe", "safe", "safe", "safe", "warning", "safe");
        JsonNode account = World.account(client, "portfolio-101");
        assertThat(account.at("/margin_used").decimalValue()).isEqualByComparingTo("200");
        assertThat(account.at("/reserved_margin").decimalValue()).isEqualByComparingTo("100");
        assertThat(world.standIns().asked).noneMatch(path -> path.contains("portfolio-101"));
        world.assertHeldAddsUp("portfolio-101");
    }

    @Test
    void newerBooksAreTakenInFirstAndOlderOnesAreNot() {
        ReserveStakesRequest first = stake(books("portfolio-102", 1, "10000", "0"), "400");
        reserve(first);

        // The first is in the books now: 400 paid, nothing held for it, so 400 more are 4 % of the day again.
        JsonNode second = reserve(stake(books("portfolio-102", 2, "10000", "400"), "400", orderOf(first)))
                .json()
                .at("/reservations/0");
        assertThat(second.at("/status").asString()).isEqualTo("RESERVED");
        JsonNode account = World.account(client, "portfolio-102");
        assertThat(account.at("/margin_used").decimalValue()).isEqualByComparingTo("400");
        assertThat(account.at("/reserved_loss").decimalValue()).isEqualByComparingTo("400");
        assertThat(second.at("/assessment/checks/0/measured").decimalValue()).isEqualByComparingTo("4");
        assertThat(World.reservation(client, orderOf(first)).at("/status").asString())
                .isEqualTo("IN_BOOKS");

        JsonNode stale = reserve(stake(books("portfolio-102", 1, "10000", "0"), "400"))
                .json()
                .at("/reservations/0");
        assertThat(stale.at("/assessment/denials/0/code").asString()).isEqualTo("DAILY_LOSS_LIMIT");
        assertThat(World.account(client, "portfolio-102").at("/margin_used").decimalValue())
                .isEqualByComparingTo("400");
        world.assertHeldAddsUp("portfolio-102");
    }

    @Test
    void exactlyTheStakesThatFitPassWhenManyAskAtOnce() throws InterruptedException {
        Account books = books("portfolio-103", 1, "10000", "0");

        // 5 % of 10,000 is 500: eight times 60 are 480, a ninth would make it 540.
        List<String> outcomes = atOnce(() -> outcome(reserve(stake(books, "60"))));

        assertThat(outcomes).filteredOn("RESERVED"::equals).hasSize(8);
        assertThat(outcomes).filteredOn("DENIED DAILY_LOSS_LIMIT"::equals).hasSize(MANY - 8);
        assertThat(World.account(client, "portfolio-103").at("/reserved_margin").decimalValue())
                .isEqualByComparingTo("480");
        world.assertHeldAddsUp("portfolio-103");
    }

    @Test
    void marginLimitHoldsAlsoWhenManyAskAtOnce() throws InterruptedException {
        // 80 % of 10,000 is 8,000, of which 7,700 are paid: three times 100 fit.
        Account books = books("portfolio-104", 1, "10000", "7700");
        world.standIns().accounts.put("portfolio-104", books);
        World.limit(client, "portfolio-104", World.limits("100", "80", "0.7", "1000"));

        List<String> outcomes = atOnce(() -> outcome(reserve(stake(books, "100"))));

        assertThat(outcomes).filteredOn("RESERVED"::equals).hasSize(3);
        assertThat(outcomes).filteredOn("DENIED MARGIN_LIMIT"::equals).hasSize(MANY - 3);
    }

    @Test
    void askingAgainAnswersTheReservationThatStands() {
        ReserveStakesRequest request = stake(books("portfolio-105", 1, "10000", "0"), "100");
        reserve(request);

        assertThat(outcome(reserve(request))).isEqualTo("RESERVED");
        assertThat(World.account(client, "portfolio-105").at("/reserved_loss").decimalValue())
                .isEqualByComparingTo("100");
        Answer other = reserve(stakes(
                request.books(),
                new ReserveStakesRequest.Stake(Ids.next(), "540235", null, BigDecimal.TEN),
                new ReserveStakesRequest.Stake(orderOf(request), "540234", null, BigDecimal.TEN)));
        assertThat(other.status()).isEqualTo(409);
        // One order of the batch is another's: nothing of it is held.
        assertThat(World.account(client, "portfolio-105").at("/reserved_loss").decimalValue())
                .isEqualByComparingTo("100");
        world.assertHeldAddsUp("portfolio-105");
    }

    @Test
    void eachStakeOfABatchSeesThoseBeforeItAsHeld() {
        Account books = books("portfolio-117", 1, "10000", "0");
        // 5 % of 10,000 is 500: 300 fit, 300 more do not, 200 do.
        ReserveStakesRequest batch = stakes(
                books,
                new ReserveStakesRequest.Stake(Ids.next(), "540234", null, new BigDecimal("300")),
                new ReserveStakesRequest.Stake(Ids.next(), "540235", null, new BigDecimal("300")),
                new ReserveStakesRequest.Stake(Ids.next(), "540236", null, new BigDecimal("200")));

        Answer answer = reserve(batch);

        assertThat(outcomes(answer)).containsExactly("RESERVED", "DENIED DAILY_LOSS_LIMIT", "RESERVED");
        assertThat(World.account(client, "portfolio-117").at("/reserved_margin").decimalValue())
                .isEqualByComparingTo("500");
        world.assertHeldAddsUp("portfolio-117");

        // Asked again: two stand, the one in between is as impossible as before.
        assertThat(outcomes(reserve(batch))).containsExactly("RESERVED", "DENIED DAILY_LOSS_LIMIT", "RESERVED");
        assertThat(World.account(client, "portfolio-117").at("/reserved_margin").decimalValue())
                .isEqualByComparingTo("500");
    }

    @Test
    void haltOfOneMarketDeniesItsStakeAlone() {
        World.restrict(client, "SYMBOL", "market-118", "HALTED");

        Answer answer = reserve(stakes(
                books("portfolio-118", 1, "10000", "0"),
                new ReserveStakesRequest.Stake(Ids.next(), "market-118", null, BigDecimal.TEN),
                new ReserveStakesRequest.Stake(Ids.next(), "market-119", null, BigDecimal.TEN)));

        assertThat(outcomes(answer)).containsExactly("DENIED TRADING_HALTED", "RESERVED");
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT, portfolio-106, portfolio-106, strategy-106, Market-106",
        "PORTFOLIO, 107, portfolio-107, strategy-107, Market-107",
        "STRATEGY, strategy-108, portfolio-108, strategy-108, Market-108",
        "SYMBOL, Market-109, portfolio-109, strategy-109, Market-109",
    })
    void tradingStateIsEnforcedForEverySubject(
            String scope, String id, String account, String strategy, String market) {
        Callable<String> attempt = () -> outcome(reserve(new ReserveStakesRequest(
                books(account, 1, "10000", "0"),
                null,
                account.substring("portfolio-".length()),
                strategy,
                List.of(new ReserveStakesRequest.Stake(Ids.next(), market, null, BigDecimal.TEN)))));

        world.standIns().portfolios.add(account.substring("portfolio-".length()));
        world.standIns().strategies.add(strategy);

        World.restrict(client, scope, id, "REDUCE_ONLY");
        assertThat(result(attempt)).isEqualTo("DENIED REDUCE_ONLY");
        World.restrict(client, scope, id, "HALTED");
        assertThat(result(attempt)).isEqualTo("DENIED TRADING_HALTED");
        World.restrict(client, scope, id, "ACTIVE");
        assertThat(result(attempt)).isEqualTo("RESERVED");
    }

    @Test
    void fillInTheBooksEndsTheReservationWhicheverComesFirst() {
        ReserveStakesRequest request = stake(books("portfolio-110", 1, "10000", "0"), "100");
        reserve(request);

        world.tell(books("portfolio-110", 2, "10000", "100"), orderOf(request), "100", true);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(World.reservation(client, orderOf(request))
                        .at("/status")
                        .asString())
                .isEqualTo("IN_BOOKS"));
        JsonNode account = World.account(client, "portfolio-110");
        assertThat(account.at("/margin_used").decimalValue()).isEqualByComparingTo("100");
        assertThat(account.at("/reserved_margin").decimalValue()).isZero();
        world.assertHeldAddsUp("portfolio-110");
    }

    @Test
    void orderThatCameToNothingIsGivenBackAndNeverReservedAgain() {
        Account books = books("portfolio-111", 1, "10000", "0");
        ReserveStakesRequest held = stake(books, "100");
        ReserveStakesRequest late = stake(books, "100");
        reserve(held);

        close(held);
        close(late);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        World.reservation(client, orderOf(held)).at("/status").asString())
                .isEqualTo("RELEASED"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outcome(reserve(late))).isEqualTo("RELEASED"));
        assertThat(World.account(client, "portfolio-111").at("/reserved_loss").decimalValue())
                .isZero();
    }

    @Test
    void openStakesAreBoundByTheirPortfolioAndNotByTheLossOfTheDay() {
        // 460 were paid and are worth 430 now: 30 lost, and 0.1 lots lose 50 at their stop. With count-open-stakes the
        // 430
        // would count too, which is more than 500 together.
        reserve(stake(books("portfolio-122", 1, "10000", "0"), "1"));
        reserve(stake(books("portfolio-122", 2, "9970", "430"), "1"));

        JsonNode check = client.with("trade:read")
                .post("/api/v1/risk/check", World.trade("portfolio-122", "BUY", "0.1"))
                .json();

        assertThat(check.at("/checks/0/message").asString())
                .contains("loss today 30.00 USD", "this trade at its stop 50.00 USD")
                .doesNotContain("open stakes");
        assertThat(check.at("/allowed").asBoolean()).as(check.toString()).isTrue();
    }

    @Test
    void stakeIsNoPositionInAnInstrument() {
        Account books = books("portfolio-112", 1, "10000", "0");
        // A market may have the name of an instrument.
        reserve(stakes(books, new ReserveStakesRequest.Stake(Ids.next(), "EURUSD", null, BigDecimal.TEN)));

        JsonNode check = client.with("trade:read")
                .post("/api/v1/risk/check", World.trade("portfolio-112", "BUY", "0.1"))
                .json();

        assertThat(check.at("/allowed").asBoolean()).as(check.toString()).isTrue();
        assertThat(check.at("/checks/4/message").asString()).contains("no other position to correlate with");
    }

    @Test
    void drawdownOfAPortfolioLetsItSellOnly() {
        reserve(stake(books("portfolio-113", 1, "10000", "0"), "100"));

        // 1,600 of 10,000 is 16 %, more than 15.
        assertThat(outcome(reserve(stake(books("portfolio-113", 2, "8400", "100"), "10"))))
                .isEqualTo("DENIED REDUCE_ONLY");
        assertThat(outcome(reserve(sale(books("portfolio-113", 2, "8400", "100")))))
                .isEqualTo("RESERVED");
    }

    @Test
    void saleOfAHaltedPortfolioIsDeniedAndHoldsNothingOtherwise() {
        Account books = books("portfolio-119", 1, "10000", "100");
        ReserveStakesRequest sale = sale(books);

        assertThat(outcome(reserve(sale))).isEqualTo("RESERVED");
        assertThat(client.with("internal")
                        .get("/api/v1/risk/reservations/" + orderOf(sale))
                        .status())
                .as("nothing is held for it")
                .isEqualTo(404);

        World.restrict(client, "PORTFOLIO", "119", "HALTED");
        assertThat(outcome(reserve(sale))).isEqualTo("DENIED TRADING_HALTED");
        World.restrict(client, "ACCOUNT", "portfolio-119", "REDUCE_ONLY");
        assertThat(outcome(reserve(sale))).isEqualTo("RESERVED");
    }

    @Test
    void portfolioAndItsAccountHaveOneState() {
        world.standIns().portfolios.add("120");
        World.restrict(client, "PORTFOLIO", "120", "HALTED");
        World.restrict(client, "ACCOUNT", "portfolio-120", "REDUCE_ONLY");

        SuiteClient reader = client.with("trade:read");
        JsonNode byPortfolio =
                reader.get("/api/v1/risk/trading-state?scope=PORTFOLIO&id=120").json();
        JsonNode byAccount = reader.get("/api/v1/risk/trading-state?scope=ACCOUNT&id=portfolio-120")
                .json();

        assertThat(byAccount).isEqualTo(byPortfolio).hasSize(1);
        assertThat(byAccount.at("/0/state").asString()).isEqualTo("REDUCE_ONLY");
        // A breach of the account is one of the portfolio too.
        reserve(stake(books("portfolio-121", 1, "10000", "0"), "100"));
        reserve(stake(books("portfolio-121", 2, "8400", "100"), "10"));
        assertThat(reader.get("/api/v1/risk/trading-state?scope=PORTFOLIO&id=121")
                        .json()
                        .at("/0/state")
                        .asString())
                .isEqualTo("REDUCE_ONLY");
    }

    private static ReserveStakesRequest sale(Account books) {
        return new ReserveStakesRequest(
                books,
                null,
                books.id().substring("portfolio-".length()),
                "momentum",
                List.of(new ReserveStakesRequest.Stake(Ids.next(), "540234", Side.SELL, new BigDecimal("100"))));
    }

    @Test
    void oldMarksDenyOnlyWhilePositionsAreOpen() {
        Instant old = world.clock().instant().minus(Duration.ofHours(73));

        assertThat(outcome(reserve(stake(books("portfolio-114", 1, "10000", "0", old), "100"))))
                .isEqualTo("RESERVED");
        assertThat(outcome(reserve(stake(books("portfolio-115", 1, "10000", "300", old), "100"))))
                .isEqualTo("DENIED EQUITY_STALE");
    }

    @Test
    void everyFaultyFieldIsNamed() {
        Answer refused = client.with("internal")
                .post(
                        "/api/v1/risk/reservations/stakes",
                        """
                        {"books": {"id": " ", "equity": "much", "margin_used": -1, "sequence": 1,
                                   "positions": [{"symbol": "EURUSD"}]},
                         "portfolio_id": "7", "strategy": "momentum", "stakes": [{"market_id": "", "stake": -5}]}
                        """);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(StreamSupport.stream(refused.json().get("errors").spliterator(), false)
                        .map(error -> error.get("field").asString()))
                .contains(
                        "stakes[0].order_id",
                        "books.id",
                        "books.currency",
                        "books.equity",
                        "books.margin_used",
                        "books.positions",
                        "stakes[0].market_id",
                        "stakes[0].stake");
    }

    @Test
    void booksOfAnotherPortfolioAreNotBelieved() {
        ReserveStakesRequest request = stake(books("portfolio-130", 1, "10000", "0"), "100");
        ReserveStakesRequest foreign = new ReserveStakesRequest(
                books("portfolio-131", 1, "10000", "0"), null, "130", "momentum", request.stakes());

        Answer refused = reserve(foreign);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("books.id");
        assertThat(client.with("trade:read")
                        .get("/api/v1/risk/accounts/portfolio-131")
                        .status())
                .as("nothing of them was taken in")
                .isEqualTo(404);
    }

    @Test
    void booksThatDoNotAddUpAreNotBelieved() {
        Account honest = books("portfolio-132", 1, "10000", "300");
        Account rich = new Account(
                honest.id(),
                honest.name(),
                honest.currency(),
                honest.label(),
                honest.status(),
                honest.initialBalance(),
                honest.netCashFlow(),
                honest.balance(),
                honest.floatingPnl(),
                new BigDecimal("1000000000"),
                honest.marginUsed(),
                honest.realisedPnl(),
                honest.commissionPaid(),
                honest.positions(),
                honest.holdings(),
                honest.sequence(),
                honest.equityAt(),
                honest.updatedAt().plus(Duration.ofHours(1)));

        Answer refused = reserve(stake(rich, "100"));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(StreamSupport.stream(refused.json().get("errors").spliterator(), false)
                        .map(error -> error.get("field").asString()))
                .containsExactlyInAnyOrder("books.equity", "books.updated_at");
        assertThat(outcome(reserve(stake(honest, "100")))).isEqualTo("RESERVED");
    }

    @Test
    void booksThatAreTooFarAheadAreNotBelievedAndShutNobodyOut() {
        assertThat(outcome(reserve(stake(books("portfolio-133", 1, "10000", "0"), "100"))))
                .isEqualTo("RESERVED");

        Answer refused = reserve(stake(books("portfolio-133", Long.MAX_VALUE, "10000", "0"), "100"));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("books.sequence");
        assertThat(refused.json().at("/errors/0/message").asString()).contains("newest known is 1");
        assertThat(reserve(stake(books("portfolio-134", Long.MAX_VALUE, "10000", "0"), "100"))
                        .status())
                .as("nor when the portfolio is not known yet")
                .isEqualTo(400);
        assertThat(outcome(reserve(stake(books("portfolio-133", 2, "10000", "0"), "100"))))
                .isEqualTo("RESERVED");
    }

    @Test
    void scopeDecides() {
        assertThat(client.with("trade:read")
                        .post(
                                "/api/v1/risk/reservations/stakes",
                                json.writeValueAsString(stake(books("portfolio-116", 1, "10000", "0"), "100")))
                        .status())
                .isEqualTo(403);
    }

    private void close(ReserveStakesRequest request) {
        world.sendText(
                Topics.LEDGER_EVENTS,
                request.books().id(),
                json.writeValueAsString(world.envelope(
                        Ids.next(),
                        "order.closed",
                        new OrderClosed(
                                orderOf(request),
                                orderOf(request).toString(),
                                request.books().id(),
                                request.stakes().getFirst().marketId(),
                                OrderStatus.CANCELLED,
                                BigDecimal.ZERO,
                                new Reason("INTERRUPTED", "a test"),
                                world.clock().instant(),
                                null))));
    }

    private Answer reserve(ReserveStakesRequest request) {
        return client.with("internal").post("/api/v1/risk/reservations/stakes", json.writeValueAsString(request));
    }

    private static ReserveStakesRequest stake(Account books, String amount, UUID... booked) {
        return new ReserveStakesRequest(
                books,
                List.of(booked),
                books.id().substring("portfolio-".length()),
                "momentum",
                List.of(new ReserveStakesRequest.Stake(Ids.next(), "540234", null, new BigDecimal(amount))));
    }

    private static ReserveStakesRequest stakes(Account books, ReserveStakesRequest.Stake... stakes) {
        return new ReserveStakesRequest(
                books, null, books.id().substring("portfolio-".length()), "momentum", List.of(stakes));
    }

    private static UUID orderOf(ReserveStakesRequest request) {
        return request.stakes().getFirst().orderId();
    }

    private Account books(String id, long sequence, String equity, String paid) {
        return books(id, sequence, equity, paid, world.clock().instant());
    }

    private Account books(String id, long sequence, String equity, String paid, Instant equityAt) {
        BigDecimal value = new BigDecimal(equity);
        BigDecimal cost = new BigDecimal(paid);
        return new Account(
                id,
                "Test",
                "USD",
                RunLabel.PAPER,
                AccountStatus.ACTIVE,
                new BigDecimal("10000"),
                BigDecimal.ZERO,
                value.subtract(cost),
                BigDecimal.ZERO,
                value,
                cost,
                value.subtract(new BigDecimal("10000")),
                BigDecimal.ZERO,
                List.of(),
                List.of(),
                sequence,
                equityAt,
                world.clock().instant());
    }

    private static List<String> levels(JsonNode reservation) {
        return StreamSupport.stream(reservation.at("/assessment/checks").spliterator(), false)
                .map(check -> check.get("level").asString())
                .toList();
    }

    private static String outcome(Answer answer) {
        return outcomes(answer).getFirst();
    }

    private static List<String> outcomes(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return StreamSupport.stream(answer.json().at("/reservations").spliterator(), false)
                .map(StakeApiIT::outcome)
                .toList();
    }

    private static String outcome(JsonNode reservation) {
        String status = reservation.at("/status").asString();
        return status.equals("DENIED")
                ? status + " " + reservation.at("/assessment/denials/0/code").asString()
                : status;
    }

    private static List<String> atOnce(Callable<String> work) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> all =
                    IntStream.range(0, MANY).mapToObj(_ -> work).toList();
            return threads.invokeAll(all).stream().map(Future::resultNow).toList();
        }
    }

    private static String result(Callable<String> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
