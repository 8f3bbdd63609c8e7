package dev.tradesuite.ledger.account.messaging;

import static dev.tradesuite.ledger.TestEvents.filled;
import static dev.tradesuite.ledger.TestEvents.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.MarkSource;
import dev.tradesuite.contracts.ledger.Position;
import dev.tradesuite.contracts.ledger.Reconciliation;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.orchestrator.BrokerPositions;
import dev.tradesuite.contracts.orchestrator.OrderFilled;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.ledger.StandIns;
import dev.tradesuite.ledger.TestEvents;
import dev.tradesuite.ledger.account.BookingService;
import dev.tradesuite.ledger.account.FillCatchUp;
import dev.tradesuite.support.Ids;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SuiteIntegrationTest
@Import(TestEvents.Config.class)
class BooksIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    SuiteClient client;

    @Autowired
    TestEvents events;

    @Autowired
    BookingService books;

    @Autowired
    FillCatchUp catchUp;

    @Autowired
    StandIns standIns;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Test
    void fillsBecomePositionsTradesCashAndEvents() {
        open("it-fills");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

        OrderFilled opening = filled("it-fills", Side.BUY, "0.4", "EURUSD", "1.0835", "1", now);
        OrderFilled closing = filled("it-fills", Side.SELL, "0.1", "EURUSD", "1.0885", "1", now.plusMillis(10));
        events.send(opening);
        events.send(closing);

        Account account = awaitTrades("it-fills", 2);
        // 10,000 - 2 x 1.40 + (1.0885 - 1.0835) x 0.1 x 100,000
        assertThat(account.balance()).isEqualByComparingTo("10047.20");
        assertThat(account.commissionPaid()).isEqualByComparingTo("2.80");
        Position position = account.positions().getFirst();
        assertThat(position.direction()).isEqualTo(Direction.LONG);
        assertThat(position.lots()).isEqualByComparingTo("0.3");
        assertThat(position.averagePrice()).isEqualByComparingTo("1.0835");
        assertThat(reader().get("/api/v1/accounts/it-fills/positions").json()).hasSize(1);

        JsonNode trades = reader().get("/api/v1/accounts/it-fills/trades").json();
        assertThat(trades.get(0).get("fill_id").stringValue())
                .isEqualTo(closing.fillId().toString());
        assertThat(trades.get(0).get("closed_lots").decimalValue()).isEqualByComparingTo("0.1");
        assertThat(trades.get(0).get("realised_pnl").decimalValue()).isEqualByComparingTo("50");
        assertThat(trades.get(1).get("opened_lots").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(trades.get(1).has("realised_pnl")).isFalse();
        assertThat(reader().get("/api/v1/accounts/it-fills/trades?limit=1").json())
                .hasSize(1);
        assertThat(reader().get("/api/v1/accounts/it-fills/trades?to=" + closing.filledAt())
                        .json())
                .hasSize(1);
        assertBalanced("it-fills");

        await().atMost(PATIENCE).untilAsserted(() -> {
            List<JsonNode> updates = fillUpdates("it-fills");
            assertThat(updates).hasSize(2);
            JsonNode last = updates.getLast();
            assertThat(last.at("/type").stringValue()).isEqualTo("account.updated");
            assertThat(last.at("/source").stringValue()).isEqualTo("ledger-service");
            assertThat(last.at("/data/account/balance").decimalValue()).isEqualByComparingTo("10047.20");
            assertThat(last.at("/data/fill/order_id").stringValue())
                    .isEqualTo(closing.orderId().toString());
            assertThat(last.at("/data/fill/booked_lots").decimalValue()).isEqualByComparingTo("0.1");
            assertThat(last.at("/data/fill/order_complete").booleanValue()).isTrue();
        });
    }

    @Test
    void eventThatComesTwiceIsBookedOnce() {
        open("it-twice");
        OrderFilled fill = filled("it-twice", Side.BUY, "0.2", "EURUSD", "1.0835", "1", Instant.now());

        UUID eventId = events.send(fill);
        events.send(eventId, fill);
        // The same fill told by another event, and one more fill that shows when the others are through.
        events.send(fill);
        events.send(filled("it-twice", Side.BUY, "0.1", "EURUSD", "1.0835", "1", Instant.now()));

        Account account = awaitTrades("it-twice", 2);
        assertThat(account.positions().getFirst().lots()).isEqualByComparingTo("0.3");
        assertThat(account.commissionPaid()).isEqualByComparingTo("2.80");
        assertBalanced("it-twice");
        assertThat(fillUpdatesAfter("it-twice", 2)).hasSize(2);
    }

    @Test
    void partsOfAnOrderMayComeInAnyOrder() {
        open("it-order");
        UUID order = UUID.randomUUID();
        Instant first = Instant.now();
        Instant second = first.plusMillis(5);

        events.send(part("it-order", order, Side.SELL, "0.3", "0.4", true, "EURUSD", "1.0840", "1", second));
        events.send(part("it-order", order, Side.SELL, "0.1", "0.1", false, "EURUSD", "1.0880", "1", first));

        Account account = awaitTrades("it-order", 2);
        // (0.3 x 1.0840 + 0.1 x 1.0880) / 0.4
        assertThat(account.positions().getFirst().averagePrice()).isEqualByComparingTo("1.0850");
        assertThat(account.positions().getFirst().markPrice())
                .as("the older fill brings no old price back")
                .isEqualByComparingTo("1.0840");
        List<JsonNode> updates = fillUpdatesAfter("it-order", 2);
        assertThat(updates.get(0).at("/data/fill/order_complete").booleanValue())
                .isFalse();
        assertThat(updates.get(1).at("/data/fill/order_complete").booleanValue())
                .isTrue();
        assertThat(updates.get(1).at("/data/fill/booked_lots").decimalValue()).isEqualByComparingTo("0.4");
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheConsumerGoesOn() {
        open("it-poison");
        int before = deadLetters("it-poison").size();

        events.sendText(Topics.ORDERS_EVENTS, "it-poison", "this is no event");
        events.send(filled("it-poison", Side.BUY, "0.1", "NOTHING", "1", "1", Instant.now()));
        events.send(filled("it-poison", Side.BUY, "0.1", "EURUSD", "-1", "1", Instant.now()));
        events.send(filled("it-poison", Side.BUY, "0.1", "EURUSD", "1.0835", "1", Instant.now()));

        awaitTrades("it-poison", 1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deadLetters("it-poison")).hasSize(before + 3));
        assertThat(deadLetters("it-poison"))
                .anyMatch(reason -> reason.contains("no instrument NOTHING"))
                .anyMatch(reason -> reason.contains("price must be above 0"));
    }

    @Test
    void forgedFillsChangeNothingAndTheConsumerGoesOn() {
        open("it-forged");
        open("it-forged-other");
        Instant now = Instant.now();
        UUID order = UUID.randomUUID();
        OrderFilled real = part("it-forged", order, Side.BUY, "0.1", "0.1", true, "EURUSD", "1.0835", "1", now);
        events.send(real);
        awaitTrades("it-forged", 1);

        events.send(commission(filled("it-forged", Side.BUY, "0.1", "EURUSD", "1.0835", "1", now), "-1000000"));
        events.send(commission(filled("it-forged", Side.BUY, "0.1", "EURUSD", "1.0835", "1", now), "1000000"));
        events.send(filled("it-forged", Side.BUY, "0.1", "EURUSD", "1e30", "1", now));
        events.send(filled("it-forged", Side.BUY, "0.1", "EURUSD", "1.0835", "1", now.plus(Duration.ofHours(1))));
        events.send(part("it-forged", UUID.randomUUID(), Side.BUY, "9", "0.1", true, "EURUSD", "1.0835", "1", now));
        // More of the order than it was for, its other side, and the order of another account.
        events.send(part("it-forged", order, Side.BUY, "0.1", "0.1", true, "EURUSD", "1.0835", "1", now));
        events.send(part("it-forged", order, Side.SELL, "0.1", "0.2", true, "EURUSD", "1.0835", "1", now));
        events.send(part("it-forged-other", order, Side.BUY, "0.1", "0.2", true, "EURUSD", "1.0835", "1", now));
        events.send(filled("it-forged", Side.BUY, "0.2", "EURUSD", "1.0835", "1", now));

        Account account = awaitTrades("it-forged", 2);
        assertThat(account.positions().getFirst().lots()).isEqualByComparingTo("0.3");
        assertThat(account.balance()).isEqualByComparingTo("9997.20");
        assertBalanced("it-forged");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(deadLetters("it-forged"))
                .hasSize(7)
                .anyMatch(reason -> reason.contains("would make money"))
                .anyMatch(reason -> reason.contains("is more than the trade"))
                .anyMatch(reason -> reason.contains("price must be above 0 and below"))
                .anyMatch(reason -> reason.contains("filled_at is"))
                .anyMatch(reason -> reason.contains("a fill of 9 lots cannot leave only 0.1"))
                .anyMatch(reason -> reason.contains("would have 0.2 lots of order"))
                .anyMatch(reason -> reason.contains("fills of another account, instrument or side")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deadLetters("it-forged-other")).hasSize(1));
        assertThat(account("it-forged-other").positions()).isEmpty();
    }

    private static OrderFilled commission(OrderFilled fill, String commission) {
        return new OrderFilled(
                fill.fillId(),
                fill.orderId(),
                fill.clientOrderId(),
                fill.accountId(),
                fill.symbol(),
                fill.side(),
                fill.lots(),
                fill.price(),
                fill.cumulativeLots(),
                fill.orderComplete(),
                new BigDecimal(commission),
                fill.conversionRate(),
                fill.conversionRates(),
                fill.conversionRatesAt(),
                fill.conversionStale(),
                fill.leverage(),
                fill.stopLossPrice(),
                fill.reduceOnly(),
                fill.strategy(),
                fill.label(),
                fill.filledAt(),
                fill.exitReason(),
                fill.protection());
    }

    @Test
    void fillOfAnUnknownAccountIsADeadLetter() {
        events.send(filled("it-nobody", Side.BUY, "0.1", "EURUSD", "1.0835", "1", Instant.now()));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deadLetters("it-nobody")).containsExactly("no account it-nobody"));
    }

    @Test
    void fillsOfOneAccountAtTheSameTimeWaitForOneAnother() throws Exception {
        open("it-many");
        int fills = 64;
        Instant now = Instant.now();
        List<Callable<Object>> bookings = IntStream.range(0, fills)
                .mapToObj(i -> (Callable<Object>) () -> books.book(
                        FillMapper.fill(
                                filled(
                                        "it-many",
                                        i % 3 == 0 ? Side.SELL : Side.BUY,
                                        "0.1",
                                        i % 2 == 0 ? "EURUSD" : "GBPUSD",
                                        "1.1",
                                        "1",
                                        now.plusMillis(i)),
                                catalog),
                        Optional.empty()))
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<Object> booking : threads.invokeAll(bookings)) {
                booking.get();
            }
        }

        Account account = account("it-many");
        assertThat(account.commissionPaid()).isEqualByComparingTo("89.60");
        assertBalanced("it-many");
        List<Long> sequences = jdbc.sql(
                        "SELECT account_sequence FROM trade WHERE account_id = 'it-many' ORDER BY account_sequence")
                .query(Long.class)
                .list();
        assertThat(sequences).hasSize(fills);
        List<Long> points = jdbc.sql(
                        "SELECT sequence FROM account_equity WHERE account_id = 'it-many' ORDER BY sequence")
                .query(Long.class)
                .list();
        assertThat(points)
                .as("every change has the next number, and its point")
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, account.sequence()).boxed().toList());
    }

    @Test
    void crashWithinABookingLosesNothingAndKeepsNothing() {
        open("it-crash");
        OrderFilled fill = filled("it-crash", Side.BUY, "0.4", "AUDUSD", "0.6600", "1", Instant.now());
        EventEnvelope<JsonNode> event = new EventEnvelope<>(
                Ids.next(), "order.filled", fill.filledAt(), "orchestrator-service", null, json.valueToTree(fill));

        assertThatIllegalStateException()
                .isThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    books.book(FillMapper.fill(fill, catalog), Optional.empty());
                    throw new IllegalStateException("killed before the commit");
                }));

        assertThat(account("it-crash").sequence()).isEqualTo(1);
        assertThat(account("it-crash").positions()).isEmpty();
        assertThat(count("SELECT count(*) FROM trade WHERE account_id = 'it-crash'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM mark WHERE symbol = 'AUDUSD'")).isZero();

        events.send(event.eventId(), fill);

        Account account = awaitTrades("it-crash", 1);
        assertThat(account.sequence()).isEqualTo(2);
        assertThat(fillUpdatesAfter("it-crash", 1)).hasSize(1);
    }

    @Test
    void manyCandlesAreFewChangesAndTheLastOneCounts() {
        open("it-marks");
        Instant start = Instant.now().minus(Duration.ofDays(2));
        events.send(filled("it-marks", Side.BUY, "0.4", "NZDUSD", "0.6000", "1", start));
        awaitTrades("it-marks", 1);

        for (int bar = 0; bar < 300; bar++) {
            BigDecimal close = new BigDecimal("0.60000").add(BigDecimal.valueOf(bar, 5));
            events.sendClose("NZDUSD", Timeframe.M5, start.plusSeconds(300L * bar), close.toPlainString());
        }

        // (0.60299 - 0.60000) x 0.4 x 100,000
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(account("it-marks").floatingPnl()).isEqualByComparingTo("119.6"));
        Account account = account("it-marks");
        assertThat(account.equity()).isEqualByComparingTo("10118.20");
        assertThat(account.equityAt()).isEqualTo(account.positions().getFirst().markedAt());
        assertThat(account.sequence()).as("far fewer changes than candles").isLessThan(30);
        JsonNode history = reader().get("/api/v1/accounts/it-marks/history").json();
        assertThat(history.get(history.size() - 1).get("equity").decimalValue()).isEqualByComparingTo("10118.20");
        assertThat(history.get(history.size() - 1).get("cause").stringValue()).isEqualTo("MARK");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(events.publishedFor("it-marks")
                        .getLast()
                        .at("/data/account/sequence")
                        .longValue())
                .isEqualTo(account.sequence()));
    }

    @Test
    void olderCandleChangesNothing() {
        open("it-old");
        Instant now = Instant.now();
        events.send(filled("it-old", Side.BUY, "0.4", "USDCAD", "1.3600", "0.73529411765", now));
        awaitTrades("it-old", 1);

        events.sendClose("USDCAD", Timeframe.D1, now.minus(Duration.ofDays(30)), "1.2000");
        events.sendClose("USDCAD", Timeframe.M1, now.plusSeconds(1), "1.3700");

        // 0.0100 x 0.4 x 100,000 = 400 CAD; / 1.37
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(account("it-old").floatingPnl()).isEqualByComparingTo("291.97080292"));
        assertThat(account("it-old").sequence()).isEqualTo(3);
    }

    @Test
    void candleDatedAheadDoesNotShutOutTheNextOne() {
        open("it-ahead");
        events.send(filled("it-ahead", Side.BUY, "0.4", "AUDNZD", "1.0800", "0.60", Instant.now()));
        awaitTrades("it-ahead", 1);

        events.sendClose("AUDNZD", Timeframe.D1, Instant.parse("2099-01-01T00:00:00Z"), "1.0900");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(markPrice("it-ahead")).isEqualByComparingTo("1.0900"));
        assertThat(account("it-ahead").positions().getFirst().markedAt()).isBeforeOrEqualTo(Instant.now());

        events.sendClose("AUDNZD", Timeframe.M1, Instant.now(), "1.0850");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(markPrice("it-ahead")).isEqualByComparingTo("1.0850"));
    }

    @Test
    void twoAccountsShowOnePriceAndACandlePutRightMarksThemAnew() {
        open("it-typed-a");
        open("it-typed-b");
        Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(120);
        events.send(filled("it-typed-a", Side.BUY, "0.4", "EURCAD", "1.5000", "0.73", minute.plusSeconds(10)));
        // The second fill is typed wrong: it marks nobody but itself.
        events.send(filled("it-typed-b", Side.BUY, "0.01", "EURCAD", "0.1500", "0.73", minute.plusSeconds(20)));
        awaitTrades("it-typed-a", 1);
        awaitTrades("it-typed-b", 1);
        assertThat(account("it-typed-a").floatingPnl()).isEqualByComparingTo("0");
        assertThat(account("it-typed-b").positions().getFirst().markSource()).isEqualTo(MarkSource.FILL);

        events.sendClose("EURCAD", Timeframe.M1, minute, "1.5100");
        for (String account : List.of("it-typed-a", "it-typed-b")) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(markPrice(account)).isEqualByComparingTo("1.5100"));
            assertThat(account(account).positions().getFirst().markSource()).isEqualTo(MarkSource.MARKET);
        }

        events.sendClose("EURCAD", Timeframe.M1, minute, "1.5050");
        for (String account : List.of("it-typed-a", "it-typed-b")) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(markPrice(account)).isEqualByComparingTo("1.5050"));
        }
    }

    @Test
    void implausibleCandleMarksNothing() {
        open("it-tick");
        Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(180);
        events.send(filled("it-tick", Side.BUY, "0.4", "EURNOK", "11.50", "0.09", minute));
        awaitTrades("it-tick", 1);

        events.sendClose("candle.implausible", "EURNOK", Timeframe.M1, minute, "115.00");
        events.sendClose("EURNOK", Timeframe.M1, minute.plusSeconds(60), "11.60");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(markPrice("it-tick")).isEqualByComparingTo("11.60"));
        assertThat(account("it-tick").sequence())
                .as("opened, filled, marked once")
                .isEqualTo(3);
    }

    @Test
    void cancelledStopIsNoLongerShown() {
        open("it-stop");
        OrderFilled fill = filled("it-stop", Side.BUY, "0.4", "EURSEK", "11.00", "0.09", Instant.now());
        UUID stop = UUID.randomUUID();
        events.sendProtection("it-stop", "EURSEK", stop, "0.4", "10.90");
        events.send(fill);
        awaitTrades("it-stop", 1);
        events.sendProtection("it-stop", "EURSEK", stop, "0.4", "10.90");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        account("it-stop").positions().getFirst().stopLossPrice())
                .isEqualByComparingTo("10.90"));
        Position guarded = account("it-stop").positions().getFirst();
        // (11.00 - 10.90) x 0.4 x 100,000 x 0.09
        assertThat(guarded.lossAtStop()).isEqualByComparingTo("360");
        assertThat(guarded.unprotectedLots()).isEqualByComparingTo("0");
        assertThat(guarded.protectiveOrders()).singleElement().satisfies(order -> assertThat(order.orderId())
                .isEqualTo(stop));

        events.sendProtection("it-stop", "EURSEK");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        account("it-stop").positions().getFirst().stopLossPrice())
                .isNull());
        Position bare = account("it-stop").positions().getFirst();
        assertThat(bare.lossAtStop()).isNull();
        assertThat(bare.unprotectedLots()).isEqualByComparingTo("0.4");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(events.publishedFor("it-stop")
                        .getLast()
                        .at("/data/account/positions/0")
                        .has("loss_at_stop"))
                .isFalse());
    }

    @Test
    void fillThatKafkaLostIsAskedForAndReconciliationSaysSoBefore() {
        open("it-lost");
        OrderFilled lost = filled("it-lost", Side.BUY, "0.4", "USDPLN", "4.00", "0.25", Instant.now());
        standIns.atBroker.put(
                "it-lost",
                new BrokerPositions(
                        "it-lost", "paper", List.of(new BrokerPositions.SymbolPosition("USDPLN", lost.lots()))));
        Reconciliation before =
                reader().get("/api/v1/accounts/it-lost/reconciliation").as(Reconciliation.class);
        assertThat(before.brokerCompared()).isTrue();
        assertThat(before.balanced()).isFalse();

        standIns.fills.add(lost);
        catchUp.run();
        catchUp.run();

        assertThat(account("it-lost").positions().getFirst().lots()).isEqualByComparingTo("0.4");
        assertThat(count("SELECT count(*) FROM trade WHERE account_id = 'it-lost'"))
                .isEqualTo(1);
        assertBalanced("it-lost");
        // Its event comes after all: nothing is booked twice, and the stop that came with it counts.
        events.send(lost);
        events.sendProtection("it-lost", "USDPLN", UUID.randomUUID(), "0.4", "3.90");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        account("it-lost").positions().getFirst().stopLossPrice())
                .isEqualByComparingTo("3.90"));
        assertThat(account("it-lost").positions().getFirst().lots()).isEqualByComparingTo("0.4");
    }

    private void open(String account) {
        assertThat(client.with("portfolio:write")
                        .post(
                                "/api/v1/accounts",
                                """
                                {"id": "%s", "currency": "USD", "initial_balance": 10000}
                                """
                                        .formatted(account))
                        .status())
                .isEqualTo(201);
    }

    private SuiteClient reader() {
        return client.with("trade:read");
    }

    private Account account(String id) {
        return reader().get("/api/v1/accounts/" + id).as(Account.class);
    }

    private BigDecimal markPrice(String account) {
        return account(account).positions().getFirst().markPrice();
    }

    private Account awaitTrades(String account, int count) {
        await().atMost(PATIENCE)
                .until(() -> reader().get("/api/v1/accounts/%s/trades".formatted(account))
                                .json()
                                .size()
                        >= count);
        return account(account);
    }

    private void assertBalanced(String account) {
        Reconciliation books = reader().get("/api/v1/accounts/%s/reconciliation".formatted(account))
                .as(Reconciliation.class);
        assertThat(books.balanced()).as(books.toString()).isTrue();
        assertThat(books.difference()).isEqualByComparingTo("0");
    }

    private List<JsonNode> fillUpdates(String account) {
        return events.publishedFor(account).stream()
                .filter(event -> event.at("/data").has("fill"))
                .toList();
    }

    private List<JsonNode> fillUpdatesAfter(String account, int count) {
        await().atMost(PATIENCE).until(() -> fillUpdates(account).size() >= count);
        return fillUpdates(account);
    }

    /** Reasons of the dead letters with the key. */
    private List<String> deadLetters(String key) {
        return events.read(Topics.ORDERS_EVENTS + Topics.DEAD_LETTER_SUFFIX).stream()
                .filter(message -> key.equals(message.key()))
                .map(message ->
                        new String(message.headers().lastHeader("dlt-reason").value(), StandardCharsets.UTF_8))
                .toList();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
