package dev.tradesuite.portfolio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.tradesuite.contracts.brain.ClosesTable;
import dev.tradesuite.contracts.brain.PriceTick;
import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.AccountStatus;
import dev.tradesuite.contracts.ledger.AccountUpdated;
import dev.tradesuite.contracts.ledger.MarkSource;
import dev.tradesuite.contracts.ledger.Position;
import dev.tradesuite.contracts.ledger.StrategyHolding;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.portfolio.LivePortfolioRisk;
import dev.tradesuite.contracts.portfolio.TradeImpactAnswer;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.portfolio.monitoring.AccountRestrictionService;
import dev.tradesuite.portfolio.monitoring.LimitWatchService;
import dev.tradesuite.portfolio.monitoring.LiveMemory;
import dev.tradesuite.portfolio.monitoring.LiveRiskService;
import dev.tradesuite.portfolio.monitoring.PricePoint;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.TestTopic;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Live risk over HTTP, moved by real events; the other services are made up. */
@SuiteIntegrationTest
class MonitoringApiIT {

    private static final String LIVE = "/api/v1/portfolio/risk/live?account_id=";
    private static final String IMPACT = "/api/v1/portfolio/impact";
    private static final WireMockServer OTHERS =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private static final AtomicLong NUMBER = new AtomicLong();

    private final String account = "m" + NUMBER.incrementAndGet();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Autowired
    private SuiteClient anybody;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    @Autowired
    private LiveMemory memory;

    @Autowired
    private LiveRiskService risks;

    @Autowired
    private LimitWatchService watch;

