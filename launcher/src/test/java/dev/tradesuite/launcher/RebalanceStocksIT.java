package dev.tradesuite.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.broker.BrokerProvider;
import dev.tradesuite.launcher.SuiteProcess.Answer;
import dev.tradesuite.launcher.home.Secrets;
import dev.tradesuite.launcher.postgres.DatabaseAccess;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Twenty strategies hold ten stocks, by fractions of a share, at a broker that fills in parts and is reached by a bad
 * line. Whatever becomes of the orders, the books say what the broker has.
 */
class RebalanceStocksIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ACCOUNT = "stocks";
    private static final int STRATEGIES = 20;
    private static final List<String> STOCKS =
            List.of("AAPL", "MSFT", "NVDA", "GOOGL", "AMZN", "META", "TSLA", "JPM", "KO", "DIS");

    @Test
    void booksEqualTheBrokerToTheLastFraction(@TempDir Path folder) throws Exception {
        try (SuiteProcess suite = new SuiteProcess(folder, settings(folder))
                .with(provider(folder), testClasses())
                .up()) {
            open(suite);
            awaitPrices(suite);

            List<JsonNode> orders = new ArrayList<>(rebalanced(suite, _ -> 4));
            checkBooks(suite, orders);
            // Every fourth goes, every other one of the rest grows.
            orders.addAll(rebalanced(suite, i -> i % 4 == 0 ? 0 : i % 2 == 0 ? 5 : 3));
            checkBooks(suite, orders);

            assertThat(orders.stream().map(line -> line.path("side").asString()))
                    .contains("BUY", "SELL");
            assertThat(orders.stream()
                            .map(line -> line.path("filled_lots").decimalValue())
                            .filter(lots -> lots.remainder(BigDecimal.ONE).signum() != 0))
                    .as("fractions of shares")
                    .isNotEmpty();
            assertThat(orders.stream().map(line -> line.path("state").asString()))
                    .as("filled in part, and lost on the way")
                    .contains("PARTIAL", "REFUSED");
        }
    }

    /** A thousandth of a share is the least; prices are made up and move, and the market is always open. */
    private static String[] settings(Path folder) throws IOException {
        Path fractions = folder.resolve("fractions.csv");
        Files.write(
                fractions,
                Stream.concat(
                                Stream.of("symbol,asset_class,base,quote,contract_size,pip_size,tick_size,lot_step,"
                                        + "min_lot,max_lot,margin_rate,min_stop_pips,max_stop_pips,default_stop_pips"),
                                STOCKS.stream()
                                        .map(stock -> stock + ",stock," + stock
                                                + ",USD,1,0.01,0.01,0.001,0.001,100000,0.20,1,100000,500"))
                        .toList());
        return new String[] {
            "suite.instruments.file: " + fractions,
            "suite.brain.feeds.simulated.symbols: [%s]"
                    .formatted(STOCKS.stream().map(stock -> stock + ".SIM").collect(Collectors.joining(", "))),
            "suite.brain.feeds.simulated.history-days: 1",
            "suite.orchestrator.broker.accounts.%s: %s".formatted(ACCOUNT, BadLineBroker.NAME),
            "suite.orchestrator.brokers.%s.fill-fraction: 0.7".formatted(BadLineBroker.NAME),
            "suite.orchestrator.brokers.%s.max-lots-per-fill: 11".formatted(BadLineBroker.NAME),
            "suite.orchestrator.reconciliation.interval: 1s",
            "suite.orchestrator.reconciliation.grace: 5s",
            "suite.portfolio.rebalancing.again: 500ms",
            // What is asked and not answered in time is no: a busy machine shall not say it.
            "suite.services.brain.timeout: 20s",
            "suite.services.sizing.timeout: 20s",
            "suite.services.risk.timeout: 20s",
            "suite.services.ledger.timeout: 20s",
            "suite.services.orchestrator.timeout: 60s"
        };
    }

    private static Path provider(Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("provider/META-INF/services"));
        Files.writeString(services.resolve(BrokerProvider.class.getName()), BadLineBroker.Provider.class.getName());
        return folder.resolve("provider");
    }

    private static Path testClasses() throws URISyntaxException {
        return Path.of(BadLineBroker.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static void open(SuiteProcess suite) throws Exception {
        require(
                201,
                suite.post(
                        "/api/v1/accounts",
                        "{\"id\": \"%s\", \"currency\": \"USD\", \"initial_balance\": 100000}".formatted(ACCOUNT)));
        await().atMost(PATIENCE)
                .until(() -> suite.get("/api/v1/risk/accounts/" + ACCOUNT).status() == 200);
        // Two strategies on one stock are wanted here.
        Answer limits = suite.send(
                "PUT",
                "/api/v1/risk/limits/" + ACCOUNT,
                """
                {"daily_loss_percent": 10, "drawdown_percent": 15, "position_size_percent": 5, "margin_percent": 80,
                 "correlation": 1, "currency_exposure_percent": 1000}"""
                        .getBytes(StandardCharsets.UTF_8),
                "application/json");
        require(200, limits);
        for (int i = 0; i < STRATEGIES; i++) {
            require(
                    201,
                    suite.post(
                            "/api/v1/strategies",
                            "{\"code\": \"%s\", \"source\": \"hold:%s\"}".formatted(code(i), symbol(i))));
        }
    }

    private static void awaitPrices(SuiteProcess suite) {
        String symbols = STOCKS.stream().map(stock -> stock + ".SIM").collect(Collectors.joining(","));
        await().atMost(PATIENCE)
                .until(() -> suite.get("/api/v1/prices/latest?symbols=" + symbols)
                                .json()
                                .path("prices")
                                .size()
                        == STOCKS.size());
    }

    /** Percents of the value by number of the strategy. */
    private interface Weights {

        int of(int number);
    }

    /** Target, plan, approval, and the lines as they end. */
    private static List<JsonNode> rebalanced(SuiteProcess suite, Weights weights) throws Exception {
        String target = IntStream.range(0, STRATEGIES)
                .mapToObj(i -> "\"%s\": 0.0%d".formatted(code(i), weights.of(i)))
                .collect(Collectors.joining(", "));
        require(
                200,
                suite.post(
                        "/api/v1/portfolio/construct",
                        "{\"account_id\": \"%s\", \"weights\": {%s}, \"reason\": \"a test\"}"
                                .formatted(ACCOUNT, target)));
        Answer draft = suite.post(
                "/api/v1/portfolio/rebalance", "{\"account_id\": \"%s\", \"reason\": \"a test\"}".formatted(ACCOUNT));
        require(200, draft);
        String path = "/api/v1/rebalances/" + draft.json().path("id").asString();
        require(
                200,
                suite.post(
                        path + "/submit",
                        "{\"plan_hash\": \"%s\"}"
                                .formatted(draft.json().path("plan_hash").asString())));
        await().atMost(PATIENCE).until(() -> suite.get(path).json().has("approval_id"));
        require(200, suite.approve(suite.get(path).json().path("approval_id").asString(), "I have looked at it"));
        await().atMost(PATIENCE).until(() -> List.of("DONE", "PARTIAL", "FAILED")
                .contains(suite.get(path).json().path("state").asString()));
        return checkedLines(suite.get(path).json());
    }

    /** All filled, or in part and every line that is not says why. */
    private static List<JsonNode> checkedLines(JsonNode ended) {
        List<JsonNode> lines = List.copyOf(ended.path("lines").values());
        assertThat(lines).hasSizeGreaterThan(STRATEGIES / 2);
        boolean all =
                lines.stream().allMatch(line -> line.path("state").asString().equals("FILLED"));
        assertThat(ended.path("state").asString())
                .as(ended.path("outcome").toString())
                .isEqualTo(all ? "DONE" : "PARTIAL");
        assertThat(ended.at("/outcome/code").asString()).isEqualTo(all ? "ALL_ORDERS_FILLED" : "SOME_ORDERS_UNFILLED");
        assertThat(lines).allSatisfy(line -> {
            BigDecimal filled = line.path("filled_lots").decimalValue();
            BigDecimal lots = line.path("lots").decimalValue();
            switch (line.path("state").asString()) {
                case "FILLED" -> assertThat(filled).isEqualByComparingTo(lots);
                case "PARTIAL" -> {
                    assertThat(filled).isPositive().isLessThan(lots);
                    assertThat(line.at("/why/code").asString(""))
                            .as(line.toString())
                            .isNotEmpty();
                }
                default -> {
                    assertThat(line.path("state").asString()).isEqualTo("REFUSED");
                    assertThat(filled).isZero();
                    assertThat(line.at("/why/code").asString(""))
                            .as(line.toString())
                            .isNotEmpty();
                }
            }
        });
        return lines;
    }

    /** What strategies hold by the lines = by the books, and its sum = the position of the account = the broker's. */
    private static void checkBooks(SuiteProcess suite, List<JsonNode> lines) {
        Map<String, BigDecimal> byLines = new TreeMap<>();
        lines.forEach(line -> byLines.merge(line.path("strategy").asString(), filled(line), BigDecimal::add));
        byLines.values().removeIf(lots -> lots.signum() == 0);
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<JsonNode> holdings = List.copyOf(suite.get("/api/v1/accounts/%s/holdings".formatted(ACCOUNT))
                    .json()
                    .values());
            assertSame(sums(holdings, "strategy"), byLines);
            JsonNode account = suite.get("/api/v1/accounts/" + ACCOUNT).json();
            Map<String, BigDecimal> positions = new TreeMap<>();
            account.path("positions")
                    .values()
                    .forEach(position -> positions.put(
                            position.path("symbol").asString(),
                            position.path("lots").decimalValue()));
            assertSame(sums(holdings, "symbol"), positions);
            assertSame(atTheBroker(suite), positions);
            assertThat(suite.get("/api/v1/accounts/%s/reconciliation".formatted(ACCOUNT))
                            .json()
                            .path("balanced")
                            .asBoolean())
                    .isTrue();
        });
        checkOrders(suite, lines);
    }

    private static BigDecimal filled(JsonNode line) {
        BigDecimal lots = line.path("filled_lots").decimalValue();
        return line.path("side").asString().equals("BUY") ? lots : lots.negate();
    }

    private static Map<String, BigDecimal> sums(List<JsonNode> holdings, String by) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        holdings.forEach(holding ->
                sums.merge(holding.path(by).asString(), holding.path("lots").decimalValue(), BigDecimal::add));
        sums.values().removeIf(lots -> lots.signum() == 0);
        return sums;
    }

    private static void assertSame(Map<String, BigDecimal> actual, Map<String, BigDecimal> expected) {
        assertThat(plain(actual)).isEqualTo(plain(expected));
    }

    private static Map<String, String> plain(Map<String, BigDecimal> lots) {
        Map<String, String> plain = new TreeMap<>();
        lots.forEach((name, value) -> plain.put(name, value.stripTrailingZeros().toPlainString()));
        return plain;
    }

    /** Every line is one order at the most, and the broker has filled of it what the line says. */
    private static void checkOrders(SuiteProcess suite, List<JsonNode> lines) {
        Map<String, BigDecimal> orders = query(
                suite,
                """
                SELECT client_order_id, coalesce(sum(fill.lots), 0)
                  FROM orchestrator.paper_order LEFT JOIN orchestrator.paper_execution AS fill USING (client_order_id)
                 WHERE account_id = '%s' AND client_order_id LIKE 'rb-%%'
                   AND parent_client_order_id IS NULL
                 GROUP BY client_order_id"""
                        .formatted(ACCOUNT));
        assertThat(orders).hasSizeLessThanOrEqualTo(lines.size());
        assertThat(orders.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(lines.stream()
                        .map(line -> line.path("filled_lots").decimalValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Map<String, BigDecimal> atTheBroker(SuiteProcess suite) {
        return query(
                suite,
                "SELECT symbol, lots FROM orchestrator.paper_position WHERE account_id = '%s' AND lots <> 0"
                        .formatted(ACCOUNT));
    }

    private static Map<String, BigDecimal> query(SuiteProcess suite, String statement) {
        Map<String, BigDecimal> found = new TreeMap<>();
        try (Connection connection = database(suite).connect();
                ResultSet rows = connection.createStatement().executeQuery(statement)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getBigDecimal(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static DatabaseAccess database(SuiteProcess suite) {
        return new DatabaseAccess(
                "jdbc:postgresql://localhost:%d/suite".formatted(suite.port("postgres")),
                Secrets.loadOrCreate(suite.home().secrets()));
    }

    private static void require(int status, Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(status);
    }

    private static String code(int number) {
        return "hold-" + number;
    }

    private static String symbol(int number) {
        return STOCKS.get(number % STOCKS.size()) + ".SIM";
    }
}
