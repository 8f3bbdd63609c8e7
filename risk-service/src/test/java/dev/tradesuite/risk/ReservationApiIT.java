package dev.tradesuite.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RiskIntegrationTest
class ReservationApiIT {

    private static final String RESERVATIONS = "/api/v1/risk/reservations";

    private final SuiteClient client;
    private final SuiteClient trader;
    private final World world;
    private final JdbcClient jdbc;

    ReservationApiIT(@Autowired SuiteClient client, @Autowired World world, @Autowired JdbcClient jdbc) {
        this.client = client;
        this.trader = client.with("internal", "trade:read");
        this.world = world;
        this.jdbc = jdbc;
    }

    @Test
    void holdsLossAndMargin() {
        world.open("it-hold");
        UUID order = UUID.randomUUID();

        Answer answer = World.reserve(client, order, World.trade("it-hold", "BUY", "0.4"));

        assertThat(answer.status()).isEqualTo(200);
        JsonNode reservation = answer.json();
        assertThat(reservation.at("/order_id").asString()).isEqualTo(order.toString());
        assertThat(reservation.at("/status").asString()).isEqualTo("RESERVED");
        assertThat(reservation.at("/reserved_loss").decimalValue()).isEqualByComparingTo("200");
        assertThat(reservation.at("/reserved_margin").decimalValue()).isEqualByComparingTo("866.80");
        assertThat(reservation.at("/lots").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(reservation.at("/assessment/allowed").asBoolean()).isTrue();
        assertThat(reservation.at("/assessment/checks")).hasSize(6);
        JsonNode account = World.account(client, "it-hold");
        assertThat(account.at("/reserved_loss").decimalValue()).isEqualByComparingTo("200");
        assertThat(account.at("/reserved_margin").decimalValue()).isEqualByComparingTo("866.80");
        world.assertHeldAddsUp("it-hold");
    }

    @Test
    void askingAgainAnswersTheReservationThatStands() {
        world.open("it-again");
        UUID order = UUID.randomUUID();
        String trade = World.trade("it-again", "BUY", "0.4");
        World.reserve(client, order, trade);

        JsonNode again = World.reserve(client, order, trade).json();

        assertThat(again.at("/status").asString()).isEqualTo("RESERVED");
        assertThat(again.has("assessment")).isFalse();
        assertThat(World.account(client, "it-again").at("/reserved_loss").decimalValue())
                .isEqualByComparingTo("200");

        Answer other = World.reserve(client, order, World.trade("it-again", "BUY", "0.3"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().at("/code").asString()).isEqualTo("CONFLICT");
        assertThat(other.json().at("/detail").asString()).contains("has a reservation for BUY 0.4 EURUSD");
    }

    @Test
    void denialHoldsNothingAndIsNotKept() {
        world.open("it-denied");
        UUID order = UUID.randomUUID();

        Answer answer = World.reserve(client, order, World.trade("it-denied", "BUY", "1.5"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/status").asString()).isEqualTo("DENIED");
        assertThat(answer.json().at("/reserved_loss").decimalValue()).isZero();
        assertThat(answer.json().at("/assessment/denials/0/code").asString()).isEqualTo("DAILY_LOSS_LIMIT");
        assertThat(trader.get(RESERVATIONS + "/" + order).status()).isEqualTo(404);
        assertThat(World.account(client, "it-denied").at("/reserved_loss").decimalValue())
                .isZero();
        assertThat(trader.get(ofAccount("it-denied", "?status=DENIED")).json()).isEmpty();
    }

    /** 0.9 lots lose 450 of the 500 that may be lost; 0.95 in their place lose 475, and beside them far too much. */
    @Test
    void orderTakesThePlaceOfAnotherNearTheLimitAndBothAreHeldUntilOneHasEnded() {
        String account = "it-replace";
        world.open(account);
        World.limit(client, account, World.limits("5", "80", "1", "100000"));
        UUID old = UUID.randomUUID();
        UUID next = UUID.randomUUID();
        World.reserve(client, old, World.trade(account, "BUY", "0.9"));

        assertThat(status(World.reserve(client, UUID.randomUUID(), World.trade(account, "BUY", "0.95"))))
                .isEqualTo("DENIED");
        assertThat(status(replace(next, World.trade(account, "BUY", "1.01"), old)))
                .isEqualTo("DENIED");
        assertThat(status(replace(next, World.trade(account, "BUY", "0.95"), old)))
                .isEqualTo("RESERVED");
        assertThat(heldLoss(account)).isEqualByComparingTo("925");
        world.assertHeldAddsUp(account);

        world.standIns().orders.put(old.toString(), OrderStatus.CANCELLED);
        trader.post(RESERVATIONS + "/" + old + "/release", "{\"reason\": \"replaced\"}");
        assertThat(heldLoss(account)).isEqualByComparingTo("475");
        world.assertHeldAddsUp(account);
    }

    @Test
    void changesOfOneOrderAtOnceLeaveRoomForNobodyElse() throws InterruptedException {
        String account = "it-replaces";
        world.open(account);
        World.limit(client, account, World.limits("5", "80", "1", "100000"));
        UUID old = UUID.randomUUID();
        World.reserve(client, old, World.trade(account, "BUY", "0.9"));

        List<UUID> changed = Stream.generate(UUID::randomUUID).limit(8).toList();
        List<Callable<String>> work = new ArrayList<>();
        changed.forEach(order -> work.add(() -> status(replace(order, World.trade(account, "BUY", "0.95"), old))));
        for (int i = 0; i < 8; i++) {
            work.add(() -> status(World.reserve(client, UUID.randomUUID(), World.trade(account, "BUY", "0.11"))));
        }
        List<String> statuses;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = threads.invokeAll(work).stream().map(Future::resultNow).toList();
        }

        assertThat(statuses.subList(0, 8)).containsOnly("RESERVED");
        assertThat(statuses.subList(8, 16)).as("0.11 lots lose 55; 50 are left").containsOnly("DENIED");
        assertThat(heldLoss(account)).as("450 and eight times 475").isEqualByComparingTo("4250");
        world.assertHeldAddsUp(account);

        // The broker took the last of them.
        Stream.concat(Stream.of(old), changed.stream().limit(7)).forEach(gone -> {
            world.standIns().orders.put(gone.toString(), OrderStatus.CANCELLED);
            trader.post(RESERVATIONS + "/" + gone + "/release", "{\"reason\": \"replaced\"}");
        });
        assertThat(heldLoss(account)).isEqualByComparingTo("475");
        world.assertHeldAddsUp(account);
    }

    @Test
    void whatIsFilledOfTheReplacedOrderCounts() {
        String account = "it-replace-filled";
        world.open(account);
        World.limit(client, account, World.limits("5", "80", "1", "100000"));
        UUID old = UUID.randomUUID();
        World.reserve(client, old, World.trade(account, "BUY", "0.9"));

        // 0.4 lots are filled, of which nobody here has heard: 200 beside 0.61 x 500.
        assertThat(status(replace(UUID.randomUUID(), World.trade(account, "BUY", "0.61"), old, "0.4")))
                .isEqualTo("DENIED");
        assertThat(status(replace(UUID.randomUUID(), World.trade(account, "BUY", "0.6"), old, "0.4")))
                .isEqualTo("RESERVED");
        world.assertHeldAddsUp(account);
    }

    @Test
    void closingOrderIsReplacedByAnotherClosingOne() {
        String account = "it-replace-close";
        world.standIns()
                .accounts
                .put(account, world.books(account, 1, "10000", world.eurusd(account, Direction.LONG, "0.4")));
        UUID old = UUID.randomUUID();
        assertThat(status(World.reserve(client, old, World.trade(account, "SELL", "0.4"))))
                .isEqualTo("RESERVED");

        JsonNode beside = client.with("trade:read")
                .post("/api/v1/risk/check", World.trade(account, "SELL", "0.4"))
                .json();
        Answer instead = replace(UUID.randomUUID(), World.trade(account, "SELL", "0.4"), old);

        assertThat(reduces(beside.at("/checks")))
                .as("the first closes all there is")
                .isFalse();
        assertThat(reduces(instead.json().at("/assessment/checks"))).isTrue();
    }

    @Test
    void replacedOrderMustBeNamedByItsNumber() {
        Answer answer = trader.post(
                RESERVATIONS,
                "{\"order_id\": \"%s\", \"trade\": %s, \"replaces\": {\"filled_lots\": -1}}"
                        .formatted(UUID.randomUUID(), World.trade("it-replace-bad", "BUY", "0.4")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors").valueStream().map(error -> error.at("/field")
                        .asString()))
                .containsExactly("replaces.filled_lots", "replaces.order_id");
    }

    private Answer replace(UUID order, String trade, UUID replaced) {
        return replace(order, trade, replaced, "0");
    }

    private Answer replace(UUID order, String trade, UUID replaced, String filled) {
        return trader.post(
                RESERVATIONS,
                "{\"order_id\": \"%s\", \"trade\": %s, \"replaces\": {\"order_id\": \"%s\", \"filled_lots\": %s}}"
                        .formatted(order, trade, replaced, filled));
    }

    private static String status(Answer answer) {
        return answer.json().at("/status").asString();
    }

    private static boolean reduces(JsonNode checks) {
        return checks.valueStream()
                .allMatch(check -> check.at("/reason").asString().equals("REDUCES_POSITION"));
    }

    private BigDecimal heldLoss(String account) {
        return World.account(client, account).at("/reserved_loss").decimalValue();
    }

    @Test
    void accountThatIsNotInTheBooksIsDenied() {
        Answer answer = World.reserve(client, UUID.randomUUID(), World.trade("it-missing", "BUY", "0.1"));

        assertThat(answer.json().at("/status").asString()).isEqualTo("DENIED");
        assertThat(answer.json().at("/assessment/denials/0/code").asString()).isEqualTo("ACCOUNT_UNKNOWN");
    }

    @Test
    void confirmedReservationIsHeldAndReleasedOneIsNot() {
        world.open("it-life");
        World.limit(client, "it-life", World.limits("5", "80", "1", "100000"));
        UUID filled = UUID.randomUUID();
        UUID cancelled = UUID.randomUUID();
        World.reserve(client, filled, World.trade("it-life", "BUY", "0.4"));
        world.clock().advance(Duration.ofSeconds(1));
        World.reserve(client, cancelled, World.trade("it-life", "BUY", "0.2"));

        JsonNode confirmed = trader.post(RESERVATIONS + "/" + filled + "/confirm", "{\"filled\": 0.4}")
                .json();
        world.standIns().orders.put(cancelled.toString(), OrderStatus.SUBMITTED);
        Answer early = trader.post(RESERVATIONS + "/" + cancelled + "/release", "{\"reason\": \"guess\"}");
        assertThat(early.status()).as("an order that is on its way").isEqualTo(409);
        assertThat(early.json().at("/detail").asString()).contains("on its way");
        assertThat(trader.post(RESERVATIONS + "/" + filled + "/release", "{\"reason\": \"guess\"}")
                        .status())
                .as("an order its owner does not know")
                .isEqualTo(409);
        assertThat(World.account(client, "it-life").at("/reserved_loss").decimalValue())
                .isEqualByComparingTo("300");

        world.standIns().orders.put(cancelled.toString(), OrderStatus.CANCELLED);
        JsonNode released = trader.post(RESERVATIONS + "/" + cancelled + "/release", "{\"reason\": \"rejected\"}")
                .json();

        assertThat(confirmed.at("/status").asString()).isEqualTo("CONFIRMED");
        assertThat(confirmed.at("/reserved_loss").decimalValue()).isEqualByComparingTo("200");
        assertThat(released.at("/status").asString()).isEqualTo("RELEASED");
        assertThat(released.at("/reserved_loss").decimalValue()).isZero();
        assertThat(World.account(client, "it-life").at("/reserved_loss").decimalValue())
                .isEqualByComparingTo("200");
        world.assertHeldAddsUp("it-life");

        assertThat(orders("it-life", "")).containsExactly(cancelled.toString(), filled.toString());
        assertThat(orders("it-life", "?status=CONFIRMED")).containsExactly(filled.toString());
        assertThat(orders("it-life", "?limit=1")).containsExactly(cancelled.toString());

        // Again, and what cannot be any more.
        assertThat(trader.post(RESERVATIONS + "/" + cancelled + "/release", "{\"reason\": \"again\"}")
                        .status())
                .isEqualTo(200);
        assertThat(trader.post(RESERVATIONS + "/" + cancelled + "/confirm", "{\"filled\": 0.2}")
                        .status())
                .isEqualTo(409);
        assertThat(trader.post(RESERVATIONS + "/" + filled + "/confirm", "{\"filled\": 0.5}")
                        .status())
                .isEqualTo(409);
        assertThat(trader.post(RESERVATIONS + "/" + UUID.randomUUID() + "/release", "{\"reason\": \"none\"}")
                        .status())
                .isEqualTo(404);
    }

    private Iterable<String> orders(String account, String more) {
        return StreamSupport.stream(trader.get(ofAccount(account, more)).json().spliterator(), false)
                .map(reservation -> reservation.at("/order_id").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT,   it-state-account, ''",
        "SYMBOL,    usdcad,           ''",
        "STRATEGY,  it-strategy,      '\"strategy\": \"it-strategy\",'",
        "PORTFOLIO, 907,              '\"portfolio_id\": \"907\",'",
    })
    void tradingStateIsEnforcedForEverySubject(String scope, String id, String field) {
        world.open("it-state-account");
        world.standIns().strategies.add("it-strategy");
        world.standIns().portfolios.add("907");
        String trade =
                """
                {"account_id": "it-state-account", %s "symbol": "USDCAD", "side": "BUY", "lots": 0.01,
                 "entry_price": 1.36, "stop_loss_price": 1.35}"""
                        .formatted(field);

        Answer restricted = World.restrict(client, scope, id, "REDUCE_ONLY");
        assertThat(restricted.json().at("/changed_by").asString()).isEqualTo("test");
        assertThat(denial(trade)).isEqualTo("REDUCE_ONLY");

        World.restrict(client, scope, id, "HALTED");
        assertThat(denial(trade)).isEqualTo("TRADING_HALTED");

        assertThat(World.restrict(client, scope, id, "ACTIVE").status()).isEqualTo(200);
        UUID order = UUID.randomUUID();
        assertThat(World.reserve(client, order, trade).json().at("/status").asString())
                .isEqualTo("RESERVED");
        world.standIns().orders.put(order.toString(), OrderStatus.CANCELLED);
        trader.post(RESERVATIONS + "/" + order + "/release", "{\"reason\": \"a test\"}");

        JsonNode states = client.with("trade:read")
                .get("/api/v1/risk/trading-state?scope=" + scope + "&id=" + id)
                .json();
        assertThat(states).hasSize(1);
        assertThat(states.at("/0/state").asString()).isEqualTo("ACTIVE");
        assertThat(jdbc.sql("SELECT count(*) FROM trading_state_change WHERE scope = ? AND id = ?")
                        .params(scope, states.at("/0/id").asString())
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    private String denial(String trade) {
        JsonNode answer = World.reserve(client, UUID.randomUUID(), trade).json();
        assertThat(answer.at("/status").asString()).isEqualTo("DENIED");
        return answer.at("/assessment/denials/0/code").asString();
    }

    @Test
    void positionCanBeClosedBeyondEveryLimitButNotTwice() {
        world.standIns()
                .accounts
                .put("it-reduce", world.books("it-reduce", 1, "300", world.eurusd("it-reduce", Direction.LONG, "0.4")));
        String close =
                """
                {"account_id": "it-reduce", "symbol": "EURUSD", "side": "SELL", "lots": 0.3, "entry_price": 1.0835}""";

        // 300 of 10,000 is a drawdown of 97 %: a person lets the account close its position.
        World.account(client, "it-reduce");
        World.restrict(client, "ACCOUNT", "it-reduce", "REDUCE_ONLY");
        JsonNode first = World.reserve(client, UUID.randomUUID(), close).json();
        JsonNode second = World.reserve(client, UUID.randomUUID(), close).json();

        assertThat(first.at("/status").asString()).isEqualTo("RESERVED");
        assertThat(first.at("/reserved_margin").decimalValue()).isZero();
        assertThat(second.at("/status").asString()).isEqualTo("DENIED");
        assertThat(second.at("/assessment/denials/0/code").asString()).isEqualTo("REDUCE_ONLY");
    }

    @Test
    void holdingIsClosedThroughZeroBeyondEveryLimitAndItsMarginIsHeldUntilTheBooksShowIt() {
        world.standIns().strategies.add("it-cross-strategy");
        world.standIns()
                .accounts
                .put("it-cross", world.books("it-cross", 1, "300", world.eurusd("it-cross", Direction.LONG, "0.1")));
        String close =
                """
                {"account_id": "it-cross", "symbol": "EURUSD", "side": "SELL", "lots": 0.4, "entry_price": 1.0835,
                 "strategy": "it-cross-strategy", "reduces": "HOLDING"}""";

        World.account(client, "it-cross");
        World.restrict(client, "STRATEGY", "it-cross-strategy", "REDUCE_ONLY");
        JsonNode crossing = World.reserve(client, UUID.randomUUID(), close).json();
        World.restrict(client, "STRATEGY", "it-cross-strategy", "HALTED");
        JsonNode halted = World.reserve(client, UUID.randomUUID(), close).json();

        assertThat(crossing.at("/status").asString()).as(crossing.toString()).isEqualTo("RESERVED");
        // 0.3 x 100,000 x 1.0835 x 2 %, with an equity of 300.
        assertThat(crossing.at("/reserved_margin").decimalValue()).isEqualByComparingTo("650.10");
        assertThat(World.account(client, "it-cross").at("/reserved_margin").decimalValue())
                .isEqualByComparingTo("650.10");
        assertThat(halted.at("/status").asString()).isEqualTo("DENIED");
        assertThat(halted.at("/assessment/denials/0/code").asString()).isEqualTo("TRADING_HALTED");
    }

    @Test
    void holdingOfNobodyIsNoneToReduce() {
        Answer answer = World.reserve(
                client,
                UUID.randomUUID(),
                """
                {"account_id": "it-cross", "symbol": "EURUSD", "side": "SELL", "lots": 0.4, "entry_price": 1.0835,
                 "reduces": "HOLDING"}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("strategy");
    }

    @ParameterizedTest
    @CsvSource({
        "SYMBOL,    ABCXYZ,           there is no symbol ABCXYZ",
        "ACCOUNT,   mian,             there is no account mian",
        "ACCOUNT,   portfolio-999999, there is no portfolio 999999",
        "PORTFOLIO, 999999,           there is no portfolio 999999",
        "PORTFOLIO, seven,            there is no portfolio seven",
        "STRATEGY,  momentun,         there is no strategy momentun",
    })
    void nothingIsHaltedThatDoesNotExist(String scope, String id, String detail) {
        Answer answer = World.restrict(client, scope, id, "HALTED");

        assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        assertThat(answer.json().at("/detail").asString()).startsWith(detail);
    }

    @Test
    void accountIsHaltedAlsoWhileNobodyCanSayWhetherThereIsOne() {
        world.standIns().broken.add("it-halt-away");

        assertThat(World.restrict(client, "ACCOUNT", "it-halt-away", "HALTED").status())
                .isEqualTo(200);
    }

    @Test
    void protectionOfAPositionHoldsNothingAndIsDeniedByAHaltAlone() {
        world.standIns()
                .accounts
                .put(
                        "it-protect",
                        world.books("it-protect", 1, "10000", world.eurusd("it-protect", Direction.LONG, "0.4")));
        String stop =
                """
                {"order_id": "%s", "protective": true, "trade": {"account_id": "it-protect", "symbol": "EURUSD",
                 "side": "SELL", "lots": 0.4, "entry_price": 1.0785}}"""
                        .formatted(UUID.randomUUID());

        JsonNode first = trader.post(RESERVATIONS, stop).json();
        World.restrict(client, "ACCOUNT", "it-protect", "REDUCE_ONLY");
        JsonNode reducing = trader.post(RESERVATIONS, stop).json();
        World.restrict(client, "ACCOUNT", "it-protect", "HALTED");
        JsonNode halted = trader.post(RESERVATIONS, stop).json();

        assertThat(first.at("/status").asString()).isEqualTo("RESERVED");
        assertThat(reducing.at("/status").asString()).isEqualTo("RESERVED");
        assertThat(halted.at("/status").asString()).isEqualTo("DENIED");
        assertThat(halted.at("/assessment/denials/0/code").asString()).isEqualTo("TRADING_HALTED");
        assertThat(trader.get(ofAccount("it-protect", "")).json()).isEmpty();
    }

    @Test
    void everythingAtOnceIsHeldUpAtTheReservation() {
        world.open("it-all");
        String trade = World.trade("it-all", "BUY", "0.1");
        try {
            assertThat(everything("REDUCE_ONLY").status()).isEqualTo(200);
            assertThat(denial(trade)).isEqualTo("REDUCE_ONLY");
            assertThat(World.restrict(client, "ACCOUNT", "it-all", "HALTED").status())
                    .isEqualTo(200);
            assertThat(denial(trade)).as("the strictest counts").isEqualTo("TRADING_HALTED");

            JsonNode states = client.with("trade:read")
                    .get("/api/v1/risk/trading-state?scope=ALL")
                    .json();
            assertThat(states).hasSize(1);
            assertThat(states.at("/0/id").asString()).isEqualTo("all");
            assertThat(client.with("trade:read")
                            .get("/api/v1/risk/trading-state?scope=ALL&id=all")
                            .json())
                    .isEqualTo(states);
        } finally {
            assertThat(everything("ACTIVE").status()).isEqualTo(200);
        }
        World.restrict(client, "ACCOUNT", "it-all", "ACTIVE");
        assertThat(World.reserve(client, UUID.randomUUID(), trade)
                        .json()
                        .at("/status")
                        .asString())
                .isEqualTo("RESERVED");
    }

    private Answer everything(String state) {
        return client.with("risk:admin")
                .put(
                        "/api/v1/risk/trading-state",
                        """
                        {"scope": "ALL", "state": "%s", "reason": "a test"}"""
                                .formatted(state));
    }

    @ParameterizedTest
    @CsvSource({"ACCOUNT, null", "SYMBOL, ' '", "ALL, main"})
    void stateIsAboutWhatItNames(String scope, String id) {
        Answer answer = client.with("risk:admin")
                .put(
                        "/api/v1/risk/trading-state",
                        """
                        {"scope": "%s", "id": %s, "state": "HALTED", "reason": "a test"}"""
                                .formatted(scope, id.equals("null") ? id : '"' + id + '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("id");
    }

    @Test
    void leavingHaltedTakesAReason() {
        Answer answer = client.with("risk:admin")
                .put(
                        "/api/v1/risk/trading-state",
                        """
                        {"scope": "ACCOUNT", "id": "main", "state": "ACTIVE", "reason": " "}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("reason");
    }

    @Test
    void namesEveryFaultOfARequest() {
        Answer answer = trader.post(
                RESERVATIONS,
                """
                {"trade": {"what_if": {"equity": -1}, "as_of": "2025-01-01T00:00:00Z", "symbol": "EURUSD",
                           "side": "BUY", "lots": 0.1, "entry_price": 1.0835}}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(StreamSupport.stream(answer.json().at("/errors").spliterator(), false)
                        .map(error -> error.at("/field").asString()))
                .containsExactlyInAnyOrder(
                        "order_id", "trade.account_id", "trade.as_of", "trade.what_if", "trade.what_if.equity");
    }

    private static String ofAccount(String account, String more) {
        return "/api/v1/risk/accounts/%s/reservations%s".formatted(account, more);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/risk/accounts/x/reservations?status=MAYBE, status",
        "/api/v1/risk/accounts/x/reservations?limit=0,      limit",
        "/api/v1/risk/reservations/not-a-uuid,              order_id",
    })
    void namesTheFaultyParameter(String path, String field) {
        Answer answer = trader.get(path);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "0,     80,  0.7, 1000,   daily_loss_percent",
        "5,     101, 0.7, 1000,   margin_percent",
        "5,     80,  1.1, 1000,   correlation",
        "5,     80,  0.7, 100001, currency_exposure_percent",
    })
    void refusesWhatIsNoLimit(String daily, String margin, String correlation, String exposure, String field) {
        Answer answer = client.with("risk:admin")
                .put("/api/v1/risk/limits/main", World.limits(daily, margin, correlation, exposure));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void limitsAreKeptWithWhoChangedThem() {
        world.open("it-limits");
        JsonNode defaults =
                client.with("trade:read").get("/api/v1/risk/limits/it-limits").json();
        assertThat(defaults.at("/margin_percent").decimalValue()).isEqualByComparingTo("80");

        World.limit(client, "it-limits", World.limits("2.5", "50", "0.8", "500"));

        JsonNode changed =
                client.with("trade:read").get("/api/v1/risk/limits/it-limits").json();
        assertThat(changed.at("/daily_loss_percent").decimalValue()).isEqualByComparingTo("2.5");
        assertThat(changed.at("/correlation").decimalValue()).isEqualByComparingTo("0.8");
        assertThat(jdbc.sql("SELECT changed_by FROM limit_change WHERE account_id = 'it-limits'")
                        .query(String.class)
                        .single())
                .isEqualTo("test");
    }

    @Test
    void highWaterMarkIsPutRightByAPersonWithAReason() {
        String path = "/api/v1/risk/accounts/it-peak/high-water-mark";
        world.standIns().accounts.put("it-peak", world.books("it-peak", 1, "9000"));
        SuiteClient admin = client.with("risk:admin");

        assertThat(World.account(client, "it-peak").at("/high_water_mark").decimalValue())
                .isEqualByComparingTo("10000");
        Answer stated = admin.post(path, "{\"value\": 9500.5, \"reason\": \"a wrong price\"}");
        assertThat(stated.status()).as(stated.text()).isEqualTo(200);
        assertThat(stated.json().at("/high_water_mark").decimalValue()).isEqualByComparingTo("9500.5");
        assertThat(admin.post(path, "{\"value\": \"equity\", \"reason\": \"the same\"}")
                        .json()
                        .at("/high_water_mark")
                        .decimalValue())
                .isEqualByComparingTo("9000");

        assertThat(admin.post(path, "{\"value\": 8999, \"reason\": \"a test\"}").status())
                .isEqualTo(409);
        assertThat(admin.post(path, "{\"value\": \"high\", \"reason\": \" \"}")
                        .json()
                        .at("/errors"))
                .hasSize(2);
        assertThat(trader.post(path, "{\"value\": 9500, \"reason\": \"a test\"}")
                        .status())
                .isEqualTo(403);
        assertThat(admin.post(path.replace("it-peak", "it-nobody"), "{\"value\": 9500, \"reason\": \"a test\"}")
                        .status())
                .isEqualTo(404);
        assertThat(jdbc.sql(
                                """
                                SELECT from_amount || ' ' || to_amount || ' ' || reason || ' ' || changed_by
                                FROM high_water_mark_change WHERE account_id = 'it-peak' ORDER BY number
                                """)
                        .query(String.class)
                        .list())
                .containsExactly("10000 9500.5 a wrong price test", "9500.5 9000 the same test");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            List<JsonNode> told = world.published(Topics.RISK_EVENTS, "it-peak").stream()
                    .filter(event -> event.at("/type").asString().equals("high_water_mark.changed"))
                    .toList();
            assertThat(told).hasSize(2);
            assertThat(told.getFirst().at("/data/to").decimalValue()).isEqualByComparingTo("9500.5");
            assertThat(told.getFirst().at("/data/changed_by").asString()).isEqualTo("test");
        });
    }
}
