package dev.tradesuite.portfolio.allocation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.tradesuite.contracts.portfolio.AllocationPnl;
import dev.tradesuite.contracts.portfolio.PortfolioMetrics;
import dev.tradesuite.contracts.portfolio.StrategyPortfolio;
import dev.tradesuite.contracts.portfolio.TargetOrigin;
import dev.tradesuite.contracts.portfolio.TargetPortfolio;
import dev.tradesuite.portfolio.StrategyTables;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SuiteIntegrationTest
class PortfolioApiIT {

    private static final String CONSTRUCT = "/api/v1/portfolio/construct";
    private static final String ACCOUNT =
            """
            {"id":"main","name":"Main","currency":"USD","label":"PAPER","status":"ACTIVE","initial_balance":10000,
             "net_cash_flow":0,"balance":10000,"floating_pnl":100,"equity":10100,"margin_used":505,"realised_pnl":0,
             "commission_paid":1.25,"positions":[{"account_id":"main","symbol":"EURUSD","direction":"LONG","lots":0.02,
             "average_price":1.08,"unprotected_lots":0,"protective_orders":[],"mark_price":1.10,"mark_source":"MARKET",
             "marked_at":"2026-02-02T10:00:00Z","conversion_rate":1,"floating_pnl":40,"margin_used":505,
             "opened_at":"2026-02-02T09:00:00Z"}],"holdings":[
             {"account_id":"main","strategy":"euro","symbol":"EURUSD","lots":0.03,"average_price":1.08,"value":3300,
              "realised_pnl":5,"unrealised_pnl":60,"mark_price":1.10,"marked_at":"2026-02-02T10:00:00Z"},
             {"account_id":"main","strategy":"unassigned","symbol":"EURUSD","lots":-0.01,"average_price":1.08,"value":-1100,
              "realised_pnl":0,"unrealised_pnl":-20,"mark_price":1.10,"marked_at":"2026-02-02T10:00:00Z"}],"sequence":7,"equity_at":"2026-02-02T10:00:00Z",
             "updated_at":"2026-02-02T10:00:00Z"}""";

