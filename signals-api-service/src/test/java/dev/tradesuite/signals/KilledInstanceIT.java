package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradesuite.contracts.brain.BarSignals;
import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.TestBroker;
import dev.tradesuite.test.TestProcess;
import dev.tradesuite.test.TestServices;
import dev.tradesuite.test.TestTopic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Two processes share the bars and the jobs. One is killed in the middle of both, and the other makes it good. */
class KilledInstanceIT {

    private static final String SCHEMA = "dw_killed";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Bars that close while one is killed; eight symbols are shared out over four partitions. */
    private static final List<String> LIVE =
            List.of("EURUSD", "GBPUSD", "AUDUSD", "NZDUSD", "USDCAD", "USDCHF", "EURGBP", "EURCAD");

    private static final int LIVE_BARS = 30;

    /** Bars of the past: each instance works on one symbol at a time. */
    private static final List<String> PAST = List.of("EURCHF", "EURNZD");

    private static final int PAST_BARS = 220;
    private static final int CHUNK = 50;

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final Instant first = Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.DAYS);
    private final TestBroker.Embedded kafka = new TestBroker.Embedded(TestBroker.freePort());
    private final FakeBrain brain = FakeBrain.start(JSON);
    private final List<TestProcess> started = new ArrayList<>();
    private TestBroker broker;
    private JdbcClient jdbc;

    @BeforeEach
    void start() throws IOException {
        broker = kafka.start();
        jdbc = JdbcClient.create(TestServices.database(SCHEMA));
        jdbc.sql("CREATE SCHEMA " + SCHEMA).update();
        try (TestTopic created = TestTopic.on(broker, Topics.BRAIN_SIGNALS)) {
            assertThat(created.seen()).isEmpty();
        }
        started.add(SignalsProcess.start("one", arguments("one")));
        started.add(SignalsProcess.start("two", arguments("two")));
    }

    @AfterEach
    void stop() {
        started.forEach(TestProcess::close);
        brain.close();
        kafka.close();
    }

    @Test
    @Timeout(value = 6, unit = TimeUnit.MINUTES)
    void noBarIsLostOrBookedTwiceAndTheFeedGoesOnWhenOneOfTwoIsKilled() throws Exception {
        Stream.concat(LIVE.stream(), PAST.stream()).forEach(symbol -> brain.knows(bars(symbol)));
        SuiteClient one = started.getFirst().client();
        SuiteClient two = started.getLast().client().with("trade:read", "portfolio:write");
        awaitBothHaveAShare();
        long job = orderedAndAtWorkInBoth(two);

        List<JsonNode> all;
        List<JsonNode> heard;
        try (FeedClient moving = FeedClient.connect(one, "");
                FeedClient staying = FeedClient.connect(two, "");
                TestTopic bars = TestTopic.on(broker, Topics.BRAIN_SIGNALS)) {
            moving.next("snapshot");
            staying.next("snapshot");
            send(bars, 0, 5);
            await().atMost(PATIENCE).until(() -> symbolsBooked() == LIVE.size());
            send(bars, 5, 15);
            started.getFirst().kill();
            PAST.forEach(this::release);
            send(bars, 15, LIVE_BARS);

            heard = new ArrayList<>(ofSymbols(moving.rest()));
            all = ofSymbols(staying.until(isTheLastOfAll()));
            try (FeedClient moved = FeedClient.connect(
                    two, "?last_seq=" + heard.getLast().path("seq").asLong())) {
                heard.addAll(ofSymbols(moved.until(isTheLastOfAll())));
            }
        }

        await().atMost(PATIENCE).until(() -> state(two, job).equals("DONE"));
        assertThat(jdbc.sql("SELECT max(fence) FROM job_part WHERE job_id = " + job)
                        .query(Integer.class)
                        .single())
                .as("the part of the one that was killed was taken over")
                .isGreaterThan(1);
        assertBooksAreThoseOfABacktest(two);
        assertThat(heard).isEqualTo(all);
        assertThat(all.stream().map(KilledInstanceIT::subject)).doesNotHaveDuplicates();
        assertThat(ofType(all, "signal")).hasSize(LIVE.size() * LIVE_BARS * BookedModels.CODES.size());
        assertThat(ofType(all, "equity_update")).hasSize(LIVE.size() * LIVE_BARS);
        for (String symbol : LIVE) {
            assertThat(ofType(all, "equity_update").stream()
                            .filter(message -> message.path("symbol").asString().equals(symbol))
                            .map(message ->
                                    Instant.parse(message.path("timestamp").asString())))
                    .as(symbol)
                    .isSorted();
        }
    }

    /**
     * Four seconds of silence, and an instance is taken for dead. Neither makes its topics when it starts, as if it had
     * begun before Kafka did: who reads the feed has it made.
     */
    private String[] arguments(String name) {
        return TestServices.arguments(
                SCHEMA,
                Map.of(
                        "server.address",
                        "127.0.0.1",
                        "spring.kafka.bootstrap-servers",
                        broker.bootstrapServers(),
                        "spring.kafka.client-id",
                        name,
                        "spring.kafka.admin.auto-create",
                        "false",
                        "suite.services.brain.url",
                        brain.url(),
                        "suite.signals.jobs.chunk",
                        Integer.toString(CHUNK),
                        "suite.signals.jobs.poll",
                        "100ms",
                        "suite.signals.jobs.retry",
                        "500ms",
                        "suite.signals.jobs.heartbeat",
                        "1s"));
    }

    private List<BarSignals> bars(String symbol) {
        return TestBars.of(symbol, first, PAST.contains(symbol) ? PAST_BARS : LIVE_BARS);
    }

    private void awaitBothHaveAShare() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            await().atMost(PATIENCE).until(() -> haveAShare(admin).size() == 2);
        }
    }

    /** Names of the processes that have partitions of the bars. */
    private static Set<String> haveAShare(Admin admin) throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(List.of("signals-api-service")).all().get().values().stream()
                .flatMap(group -> group.members().stream())
                .filter(member -> member.assignment().topicPartitions().stream()
                        .anyMatch(partition -> partition.topic().equals(Topics.BRAIN_SIGNALS)))
                .map(member -> member.clientId().substring(0, 3))
                .collect(Collectors.toSet());
    }

    /** Each works on one symbol and waits for its third page. */
    private long orderedAndAtWorkInBoth(SuiteClient client) throws InterruptedException {
        PAST.forEach(symbol -> brain.hold(symbol, first.plus(Duration.ofMinutes(5L * 2 * CHUNK))));
        long job = ordered(client, "backfill", PAST);
        for (String symbol : PAST) {
            brain.awaitHeld(symbol);
        }
        return job;
    }

    private void release(String symbol) {
        Runnable release = brain.releaser(symbol);
        brain.holdNoMore(symbol);
        release.run();
    }

    private long ordered(SuiteClient client, String kind, List<String> symbols) {
        Answer answer =
                client.post("/api/models/jobs", Map.of("kind", kind, "symbols", symbols, "from", first.toString()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("job_id").asLong();
    }

    private static String state(SuiteClient client, long job) {
        return client.get("/api/models/jobs/" + job).json().path("state").asString();
    }

    /** Sends the bars of all symbols as they close: those of one moment, then those of the next. */
    private void send(TestTopic topic, int from, int to) {
        for (int i = from; i < to; i++) {
            for (String symbol : LIVE) {
                BarSignals bar = bars(symbol).get(i);
                topic.send(
                        symbol,
                        JSON.writeValueAsString(new EventEnvelope<>(
                                UUID.randomUUID(), "bar.signals", bar.bar().openTime(), "brain-service", null, bar)));
            }
        }
    }

    private int symbolsBooked() {
        return jdbc.sql("SELECT count(DISTINCT symbol) FROM paper_account WHERE run_id = 0 AND symbol IN (:live)")
                .param("live", LIVE)
                .query(Integer.class)
                .single();
    }

    /** A backtest reads every bar from the brain, in order and undisturbed. */
    private void assertBooksAreThoseOfABacktest(SuiteClient client) {
        long job = ordered(
                client, "backtest", Stream.concat(LIVE.stream(), PAST.stream()).toList());
        await().atMost(PATIENCE).until(() -> state(client, job).equals("DONE"));
        long run = client.get("/api/models/jobs/" + job).json().path("run").asLong();
        Map<String, String> columns = Map.of(
                "fact_strategy_signals", "timestamp_utc, signal, side, size, entry_price, risk_usd",
                "fact_equity_curve", "timestamp_utc, equity_value, cash, unrealized_pnl, current_drawdown_pct",
                "fact_equity_curve_1h", "bucket, timestamp_utc, equity_value",
                "fact_strategy_positions", "side, status, quantity, entry_time, exit_time, exit_price, realized_pnl",
                "fact_strategy_performance", "date_utc, n_trades, net_profit, total_fees",
                "paper_account", "cash, peak_equity, first_bar, last_bar");
        columns.forEach((table, names) -> {
            String rows = "SELECT symbol, strategy_id, %s FROM %s WHERE run_id = ".formatted(names, table);
            assertThat(jdbc.sql(rows + run).query().listOfRows()).as(table).isNotEmpty();
            assertThat(differences(rows + 0, rows + run)).as(table).isEmpty();
        });
    }

    private List<Map<String, Object>> differences(String one, String other) {
        return jdbc.sql("(%1$s EXCEPT ALL %2$s) UNION ALL (%2$s EXCEPT ALL %1$s)".formatted(one, other))
                .query()
                .listOfRows();
    }

    private static List<JsonNode> ofSymbols(List<JsonNode> messages) {
        return messages.stream().filter(message -> message.has("symbol")).toList();
    }

    private static List<JsonNode> ofType(List<JsonNode> messages, String type) {
        return messages.stream()
                .filter(message -> message.path("type").asString().equals(type))
                .toList();
    }

    /** What a message tells of. */
    private static String subject(JsonNode message) {
        return Stream.of("type", "symbol", "timestamp", "strategy_code", "position_id", "action")
                .map(name -> message.path(name).asString(""))
                .collect(Collectors.joining(" "));
    }

    /** Holds for the message with which every symbol has had its last bar. */
    private Predicate<JsonNode> isTheLastOfAll() {
        Set<String> missing = new HashSet<>(LIVE);
        String close = first.plus(Duration.ofMinutes(5L * LIVE_BARS)).toString();
        return message -> {
            if (message.path("type").asString().equals("equity_update")
                    && message.path("timestamp").asString().equals(close)) {
                missing.remove(message.path("symbol").asString());
            }
            return missing.isEmpty();
        };
    }
}