    @Autowired
    private AccountRestrictionService restrictions;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry settings) {
        OTHERS.start();
        Stream.of("ledger", "brain", "risk")
                .forEach(name -> settings.add("suite.services.%s.url".formatted(name), OTHERS::baseUrl));
    }

    @AfterAll
    static void stop() {
        OTHERS.stop();
    }

    @BeforeEach
    void begin() {
        OTHERS.resetAll();
        breakers.getAllCircuitBreakers().forEach(breaker -> breaker.reset());
        jdbc.sql("TRUNCATE monitored_restriction, monitored_breach").update();
        OTHERS.stubFor(get("/api/v1/accounts/" + account).willReturn(okJson(write(account("10000", 1, "0.2")))));
        OTHERS.stubFor(get(urlPathEqualTo("/api/v1/candles/closes")).willReturn(okJson(write(closes()))));
    }

    @Test
    void accountIsToldOfFromMemoryThatEventsMove() {
        LivePortfolioRisk first = live();
        assertThat(first.equity()).isEqualByComparingTo("10000");

        risks.refreshReturns();
        LivePortfolioRisk known = live();
        // 20,000 units of equity 10,000, of which the worst day lost 10 %.
        assertThat(known.shortfall()).isGreaterThan(0.05);
        assertThat(known.strategies())
                .extracting(LivePortfolioRisk.StrategyExposure::strategy, part -> part.net()
                        .toPlainString())
                .containsExactly(tuple("trend", "5000.00"), tuple("unassigned", "15000.00"));
        assertThat(known.strategies().stream()
                        .mapToDouble(part -> part.contribution() == null ? 0 : part.contribution())
                        .sum())
                .isCloseTo(known.shortfall() == null ? 0 : known.shortfall(), within(1e-12));

        try (TestTopic books = TestTopic.of(Topics.LEDGER_EVENTS)) {
            AtomicLong sequence = new AtomicLong(1);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        books.send(account, updated("9900", sequence.incrementAndGet()));
                        return live().equity().compareTo(new BigDecimal("9900")) == 0;
                    });
        }
        OTHERS.verify(1, getRequestedFor(urlEqualTo("/api/v1/accounts/" + account)));
    }

    @Test
    void pricesMoveWhatIsHeld() {
        assertThat(live().equity()).isEqualByComparingTo("10000");
        try (TestTopic prices = TestTopic.of(Topics.MARKET_PRICES)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        prices.send(
                                "EURUSD.SIM",
                                event(
                                        "market.price",
                                        new PriceTick(
                                                "EURUSD.SIM",
                                                new BigDecimal("1.01"),
                                                Instant.now(),
                                                "test",
                                                RunLabel.SIMULATED)));
                        return live().equity().compareTo(new BigDecimal("10200")) == 0;
                    });
        }
        // Nobody else is to see that price.
        memory.heard("EURUSD.SIM", new PricePoint(BigDecimal.ONE, Instant.now().plusSeconds(1)));
    }

    @Test
    void breachIsToldOnceAndReachesRiskServiceWhenThatAnswersAgain() {
        OTHERS.stubFor(get("/api/v1/accounts/" + account).willReturn(okJson(write(account("8000", 1, null)))));
        OTHERS.stubFor(put("/api/v1/risk/trading-state").willReturn(aResponse().withStatus(503)));
        jdbc.sql(
                        """
                        INSERT INTO target_portfolio (account_id, version, weights, origin, reason, person, at)
                        VALUES (:account, 1, '{}', 'PERSON', 'test', 'test', now())
                        """)
                .param("account", account)
                .update();
        try (TestTopic topic = TestTopic.of(Topics.PORTFOLIO_EVENTS)) {
            LiveMemory.Heard heard = risks.heard(account).orElseThrow();
            watch.begin();
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> watch.look(heard)),
                            CompletableFuture.runAsync(() -> watch.look(heard)))
                    .join();
            watch.begin();
            watch.look(heard);

            TestTopic.Message breach = topic.await(message -> account.equals(message.key())
                    && message.json().path("type").asString().equals("portfolio.limit_breached"));
            assertThat(breach.json().at("/data/limit").asString()).isEqualTo("DRAWDOWN");
            topic.await(message -> account.equals(message.key())
                    && message.json().path("type").asString().equals("portfolio.risk"));
            assertThat(topic.seen())
                    .filteredOn(message -> account.equals(message.key()))
                    .extracting(message -> message.json().path("type").asString())
                    .containsExactlyInAnyOrder("portfolio.limit_breached", "portfolio.state", "portfolio.risk");
        }
        assertThat(restrictions.sendDue()).isZero();
        assertThat(rows("done_at IS NULL AND failure IS NOT NULL")).isOne();

        OTHERS.stubFor(
                put("/api/v1/risk/trading-state")
                        .willReturn(
                                okJson(
                                        """
                {"scope":"ACCOUNT","id":"main","state":"REDUCE_ONLY","cause":"x","changed_by":"x","changed_at":"2026-03-31T12:00:00Z"}
                """)));
        breakers.getAllCircuitBreakers().forEach(breaker -> breaker.reset());
        jdbc.sql("UPDATE monitored_restriction SET due_at = now() - interval '1 minute'")
                .update();

        assertThat(restrictions.sendDue()).isOne();
        assertThat(rows("done_at IS NOT NULL")).isOne();
        OTHERS.verify(putRequestedFor(urlEqualTo("/api/v1/risk/trading-state"))
                .withRequestBody(equalToJson(
                        """
                        {"scope":"ACCOUNT","id":"%s","state":"REDUCE_ONLY","only_stricter":true,
                         "reason":"drawdown is 20.00 %%, above 15.00 %%"}
                        """
                                .formatted(account))));
    }

    @Test
    void firstTargetOfAnAccountThatIsBeyondALimitRestrictsIt() {
        OTHERS.stubFor(get("/api/v1/accounts/" + account).willReturn(okJson(write(account("8000", 1, null)))));
        LiveMemory.Heard heard = risks.heard(account).orElseThrow();
        watch.begin();
        watch.look(heard);
        watch.begin();
        watch.look(heard);
        assertThat(rows("account_id = '%s'".formatted(account))).isZero();

        jdbc.sql(
                        """
                        INSERT INTO target_portfolio (account_id, version, weights, origin, reason, person, at)
                        VALUES (:account, 1, '{}', 'PERSON', 'test', 'test', now())
                        """)
                .param("account", account)
                .update();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> watch.look(heard)),
                        CompletableFuture.runAsync(() -> watch.look(heard)))
                .join();
        watch.begin();
        watch.look(heard);

        assertThat(rows("account_id = '%s'".formatted(account))).isOne();
    }

    @Test
    void impactSaysBeforeAndAfter() {
        risks.heard(account);
        TradeImpactAnswer answer = everybodys()
                .post(
                        IMPACT,
                        """
                        {"account_id":"%s","symbol":"EURUSD.SIM","side":"BUY","lots":0.2}
                        """
                                .formatted(account))
                .as(TradeImpactAnswer.class);

        assertThat(answer.notional()).isEqualByComparingTo("20000");
        assertThat(answer.after().grossExposure()).isEqualByComparingTo("40000");
        assertThat(answer.after().shortfall())
                .isCloseTo(
                        2
                                * (answer.before().shortfall() == null
                                        ? 0
                                        : answer.before().shortfall()),
                        within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"account_id\":\"A\",\"symbol\":\"EURUSD\",\"side\":\"BUY\"}                             | lots",
                "{\"account_id\":\"A\",\"symbol\":\"EURUSD\",\"side\":\"BUY\",\"lots\":1,\"notional\":1}   | lots",
                "{\"account_id\":\"A\",\"symbol\":\"EURUSD\",\"side\":\"BUY\",\"lots\":-1}                 | lots",
                "{\"account_id\":\"A\",\"side\":\"BUY\",\"lots\":1}                                        | symbol",
                "{\"account_id\":\"A\",\"symbol\":\"NOPE\",\"side\":\"BUY\",\"lots\":1}                    | symbol",
                "{\"account_id\":\"A\",\"strategy\":\"nope\",\"side\":\"BUY\",\"lots\":1}                  | strategy",
                "{\"symbol\":\"EURUSD\",\"side\":\"BUY\",\"lots\":1}                                       | account_id"
            })
    void badInputIsRefusedWithTheField(String body, String field) {
        Answer answer = everybodys().post(IMPACT, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void somebodyElsesAccountIsNotFound() {
        OTHERS.stubFor(get("/api/v1/owners/account/" + account).willReturn(okJson("{\"owner\":\"somebody\"}")));

        assertThat(anybody.as("me", List.of(), "trade:read").get(LIVE + account).status())
                .isEqualTo(404);
        assertThat(anybody.as("somebody", List.of(), "trade:read")
                        .get(LIVE + account)
                        .status())
                .isEqualTo(200);
        assertThat(anybody.with("approve").get(LIVE + account).status()).isEqualTo(403);
    }

    @Test
    void unknownAccountIsNotFound() {
        OTHERS.stubFor(
                get("/api/v1/accounts/none")
                        .willReturn(
                                aResponse()
                                        .withStatus(404)
                                        .withHeader("Content-Type", "application/problem+json")
                                        .withBody(
                                                """
                {"type":"urn:problem:not-found","title":"x","status":404,"detail":"x","code":"NOT_FOUND","errors":[]}
                """)));

        assertThat(everybodys().get(LIVE + "none").status()).isEqualTo(404);
    }

    private LivePortfolioRisk live() {
        return everybodys().get(LIVE + account).as(LivePortfolioRisk.class);
    }

    private SuiteClient everybodys() {
        return anybody.with("trade:read", "admin");
    }

    private int rows(String where) {
        return jdbc.sql("SELECT count(*) FROM monitored_restriction WHERE " + where)
                .query(Integer.class)
                .single();
    }

    private Account account(String equity, long sequence, @Nullable String lots) {
        return new Account(
                account,
                account,
                "USD",
                RunLabel.PAPER,
                AccountStatus.ACTIVE,
                new BigDecimal("10000"),
                BigDecimal.ZERO,
                new BigDecimal("10000"),
                BigDecimal.ZERO,
                new BigDecimal(equity),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                lots == null ? List.of() : List.of(position(lots)),
                lots == null ? List.of() : List.of(holding(lots)),
                sequence,
                now,
                now);
    }

    /** A quarter of it is held by a strategy. */
    private StrategyHolding holding(String lots) {
        return new StrategyHolding(
                account,
                "trend",
                "EURUSD.SIM",
                new BigDecimal(lots).divide(new BigDecimal(4)),
                BigDecimal.ONE,
                null,
                BigDecimal.ZERO,
                null,
                null,
                null);
    }

    private Position position(String lots) {
        return new Position(
                account,
                "EURUSD.SIM",
                Direction.LONG,
                new BigDecimal(lots),
                BigDecimal.ONE,
                null,
                null,
                new BigDecimal(lots),
                null,
                List.of(),
                BigDecimal.ONE,
                MarkSource.MARKET,
                now,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                now);
    }

    /** Forty days, of which one lost a tenth. */
    private ClosesTable closes() {
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        return new ClosesTable(
                Timeframe.D1,
                now,
                IntStream.range(0, 40)
                        .mapToObj(i -> today.minus(40 - i, ChronoUnit.DAYS))
                        .toList(),
                List.of(new ClosesTable.SymbolCloses(
                        "EURUSD.SIM",
                        IntStream.range(0, 40)
                                .mapToObj(i -> BigDecimal.valueOf(i < 20 ? 100 + i : 90 + i))
                                .toList(),
                        40,
                        List.of(Timeframe.D1))));
    }

    private String updated(String equity, long sequence) {
        return event("account.updated", new AccountUpdated(account(equity, sequence, "0.2"), null));
    }

    private String event(String type, Object data) {
        return write(new EventEnvelope<>(UUID.randomUUID(), type, Instant.now(), "test", null, data));
    }

    private String write(Object value) {
        return json.writeValueAsString(value);
    }
}
