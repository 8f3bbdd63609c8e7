package dev.tradesuite.risk;

import static dev.tradesuite.risk.World.reservation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.AccountUpdated;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.risk.account.DayRoll;
import dev.tradesuite.support.Ids;
import dev.tradesuite.test.SuiteClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What comes in over Kafka, in whatever order, and what goes out. */
@RiskIntegrationTest
class EventsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    SuiteClient client;

    @Autowired
    World world;

    @Autowired
    DayRoll dayRoll;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    static Stream<List<Integer>> orders() {
        // Every order of four events, each of them also sent twice.
        return permutations(List.of(0, 1, 2, 3)).stream();
    }

    /**
     * An order of 0.4 lots is filled by 0.1 and by 0.2 and then cancelled: 0.3 end in the books, and nothing is held.
     */
    @ParameterizedTest
    @MethodSource("orders")
    void everyOrderOfEventsEndsWithThePositionInTheBooks(List<Integer> order) {
        String account = "it-order-"
                + String.join("", order.stream().map(String::valueOf).toList());
        world.open(account);
        UUID id = UUID.randomUUID();
        World.reserve(client, id, World.trade(account, "BUY", "0.4"));
        Account first = world.books(account, 2, "10000", world.eurusd(account, Direction.LONG, "0.1"));
        Account second = world.books(account, 3, "9990", world.eurusd(account, Direction.LONG, "0.3"));
        List<Runnable> events = List.of(
                () -> world.fill(account, id, "0.3", "0.3", false),
                () -> world.tell(first, id, "0.1", false),
                () -> world.tell(second, id, "0.3", false),
                () -> world.close(account, id, "0.3"));

        order.forEach(i -> {
            events.get(i).run();
            events.get(i).run();
        });

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode reservation = reservation(client, id);
            assertThat(reservation.at("/status").asString()).isEqualTo("IN_BOOKS");
            assertThat(reservation.at("/filled").decimalValue()).isEqualByComparingTo("0.3");
            JsonNode memory = World.account(client, account);
            assertThat(memory.at("/equity").decimalValue()).isEqualByComparingTo("9990");
            assertThat(memory.at("/margin_used").decimalValue()).isEqualByComparingTo("650.10");
            assertThat(memory.at("/reserved_margin").decimalValue()).isZero();
            assertThat(memory.at("/reserved_loss").decimalValue()).isZero();
        });
        world.assertHeldAddsUp(account);
    }

    @Test
    void positionIsNeverCountedTwiceAndNeverMissing() {
        world.open("it-gap");
        UUID id = UUID.randomUUID();
        World.reserve(client, id, World.trade("it-gap", "BUY", "0.4"));
        world.fill("it-gap", id, "0.4", "0.4", true);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        reservation(client, id).at("/status").asString())
                .isEqualTo("CONFIRMED"));
        assertThat(marginInAll("it-gap")).isEqualByComparingTo("866.80");

        world.tell(world.books("it-gap", 2, "10000", world.eurusd("it-gap", Direction.LONG, "0.4")), id, "0.4", true);

        // Whenever it is looked at, the margin is there once: in the reservation or in the books.
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(marginInAll("it-gap")).isEqualByComparingTo("866.80");
            assertThat(reservation(client, id).at("/status").asString()).isEqualTo("IN_BOOKS");
        });
        assertThat(marginInAll("it-gap")).isEqualByComparingTo("866.80");
    }

    private BigDecimal marginInAll(String account) {
        JsonNode memory = World.account(client, account);
        return memory.at("/margin_used")
                .decimalValue()
                .add(memory.at("/reserved_margin").decimalValue());
    }

    @Test
    void eventThatComesTwiceCountsOnce() {
        world.open("it-repeat");
        World.account(client, "it-repeat");
        UUID eventId = Ids.next();
        Account account = world.books("it-repeat", 2, "9900");
        String event =
                json.writeValueAsString(world.envelope(eventId, "account.updated", new AccountUpdated(account, null)));
        // The same report with other figures, as no one may send it: only the first is read.
        String forged = event.replace("9900", "1");

        world.sendText(Topics.LEDGER_EVENTS, "it-repeat", event);
        world.sendText(Topics.LEDGER_EVENTS, "it-repeat", forged);
        world.tell(world.books("it-repeat", 3, "9950"));

        awaitEquity("it-repeat", "9950");
        assertThat(states("it-repeat")).isEmpty();
    }

    @Test
    void olderReportChangesNothing() {
        world.tell(world.books("it-old", 5, "9800", world.eurusd("it-old", Direction.LONG, "0.2")));
        world.tell(world.books("it-old", 4, "10500"));
        world.tell(world.books("it-old-end", 1, "10000"));

        awaitEquity("it-old-end", "10000");
        awaitEquity("it-old", "9800");
        JsonNode account = World.account(client, "it-old");
        assertThat(account.at("/high_water_mark").decimalValue()).isEqualByComparingTo("10000");
        assertThat(account.at("/margin_used").decimalValue()).isEqualByComparingTo("433.40");
    }

    @Test
    void amountsKeepEveryDigit() {
        world.tell(world.books("it-digits", 1, "12345678901.12345678"));

        awaitEquity("it-digits", "12345678901.12345678");
    }

    @Test
    void orderThatEndedIsNotReservedForAnyMore() {
        world.open("it-late");
        World.account(client, "it-late");
        UUID id = UUID.randomUUID();
        world.close("it-late", id, "0");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(jdbc.sql("SELECT count(*) FROM ended_order WHERE order_id = ?")
                                .param(id)
                                .query(Long.class)
                                .single())
                        .isEqualTo(1));

        JsonNode answer =
                World.reserve(client, id, World.trade("it-late", "BUY", "0.4")).json();

        assertThat(answer.at("/status").asString()).isEqualTo("RELEASED");
        assertThat(answer.at("/reserved_loss").decimalValue()).isZero();
        assertThat(World.account(client, "it-late").at("/reserved_loss").decimalValue())
                .isZero();
    }

    @Test
    void fillsOfOrdersWithoutAReservationConcernNobody() {
        world.open("it-protective");
        World.account(client, "it-protective");
        UUID stop = UUID.randomUUID();

        world.fill("it-protective", stop, "0.4", "0.4", true);
        world.tell(world.books("it-protective", 2, "9800"), stop, "0.4", true);

        awaitEquity("it-protective", "9800");
        assertThat(client.with("internal")
                        .get("/api/v1/risk/reservations/" + stop)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheRestGoesOn() {
        String key = "it-poison";
        world.sendText(Topics.LEDGER_EVENTS, key, "{\"this is\": not an event");
        world.sendText(
                Topics.LEDGER_EVENTS,
                key,
                json.writeValueAsString(world.envelope(Ids.next(), "account.updated", "no account")));
        world.sendText(
                Topics.ORDERS_EVENTS,
                key,
                json.writeValueAsString(world.envelope(Ids.next(), "order.filled", Map.of("account_id", key))));
        world.tell(world.books(key, 1, "9700"));

        awaitEquity(key, "9700");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(dead(Topics.LEDGER_EVENTS, key)).isEqualTo(2);
            assertThat(dead(Topics.ORDERS_EVENTS, key)).isEqualTo(1);
        });
    }

    @Test
    void forgedReportsChangeNothingAndTheRestGoesOn() {
        String account = "it-forged";
        world.open(account);
        World.account(client, account);
        String real = json.writeValueAsString(world.envelope(
                Ids.next(), "account.updated", new AccountUpdated(world.books(account, 2, "9980"), null)));

        // Equity out of nothing, a sequence that shuts out all that follow, amounts that do not add up, a day to come.
        world.tell(world.books(account, 2, "1000000000"));
        world.tell(world.books(account, Long.MAX_VALUE, "10000"));
        world.sendText(Topics.LEDGER_EVENTS, account, real.replace("\"balance\":9980", "\"balance\":9000"));
        world.sendText(Topics.LEDGER_EVENTS, account, real.replaceAll("\"updated_at\":\"20", "\"updated_at\":\"21"));
        world.tell(world.books(account, 3, "9990"));

        awaitEquity(account, "9990");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(dead(Topics.LEDGER_EVENTS, account))
                .isEqualTo(4));
        assertThat(states(account)).isEmpty();
    }

    private int dead(String topic, String key) {
        return world.deadLetters(topic + Topics.DEAD_LETTER_SUFFIX, key);
    }

    @Test
    void dailyLossAllowsOnlyReductionsUntilTheDayIsOver() {
        String account = "it-daily";
        world.tell(world.books(account, 1, "10000", world.eurusd(account, Direction.LONG, "0.4")));
        world.tell(world.books(account, 2, "9499", world.eurusd(account, Direction.LONG, "0.4")));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states(account)).containsExactly("ACTIVE > REDUCE_ONLY"));
        assertThat(denial(World.trade(account, "SELL", "0.5"))).isEqualTo("REDUCE_ONLY");
        assertThat(World.reserve(client, UUID.randomUUID(), World.trade(account, "SELL", "0.1"))
                        .json()
                        .at("/status")
                        .asString())
                .isEqualTo("RESERVED");
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<JsonNode> told = world.published(Topics.RISK_EVENTS, account);
            assertThat(told)
                    .extracting(event -> event.at("/type").asString())
                    .containsExactly("limit.breached", "trading_state.changed");
            assertThat(told.getFirst().at("/data/check").asString()).isEqualTo("daily_loss");
            assertThat(told.getFirst().at("/data/measured").decimalValue()).isEqualByComparingTo("5.01");
            assertThat(told.getLast().at("/data/state").asString()).isEqualTo("REDUCE_ONLY");
            assertThat(told.getLast().at("/data/cause").asString())
                    .isEqualTo("daily loss 5.01 % exceeds the limit of 5 %");
        });

        Instant today = world.clock().instant();
        try {
            world.clock().advance(Duration.ofDays(1));
            // The check does not wait for the day to be rolled.
            JsonNode tomorrow = client.with("trade:read")
                    .post("/api/v1/risk/check", World.trade(account, "SELL", "0.5"))
                    .json();
            assertThat(tomorrow.at("/trading_state").asString()).isEqualTo("ACTIVE");
            assertThat(tomorrow.at("/account/day_start_equity").decimalValue()).isEqualByComparingTo("9499");
            assertThat(states(account)).hasSize(1);

            dayRoll.rollAccounts();

            assertThat(states(account)).containsExactly("ACTIVE > REDUCE_ONLY", "REDUCE_ONLY > ACTIVE");
            JsonNode rolled = World.account(client, account);
            assertThat(rolled.at("/day").asString()).isEqualTo("2026-03-05");
            assertThat(rolled.at("/day_start_equity").decimalValue()).isEqualByComparingTo("9499");
            assertThat(rolled.at("/high_water_mark").decimalValue()).isEqualByComparingTo("10000");
        } finally {
            world.clock().set(today);
        }
    }

    @Test
    void drawdownRestrictsUntilAPersonHasLooked() {
        String account = "it-drawdown";
        world.tell(world.books(account, 1, "12000"));
        world.tell(world.books(account, 2, "10199"));

        // (12,000 - 10,199) / 12,000 = 15.0083... %, and the same of the day's 12,000
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(states(account))
                .containsExactly("ACTIVE > REDUCE_ONLY", "REDUCE_ONLY > REDUCE_ONLY"));
        assertThat(denial(World.trade(account, "BUY", "0.01"))).isEqualTo("REDUCE_ONLY");

        // It gets worse, and nobody is overruled: a limit is passed once.
        World.restrict(client, "ACCOUNT", account, "ACTIVE");
        world.tell(world.books(account, 3, "10100"));
        awaitEquity(account, "10100");
        assertThat(denial(World.trade(account, "BUY", "0.01"))).isEqualTo("DAILY_LOSS_LIMIT");
        assertThat(states(account)).last().isEqualTo("REDUCE_ONLY > ACTIVE");
        assertThat(jdbc.sql("SELECT check_name FROM limit_breach WHERE account_id = ? ORDER BY number")
                        .param(account)
                        .query(String.class)
                        .list())
                .containsExactly("DAILY_LOSS", "DRAWDOWN");
    }

    @Test
    void marketMayTakeAwayTheRoomOfWhatIsReserved() {
        String account = "it-squeezed";
        world.open(account);
        UUID id = UUID.randomUUID();
        World.reserve(client, id, World.trade(account, "BUY", "0.4"));

        // 80 % of 700 is less than the 866.80 held, and the day's limit is far behind: what is held stays held.
        Account squeezed = world.books(account, 2, "700");
        // So much at once is asked about.
        world.standIns().accounts.put(account, squeezed);
        world.tell(squeezed);
        awaitEquity(account, "700");
        assertThat(World.account(client, account).at("/reserved_margin").decimalValue())
                .isEqualByComparingTo("866.80");

        world.close(account, id, "0");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        World.account(client, account).at("/reserved_margin").decimalValue())
                .isZero());
    }

    @Test
    void reportsOfManyAccountsAtOnceAllArrive() {
        Random random = new Random(7);
        List<Account> reports = new ArrayList<>(IntStream.range(0, 200)
                .mapToObj(i -> world.books("it-many-" + i % 20, 1 + i / 20, Integer.toString(10_000 + i / 20)))
                .toList());
        Collections.shuffle(reports, random);

        reports.forEach(world::tell);

        for (int i = 0; i < 20; i++) {
            awaitEquity("it-many-" + i, "10009");
        }
    }

    private void awaitEquity(String account, String equity) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(jdbc.sql("SELECT equity FROM account WHERE id = ?")
                        .param(account)
                        .query(BigDecimal.class)
                        .optional())
                .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(equity)));
    }

    private String denial(String trade) {
        JsonNode answer = World.reserve(client, UUID.randomUUID(), trade).json();
        return answer.at("/assessment/denials/0/code").asString();
    }

    private List<String> states(String account) {
        return jdbc.sql(
                        """
                        SELECT from_state || ' > ' || to_state FROM trading_state_change
                        WHERE scope = 'ACCOUNT' AND id = ? ORDER BY number
                        """)
                .param(account)
                .query(String.class)
                .list();
    }

    private static <T> List<List<T>> permutations(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            List<T> rest = new ArrayList<>(items);
            T first = rest.remove(i);
            for (List<T> tail : permutations(rest)) {
                List<T> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }
}
