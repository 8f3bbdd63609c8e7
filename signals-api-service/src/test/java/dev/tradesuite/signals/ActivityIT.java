package dev.tradesuite.signals;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.signals.activity.ActivityService;
import dev.tradesuite.signals.activity.WatchService;
import dev.tradesuite.support.store.TimeColumns;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.TestTokens;
import dev.tradesuite.test.TestTopic;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What happens, from its events to the lists and to the feed. */
@SuiteIntegrationTest
class ActivityIT {

    private static final WireMockServer OTHERS =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired
    private SuiteClient service;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ActivityService activities;

    @Autowired
    private WatchService watch;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry settings) {
        OTHERS.start();
        Stream.of("ledger", "portfolio", "brain", "orchestrator", "risk")
                .forEach(name -> settings.add("suite.services.%s.url".formatted(name), OTHERS::baseUrl));
    }

    @AfterAll
    static void stop() {
        OTHERS.stop();
    }

    @BeforeEach
    void begin() {
        for (String account : List.of("activity-a", "activity-b")) {
            OTHERS.stubFor(get("/api/v1/owners/account/" + account).willReturn(okJson("{\"owner\":\"ann\"}")));
        }
        owns("account", "ann", "\"activity-a\",\"activity-b\"");
        owns("portfolio", "ann", "\"907\"");
        owns("account", "bob", "");
        owns("portfolio", "bob", "");
        OTHERS.stubFor(get("/api/v1/owners/portfolio/907").willReturn(okJson("{\"owner\":\"ann\"}")));
    }

    @Test
    void eventsBecomeLinesThatTheirOwnersSee() {
        String trace = trace();
        UUID fill = UUID.randomUUID();
        UUID order = UUID.randomUUID();
        try (TestTopic orders = TestTopic.of(Topics.ORDERS_EVENTS);
                TestTopic cycles = TestTopic.of(Topics.CYCLES_RESULTS)) {
            String filled = event(fill, "order.filled", trace, filled("activity-a", order));
            orders.send("activity-a", filled);
            // Nobody can read this one: it goes to the dead letters, and the next one is read.
            orders.send("activity-a", event(UUID.randomUUID(), "order.filled", trace, "{\"account_id\":7}"));
            orders.send("activity-a", filled);
            orders.send("activity-a", event(UUID.randomUUID(), "order.closed", trace, closed("activity-a", order)));
            cycles.send("907", event(UUID.randomUUID(), "cycle.ended", trace, failedCycle()));

            SuiteClient ann = as("ann");
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(entries(ann, "trace_id=" + trace))
                    .hasSize(3));
        }

        JsonNode line =
                entries(as("ann"), "trace_id=%s&kind=FILL".formatted(trace)).get(0);
        assertThat(line.path("summary").asString()).isEqualTo("Bought 0.4 lots EURUSD at 1.0835");
        assertThat(line.path("account_id").asString()).isEqualTo("activity-a");
        assertThat(line.path("symbol").asString()).isEqualTo("EURUSD");
        assertThat(line.path("strategy").asString()).isEqualTo("trend");
        assertThat(line.path("subject").asString()).isEqualTo(order.toString());
        assertThat(line.has("notification")).isFalse();
        assertThat(entries(as("ann"), "trace_id=%s&kind=FILL,CYCLE".formatted(trace)))
                .hasSize(2);
        assertThat(entries(as("ann"), "trace_id=%s&account=portfolio-907".formatted(trace)))
                .hasSize(1);
        assertThat(entries(as("ann"), "trace_id=%s&symbol=XAUUSD".formatted(trace)))
                .isEmpty();
        assertThat(entries(as("bob"), "trace_id=" + trace)).isEmpty();
        assertThat(entries(service.as("root", List.of(), "trade:read", "admin"), "trace_id=" + trace))
                .hasSize(3);
        assertThat(as("bob").get("/api/v1/activity?account=activity-a").status())
                .isEqualTo(404);
    }

    @Test
    void everyEventHasItsSentenceAndItsReaders() {
        OTHERS.stubFor(
                get("/api/v1/strategies/anns")
                        .willReturn(
                                okJson(
                                        """
                        {"code":"anns","name":"anns","source":"account:activity-a","state":"PAPER",
                         "registered_at":"2026-03-31T12:00:00Z","version":1}
                        """)));
        OTHERS.stubFor(
                get("/api/v1/strategies/everybodys")
                        .willReturn(
                                okJson(
                                        """
                        {"code":"everybodys","name":"everybodys","source":"hold:AAPL","state":"PAPER",
                         "registered_at":"2026-03-31T12:00:00Z","version":1}
                        """)));
        String trace = trace();
        send(
                Topics.ORDERS_EVENTS,
                trace,
                Map.of(
                        "decision.made",
                                """
                        {"decision_id":"3f0c2b52-7d5f-4c2d-9d7a-0d5a4ad0a005","account_id":"activity-a",
                         "symbol":"EURUSD","decision":"REJECT","source":"signal","side":"BUY","lot_size":0.40,
                         "reason":{"code":"RISK_DENIED","message":"Risk said no"},"label":"PAPER",
                         "strategy":"trend","decided_at":"2026-03-31T12:00:00Z"}
                        """,
                        "stop.changed",
                                """
                        {"stop_id":"3f0c2b52-7d5f-4c2d-9d7a-0d5a4ad0a007","level":"halt","scope":"account",
                         "id":"activity-a","reason":"the feed lies","asked_by":"ann","state":"failed",
                         "step":"restrict","waiting_for":{"code":"REFUSED","message":"Risk said no"},
                         "changed_at":"2026-03-31T12:00:00Z"}
                        """,
                        "order.protection", "{\"account_id\":\"activity-a\",\"symbol\":\"EURUSD\",\"protection\":[]}",
                        "broker.difference",
                                """
                        {"account_id":"activity-a","symbol":"EURUSD","broker":"paper","broker_lots":0.4,"book_lots":0}
                        """));
        send(
                Topics.APPROVALS_EVENTS,
                trace,
                Map.of(
                        "approval.requested",
                        """
                {"id":"3f0c2b52-7d5f-4c2d-9d7a-0d5a4ad0a001","kind":"TRADE","state":"PENDING","subject":"s",
                 "account_id":"activity-a","summary":"Buy 2 lots EURUSD","payload_hash":"h","asked_by":"ann","changes":[]}
                """));
        send(
                Topics.LEDGER_EVENTS,
                trace,
                Map.of(
                        "portfolio.changed",
                                """
                        {"portfolio_id":907,"name":"Elections","strategy_type":"momentum","status":"PAUSED",
                         "open_positions":0,"config_checked":true,"sequence":1,
                         "status_change":{"changed_by":"ann","reason":"the venue is down",
                         "changed_at":"2026-03-02T10:00:00Z"},"updated_at":"2026-03-02T10:00:00Z"}
                        """,
                        "portfolio.traded",
                                """
                        {"portfolio_id":907,"trades":[{"portfolio_id":907,"kind":"BUY","cash_change":-12.50,
                         "cycle_id":"3f0c2b52-7d5f-4c2d-9d7a-0d5a4ad0a002"}]}
                        """));
        send(
                Topics.RISK_EVENTS,
                trace,
                Map.of(
                        "high_water_mark.changed",
                                """
                        {"account_id":"activity-a","from":12000,"to":10000.0,"reason":"a wrong fill"}
                        """,
                        "trading_state.changed",
                                """
                        {"scope":"ALL","id":"all","state":"REDUCE_ONLY","cause":"a test","changed_by":"root"}
                        """));
        send(
                Topics.PORTFOLIO_EVENTS,
                trace,
                Map.of(
                        "portfolio.limit_breached",
                                """
                        {"account_id":"activity-a","limit":"VALUE_AT_RISK","breached":true,"allowed":0.03}
                        """,
                        "rebalancing.changed",
                                """
                        {"id":"3f0c2b52-7d5f-4c2d-9d7a-0d5a4ad0a003","account_id":"activity-a","state":"EXECUTING",
                         "version":2,"target_version":1,"orders":3}
                        """,
                        "lifecycle.changed",
                                """
                        {"code":"anns","from":"PAPER","to":"LIVE","reason":"gates passed","evidence":[]}
                        """,
                        "strategy.followed",
                                """
                        {"code":"anns","account_id":"activity-a","symbol":"EURUSD","from":"FLAT","to":"LONG",
                         "outcome":"ORDERED"}
                        """,
                        "correlation.pair",
                                """
                        {"a":"everybodys","b":"anns","above":true,"limit":0.6,"ends_below":0.55}
                        """,
                        "correlation.regime",
                                """
                        {"shifted":true,"short_mean":0.5,"long_mean":0.2,"limit":0.2,"ends_below":0.15}
                        """,
                        "rotation.proposed",
                                """
                        {"id":"3f0c2b52-7d5f-4c2d-9d7a-0d5a4ad0a004","strategy":"everybodys","action":"SUSPEND",
                         "state":"OPEN","evidence":[],"round":1,"version":1,
                         "reason":{"code":"LOSES","message":"It loses"}}
                        """));

        send(
                Topics.ORDERS_EVENTS,
                trace,
                Map.of(
                        "stop.changed",
                        """
                {"stop_id":"3f0c2b52-7d5f-4c2d-9d7a-0d5a4ad0a008","level":"entries","scope":"all",
                 "reason":"a test","asked_by":"root","state":"done","step":"clear",
                 "changed_at":"2026-03-31T12:00:00Z"}
                """));

        await(as("ann"), trace, 17);

        List<String> everybodys = List.of(
                "Everything is REDUCE_ONLY: a test",
                "Stop of everything, entries, by root is done: a test",
                "The correlations shift",
                "Rotation of strategy everybodys, suspend, is open: It loses");
        assertThat(summaries(as("bob"), trace)).containsExactlyInAnyOrderElementsOf(everybodys);
        assertThat(summaries(as("ann"), trace))
                .containsAll(everybodys)
                .contains(
                        "Decision on EURUSD is reject, buy 0.4 lots: Risk said no",
                        "Stop of account activity-a, halt, by ann has failed (Risk said no): the feed lies",
                        "No order protects the position in EURUSD",
                        "paper holds 0.4 lots EURUSD, the books say 0",
                        "Approval is pending: Buy 2 lots EURUSD",
                        "Portfolio 907, Elections, is PAUSED (ann): the venue is down",
                        "1 trade of portfolio 907 changed its cash by -12.5 USD",
                        "The highest equity of account activity-a was put right from 12000 to 10000: a wrong fill",
                        "Value at risk of account activity-a is beyond its limit",
                        "Rebalancing of account activity-a with 3 orders is executing",
                        "Strategy anns went from PAPER to LIVE: gates passed",
                        "Signal of strategy anns, from flat to long, is ordered",
                        "Strategies everybodys and anns move together beyond the limit");
        JsonNode decision =
                entries(as("ann"), "kind=DECISION&trace_id=" + trace).getFirst();
        assertThat(decision.path("subject").asString()).isEqualTo("3f0c2b52-7d5f-4c2d-9d7a-0d5a4ad0a005");
        assertThat(decision.path("account_id").asString()).isEqualTo("activity-a");
        assertThat(decision.path("strategy").asString()).isEqualTo("trend");
        assertThat(decision.has("notification")).isFalse();
    }

    private static List<String> summaries(SuiteClient client, String trace) {
        return entries(client, "trace_id=" + trace).stream()
                .map(entry -> entry.path("summary").asString())
                .toList();
    }

    private static void send(String topic, String trace, Map<String, String> events) {
        try (TestTopic sent = TestTopic.of(topic)) {
            events.forEach((type, data) -> sent.send("key", event(UUID.randomUUID(), type, trace, data)));
        }
    }

    @Test
    void pagesAndTableHaveEveryLineOnce() {
        String trace = trace();
        try (TestTopic risk = TestTopic.of(Topics.RISK_EVENTS)) {
            for (int i = 0; i < 3; i++) {
                risk.send("activity-a", event(UUID.randomUUID(), "limit.breached", trace, breach("activity-a")));
            }
            await(as("ann"), trace, 3);
        }
        JsonNode first =
                as("ann").get("/api/v1/activity?limit=2&trace_id=" + trace).json();
        JsonNode rest = as("ann")
                .get("/api/v1/activity?limit=2&trace_id=%s&cursor=%s"
                        .formatted(trace, first.path("next_cursor").asString()))
                .json();

        assertThat(Stream.concat(
                                first.path("entries").valueStream(),
                                rest.path("entries").valueStream())
                        .map(entry -> entry.path("activity_id").asLong())
                        .distinct())
                .hasSize(3);
        assertThat(rest.has("next_cursor")).isFalse();

        Answer table = as("ann").header("Accept", "text/csv").get("/api/v1/activity?limit=2&trace_id=" + trace);
        assertThat(table.text().lines())
                .hasSize(3)
                .first()
                .isEqualTo(
                        "activity_id,at,kind,event,summary,account_id,symbol,strategy,subject,trace_id,notification");
        assertThat(table.text())
                .contains(",BREACH,limit.breached,\"Drawdown of account activity-a is 16.5 %, the limit is 15"
                        + " %\",activity-a,,,,");
        assertThat(table.headers().firstValue("Next-Cursor"))
                .contains(first.path("next_cursor").asString());
    }

    @Test
    void everybodyReadsNotificationsForHimself() {
        String trace = trace();
        try (TestTopic risk = TestTopic.of(Topics.RISK_EVENTS)) {
            risk.send("activity-b", event(UUID.randomUUID(), "limit.breached", trace, breach("activity-b")));
            risk.send("activity-b", event(UUID.randomUUID(), "trading_state.changed", trace, halted("activity-b")));
            await(as("ann"), trace, 2);
        }
        SuiteClient root = service.as("root-" + trace, List.of(), "trade:read", "admin");
        List<JsonNode> unread = notifications(as("ann"), "unread", trace);
        assertThat(unread)
                .extracting(entry -> entry.path("topic").asString())
                .containsExactlyInAnyOrder("BREACH", "TRADING_STATE");
        assertThat(notifications(as("bob"), "all", trace)).isEmpty();

        long newest = unread.getFirst().path("notification_id").asLong();
        int before =
                as("ann").get("/api/v1/notifications").json().path("unread").asInt();
        JsonNode read = as("ann")
                .post("/api/v1/notifications/%d/read".formatted(newest), null)
                .json();
        assertThat(read.path("marked").asInt()).isOne();
        assertThat(read.path("unread").asInt()).isEqualTo(before - 1);
        assertThat(as("ann")
                        .post("/api/v1/notifications/%d/read".formatted(newest), null)
                        .json()
                        .path("marked")
                        .asInt())
                .isZero();
        assertThat(notifications(as("ann"), "unread", trace)).hasSize(1);
        assertThat(notifications(as("ann"), "all", trace)).hasSize(2);
        assertThat(notifications(root, "unread", trace)).hasSize(2);
        assertThat(as("bob")
                        .post("/api/v1/notifications/%d/read".formatted(newest), null)
                        .status())
                .isEqualTo(404);

        as("ann").post("/api/v1/notifications/%d/read?and_before=true".formatted(newest), null);
        assertThat(notifications(as("ann"), "unread", trace)).isEmpty();
        JsonNode thresholds =
                as("ann").get("/api/v1/notifications?limit=1").json().path("thresholds");
        assertThat(thresholds.path("limit_use_percent").asDouble()).isEqualTo(80);
        assertThat(thresholds.path("topics")).hasSize(8);
        assertThat(thresholds.path("notify_within_minutes").asInt()).isEqualTo(24 * 60);
        assertThat(thresholds.path("kept_days").asInt()).isEqualTo(90);
        assertThat(as("ann").get("/api/v1/notifications?state=some").status()).isEqualTo(400);
        JsonNode kind = as("ann").get("/api/v1/activity?kind=FILL,PARTY").json().at("/errors/0");
        assertThat(kind.path("code").asString()).isEqualTo("UNKNOWN_VALUE");
        assertThat(kind.path("message").asString()).contains("FILL", "CYCLE");
    }

    @Test
    void feedTellsThoseWhoNamedIt() throws Exception {
        String trace = trace();
        UUID order = UUID.randomUUID();
        try (FeedClient ann = client("ann");
                FeedClient bob = client("bob");
                FeedClient nobody = FeedClient.connect(service, "");
                FeedClient silent = client("ann");
                TestTopic orders = TestTopic.of(Topics.ORDERS_EVENTS);
                TestTopic risk = TestTopic.of(Topics.RISK_EVENTS);
                TestTopic cycles = TestTopic.of(Topics.CYCLES_RESULTS)) {
            for (FeedClient each : List.of(ann, bob, nobody)) {
                subscribe(each, "order", "risk_state", "cycle", "activity", "notification");
            }
            orders.send("activity-a", event(UUID.randomUUID(), "order.filled", trace, filled("activity-a", order)));
            JsonNode filled = ann.next("order");
            assertThat(filled.at("/data/order_id").asString()).isEqualTo(order.toString());
            assertThat(filled.path("event").asString()).isEqualTo("order.filled");
            assertThat(filled.path("account_id").asString()).isEqualTo("activity-a");
            JsonNode line = ann.next("activity");
            assertThat(line.path("seq").asLong())
                    .isGreaterThan(filled.path("seq").asLong());
            assertThat(line.at("/data/trace_id").asString()).isEqualTo(trace);

            risk.send("activity-a", event(UUID.randomUUID(), "trading_state.changed", trace, halted("activity-a")));
            assertThat(ann.next("risk_state").at("/data/state").asString()).isEqualTo("HALTED");
            assertThat(ann.next("notification").at("/data/topic").asString()).isEqualTo("TRADING_STATE");
            cycles.send("907", event(UUID.randomUUID(), "cycle.ended", trace, failedCycle()));
            assertThat(ann.next("cycle").path("account_id").asString()).isEqualTo("portfolio-907");
            JsonNode failed = ann.next("notification");
            assertThat(failed.at("/data/topic").asString()).isEqualTo("CYCLE_FAILED");

            // What comes before the answer is all that came, and it was on the topic before what ann has heard.
            for (FeedClient each : List.of(bob, nobody, silent)) {
                assertThat(beforeTheAnswer(each)).noneMatch(text -> text.contains(trace));
            }
        }
    }

    @Test
    void feedTellsOwnersHowTheirAccountsStand() throws Exception {
        try (FeedClient ann = client("ann");
                FeedClient bob = client("bob");
                TestTopic ledger = TestTopic.of(Topics.LEDGER_EVENTS);
                ScheduledExecutorService books = Executors.newSingleThreadScheduledExecutor()) {
            subscribe(ann, "account");
            subscribe(bob, "account");
            // Each instance hears what comes from now on, whenever it has come so far.
            var _ = books.scheduleAtFixedRate(
                    () -> ledger.send(
                            "activity-a",
                            event(
                                    UUID.randomUUID(),
                                    "account.updated",
                                    trace(),
                                    "{\"account\":{\"id\":\"activity-a\",\"equity\":10012.5,\"sequence\":3}}")),
                    0,
                    300,
                    TimeUnit.MILLISECONDS);

            JsonNode account = ann.next("account");
            assertThat(account.path("account_id").asString()).isEqualTo("activity-a");
            assertThat(account.at("/data/account/equity").decimalValue()).isEqualByComparingTo("10012.5");
            assertThat(beforeTheAnswer(bob)).noneMatch(text -> text.contains("activity-a"));
        }
    }

    @Test
    void jobsAreToldOfWhereverTheyRun() throws Exception {
        try (FeedClient bob = client("bob")) {
            subscribe(bob, "job_progress");
            SuiteClient trader = service.as("ann", List.of(), "trade:read", "portfolio:write");
            long job = trader.post(
                            "/api/models/jobs",
                            "{\"kind\":\"backtest\",\"symbols\":[\"EURUSD\"],\"from\":\"2026-03-02T10:00:00Z\"}")
                    .json()
                    .path("job_id")
                    .asLong();
            // The brain here knows nothing of the past.
            JsonNode progress = bob.until(message -> message.at("/data/job_id").asLong() == job
                            && message.at("/data/state").asString().equalsIgnoreCase("failed"))
                    .getLast();
            assertThat(progress.path("type").asString()).isEqualTo("job_progress");
            assertThat(progress.has("account_id")).isFalse();

            watch.lookAtJobs();
            watch.lookAtJobs();

            assertThat(entries(as("bob"), "kind=JOB&limit=1000"))
                    .filteredOn(entry -> entry.path("subject").asString().equals(Long.toString(job)))
                    .extracting(entry -> entry.path("event").asString())
                    .containsExactlyInAnyOrder("job.asked", "job.failed");
            assertThat(as("bob").get("/api/v1/notifications?limit=1000").json().path("notifications"))
                    .filteredOn(entry -> entry.path("subject").asString().equals(Long.toString(job)))
                    .extracting(entry -> entry.path("topic").asString())
                    .containsExactly("JOB_FAILED");
        }
    }

    @Test
    void whatItsTimeIsOverForIsRemoved() {
        jdbc.sql(
                        """
                INSERT INTO activity (event_id, happened_at, kind, event_type, summary, reach)
                VALUES (?, ?, 'JOB', 'job.done', 'old', 'READERS')
                """)
                .params(UUID.randomUUID(), TimeColumns.of(Instant.now().minus(91, ChronoUnit.DAYS)))
                .update();

        activities.removeOld();

        assertThat(jdbc.sql("SELECT count(*) FROM activity WHERE summary = 'old'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void await(SuiteClient client, String trace, int lines) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(entries(client, "trace_id=" + trace))
                .hasSize(lines));
    }

    private static List<JsonNode> entries(SuiteClient client, String query) {
        return client.get("/api/v1/activity?" + query)
                .json()
                .path("entries")
                .valueStream()
                .toList();
    }

    private static List<JsonNode> notifications(SuiteClient client, String state, String trace) {
        return client.get("/api/v1/notifications?limit=1000&state=" + state)
                .json()
                .path("notifications")
                .valueStream()
                .filter(entry -> entry.path("trace_id").asString().equals(trace))
                .toList();
    }

    private static String trace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static void subscribe(FeedClient client, String... types) throws InterruptedException {
        client.next("snapshot");
        client.say("{\"type\":\"subscribe\",\"types\":[\"%s\"]}".formatted(String.join("\",\"", types)));
        assertThat(beforeTheAnswer(client)).noneMatch(text -> text.contains("error"));
    }

    private static List<String> beforeTheAnswer(FeedClient client) throws InterruptedException {
        client.say("ping");
        List<String> heard = new ArrayList<>();
        String text = client.text();
        while (!text.equals("pong")) {
            heard.add(text);
            text = client.text();
        }
        return heard;
    }

    private static String event(UUID id, String type, String trace, String data) {
        return """
                {"event_id":"%s","type":"%s","occurred_at":"%s","source":"test","trace_id":"%s","data":%s}
                """
                .formatted(id, type, Instant.now(), trace, data);
    }

    private static String filled(String account, UUID order) {
        return """
                {"fill_id":"%s","order_id":"%s","client_order_id":"c","account_id":"%s","symbol":"EURUSD","side":"BUY",
                 "lots":0.40,"price":1.08350,"cumulative_lots":0.4,"order_complete":true,"commission":0,
                 "conversion_rate":1,"conversion_rates":{},"conversion_rates_at":{},"conversion_stale":false,
                 "reduce_only":false,"strategy":"trend","label":"PAPER","filled_at":"2026-03-31T12:00:00Z"}
                """
                .formatted(UUID.randomUUID(), order, account);
    }

    private static String closed(String account, UUID order) {
        return """
                {"order_id":"%s","client_order_id":"c","account_id":"%s","symbol":"EURUSD","status":"cancelled",
                 "filled_lots":0,"reason":{"code":"CANCELLED","message":"Somebody cancelled it"},
                 "closed_at":"2026-03-31T12:00:00Z"}
                """
                .formatted(order, account);
    }

    private static String breach(String account) {
        return """
                {"account_id":"%s","check":"drawdown","measured":16.50,"limit":15,"at":"2026-03-31T12:00:00Z"}
                """
                .formatted(account);
    }

    private static String halted(String account) {
        return """
                {"scope":"ACCOUNT","id":"%s","state":"HALTED","cause":"a test","changed_by":"system",
                 "changed_at":"2026-03-31T12:00:00Z"}
                """
                .formatted(account);
    }

    private static String failedCycle() {
        return """
                {"cycle_id":"%s","portfolio_id":907,"strategy_type":"momentum","trigger":"SCHEDULE","status":"FAILED",
                 "due_at":"2026-03-31T12:00:00Z","ended_at":"2026-03-31T12:00:01Z","attempts":1,
                 "reason":{"code":"STRATEGY_OFFLINE","message":"The controller is offline"}}
                """
                .formatted(UUID.randomUUID());
    }

    private SuiteClient as(String subject) {
        return service.as(subject, List.of(), "trade:read");
    }

    private FeedClient client(String subject) {
        return FeedClient.connect(
                service, "", Map.of("Authorization", TestTokens.bearerOf(subject, List.of(), "trade:read")));
    }

    private static void owns(String kind, String owner, String ids) {
        OTHERS.stubFor(get(urlPathEqualTo("/api/v1/owners/" + kind))
                .withQueryParam("owner", equalTo(owner))
                .willReturn(okJson("{\"ids\":[%s]}".formatted(ids))));
    }
}