    private static WireMockServer ledger =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @Autowired
    private SuiteClient anybody;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry properties) {
        ledger.start();
        properties.add("suite.services.ledger.url", () -> ledger.baseUrl());
    }

    @AfterAll
    static void stop() {
        ledger.stop();
    }

    @BeforeEach
    void register() {
        ledger.resetAll();
        StrategyTables.clear(jdbc);
        jdbc.sql("TRUNCATE target_portfolio").update();
        register("euro", "hold:EURUSD");
        register("own", "imported");
    }

    @Test
    void optimumBecomesTheTarget() {
        String id = writer().post(
                        "/api/v1/portfolio/optimize",
                        """
                        {"method":"max_sharpe","data":{"expected_returns":{"euro":0.10,"own":0.15},
                         "covariance":{"codes":["euro","own"],"matrix":[[0.04,0],[0,0.09]]}},
                         "constraints":{"defaults":false}}""")
                .json()
                .path("request_id")
                .asString();

        Answer answer = writer().post(CONSTRUCT, "{\"request_id\":\"%s\",\"reason\":\"a test\"}".formatted(id));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        TargetPortfolio target = answer.as(TargetPortfolio.class);
        assertThat(target.origin()).isEqualTo(TargetOrigin.OPTIMUM);
        assertThat(target.requestId()).isEqualTo(UUID.fromString(id));
        assertThat(target.weights().get("euro")).isCloseTo(18 / 31.0, within(1e-9));
        assertThat(reader().get("/api/v1/portfolio/target?version=1").as(TargetPortfolio.class))
                .isEqualTo(target);
        assertThat(reader().get("/api/v1/portfolio/target?version=2").status()).isEqualTo(404);
    }

    @Test
    void ofTwoChangesOfOneVersionTheSecondIsRefused() {
        assertThat(construct("{\"euro\":0.3}", 0).status()).isEqualTo(200);
        assertThat(construct("{\"euro\":0.4}", 0).status()).isEqualTo(409);
        assertThat(construct("{\"euro\":0.4}", 1).as(TargetPortfolio.class).version())
                .isEqualTo(2);
        assertThatThrownBy(() ->
                        jdbc.sql("UPDATE target_portfolio SET reason = 'other'").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void sameKeyIsTheSameTarget() {
        SuiteClient keyed = writer().header("Idempotency-Key", "target-1");
        String body = "{\"weights\":{\"euro\":0.3},\"reason\":\"a test\"}";

        Answer first = keyed.post(CONSTRUCT, body);
        Answer again = keyed.post(CONSTRUCT, body);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(reader().get("/api/v1/portfolio/target")
                        .as(TargetPortfolio.class)
                        .version())
                .isEqualTo(1);
    }

    @Test
    void badWeightsAreRefused() {
        assertThat(construct("{\"euro\":0.7,\"own\":0.4}", 0)
                        .json()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("weights");
        assertThat(construct("{\"euro\":-0.1}", 0).json().at("/errors/0/field").asString())
                .isEqualTo("weights.euro");
        assertThat(construct("{\"nobody\":0.1}", 0).json().path("code").asString())
                .isEqualTo("UNKNOWN_CODE");
        assertThat(writer().post(CONSTRUCT, "{\"reason\":\"x\"}").status()).isEqualTo(400);
        assertThat(writer().post(CONSTRUCT, "{\"request_id\":\"%s\",\"reason\":\"x\"}".formatted(UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
        jdbc.sql("UPDATE strategy SET state = 'RETIRED' WHERE code = 'own'").update();
        assertThat(construct("{\"own\":0.1}", 0).json().path("code").asString()).isEqualTo("STRATEGY_RETIRED");
        assertThat(reader().post(CONSTRUCT, "{\"weights\":{\"euro\":0.1},\"reason\":\"x\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void portfolioShowsWhatIsHeldBesideWhatIsToBe() {
        ledger.stubFor(get("/api/v1/accounts/main").willReturn(okJson(ACCOUNT)));
        construct("{\"euro\":0.3,\"own\":0.2}", 0);

        StrategyPortfolio portfolio = reader().get("/api/v1/portfolio").as(StrategyPortfolio.class);

        assertThat(portfolio.value()).isEqualByComparingTo("10100");
        assertThat(portfolio.buyingPower()).isEqualByComparingTo("9595");
        assertThat(portfolio.targetVersion()).isEqualTo(1);
        assertThat(portfolio.unassignedValue()).isEqualByComparingTo("-1100");
        assertThat(portfolio.strategies().getFirst().value()).isEqualByComparingTo("3300");
        assertThat(portfolio.strategies().getFirst().currentWeight()).isCloseTo(3300 / 10100.0, within(1e-12));
        assertThat(portfolio.strategies())
                .extracting(StrategyPortfolio.StrategyShare::targetWeight)
                .containsExactly(0.3, 0.2);
        ledger.stubFor(
                get("/api/v1/accounts/main/holdings")
                        .willReturn(
                                okJson(
                                        """
                        [{"account_id":"main","strategy":"euro","symbol":"EURUSD","lots":0.03,"average_price":1.08,"value":3300,
                          "realised_pnl":5,"unrealised_pnl":60,"mark_price":1.10,"marked_at":"2026-02-02T10:00:00Z"},
                         {"account_id":"main","strategy":"euro","symbol":"XAUUSD","lots":0,"realised_pnl":7}]""")));
        ledger.stubFor(get("/api/v1/accounts/main/cash-flows?limit=1000")
                .willReturn(okJson("{\"cash_flows\":[%s],\"next_cursor\":\"2\"}".formatted(flow("10", "euro")))));
        ledger.stubFor(get("/api/v1/accounts/main/cash-flows?cursor=2&limit=1000")
                .willReturn(okJson("{\"cash_flows\":[%s,%s]}".formatted(flow("-4", "euro"), flow("1", null)))));
        AllocationPnl pnl = reader().get("/api/v1/portfolio/pnl").as(AllocationPnl.class);
        assertThat(pnl.unrealised()).isEqualByComparingTo(new BigDecimal("100"));
        assertThat(pnl.commission()).isEqualByComparingTo("1.25");
        AllocationPnl.StrategyEarnings euro = pnl.strategies().getFirst();
        assertThat(euro.realised()).isEqualByComparingTo("12");
        assertThat(euro.unrealised()).isEqualByComparingTo("60");
        assertThat(euro.cashFlows()).isEqualByComparingTo("6");
    }

    @Test
    void booksThatDoNotAnswerAreSaid() {
        ledger.stubFor(get("/api/v1/accounts/main").willReturn(aResponse().withStatus(503)));

        assertThat(reader().get("/api/v1/portfolio").status()).isEqualTo(503);
    }

    @Test
    void metricsComeFromStoredReturns() {
        construct("{\"euro\":0.3,\"own\":0.2}", 0);
        writer().post(
                        "/api/v1/strategies/own/returns?label=BACKTEST",
                        "{\"returns\":[{\"day\":\"%s\",\"value\":0.01}]}"
                                .formatted(LocalDate.now(ZoneOffset.UTC).minusDays(1)));

        PortfolioMetrics metrics = reader().get("/api/v1/portfolio/metrics").as(PortfolioMetrics.class);

        assertThat(metrics.without()).containsExactly("euro");
        assertThat(metrics.strategies().getFirst().days()).isEqualTo(1);
        assertThat(metrics.strategies().getFirst().unavailable()).containsKey("sharpe");
    }

    @Test
    void booksThatDoNotTellWhoHoldsWhatAreSaid() {
        ledger.stubFor(
                get("/api/v1/accounts/main").willReturn(okJson(ACCOUNT.replaceAll("(?s)\"holdings\":\\[.*?\\],", ""))));

        assertThat(reader().get("/api/v1/portfolio").status()).isEqualTo(422);
    }

    private static String flow(String change, @Nullable String strategy) {
        return """
               {"flow_id":"019b0000-0000-7000-8000-000000000009","account_id":"main","kind":"transfer",%s"amount":%s,
                "cash_change":%s,"reason":"r","balance_after":1,"net_cash_flow_after":1,"person":"p",
                "booked_at":"2026-02-02T10:00:00Z"}"""
                .formatted(strategy == null ? "" : "\"strategy\":\"%s\",".formatted(strategy), change, change);
    }

    private Answer construct(String weights, long version) {
        return writer().post(
                        CONSTRUCT, "{\"weights\":%s,\"version\":%d,\"reason\":\"a test\"}".formatted(weights, version));
    }

    private void register(String code, String source) {
        assertThat(writer().post("/api/v1/strategies", "{\"code\":\"%s\",\"source\":\"%s\"}".formatted(code, source))
                        .status())
                .isEqualTo(201);
    }

    private SuiteClient reader() {
        return anybody.with("trade:read", "admin");
    }

    private SuiteClient writer() {
        return anybody.with("portfolio:write", "trade:read", "admin");
    }
}
