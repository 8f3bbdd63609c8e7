package dev.tradesuite.portfolio.optimisation;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.portfolio.BindingLimit;
import dev.tradesuite.contracts.portfolio.OptimizeAnswer;
import dev.tradesuite.contracts.portfolio.ReturnImportReport;
import dev.tradesuite.portfolio.StrategyTables;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 50 of 100 US stocks, 2013 to 2021, with the default constraints: as prices in the request, and as registered
 * strategies whose returns were handed in. Both are the same, and what the pages tell.
 */
@SuiteIntegrationTest
class RealStrategiesIT {

    private static final String OPTIMIZE = "/api/v1/portfolio/optimize";
    private static final String FILE = "stocks/us_adjclose_2013_2021.csv.gz";
    private static final int STOCKS = 50;
    private static final Offset<Double> SAME = within(1e-9);
    private static final Offset<Double> FOUR_DIGITS = within(5e-5 + 1e-12);

    @Autowired
    private SuiteClient anybody;

    @Autowired
    private JdbcClient jdbc;

    private List<PriceJson.Column> stocks = List.of();

    @AfterEach
    void forget() {
        jdbc.sql("DELETE FROM optimisation").update();
        StrategyTables.clear(jdbc);
    }

    /** Registering takes longest, so it is done once for both. */
    @Test
    void registryAndPricesAgree() {
        stocks = PriceJson.columns(FILE, STOCKS);
        StrategyTables.clear(jdbc);
        stocks.forEach(this::register);

        registryAndPricesAgreeOnTheLargestSharpe();
        registryAndPricesAgreeOnTheLeastVolatility();
    }

    private void registryAndPricesAgreeOnTheLargestSharpe() {
        OptimizeAnswer told = optimise("max_sharpe", "{\"prices\":%s}".formatted(PriceJson.of(FILE, STOCKS)));
        OptimizeAnswer registered = optimise("max_sharpe", registry());

        requireSame(registered, told);
        requireDefaultConstraints(told);
        requireHeld(
                told,
                Map.of(
                        "NVDA", 0.2337, "TSLA", 0.1721, "NFLX", 0.1546, "UNH", 0.1491, "TMO", 0.1041, "LLY", 0.0728,
                        "COST", 0.0636, "AMZN", 0.05));
        assertThat(told.performance().expectedReturn()).isCloseTo(0.4770, FOUR_DIGITS);
        assertThat(told.performance().volatility()).isCloseTo(0.2493, FOUR_DIGITS);
        assertThat(told.performance().sharpe()).isCloseTo(1.8334, FOUR_DIGITS);
        assertThat(told.bindingConstraints())
                .extracting(BindingLimit::constraint)
                .containsExactly("AMZN at least 5 %");
    }

    private void registryAndPricesAgreeOnTheLeastVolatility() {
        OptimizeAnswer told = optimise("min_volatility", "{\"prices\":%s}".formatted(PriceJson.of(FILE, STOCKS)));
        OptimizeAnswer registered = optimise("min_volatility", registry());

        requireSame(registered, told);
        requireDefaultConstraints(told);
        requireHeld(
                told,
                Map.ofEntries(
                        entry("VZ", 0.2122),
                        entry("WMT", 0.1258),
                        entry("KO", 0.1224),
                        entry("MCD", 0.1069),
                        entry("COST", 0.0804),
                        entry("JNJ", 0.0794),
                        entry("PG", 0.0649),
                        entry("PFE", 0.0579),
                        entry("AMZN", 0.05),
                        entry("DHR", 0.05),
                        entry("MRK", 0.05)));
        assertThat(told.performance().expectedReturn()).isCloseTo(0.1339, FOUR_DIGITS);
        assertThat(told.performance().volatility()).isCloseTo(0.1349, FOUR_DIGITS);
        assertThat(told.performance().sharpe()).isCloseTo(0.8441, FOUR_DIGITS);
        assertThat(told.bindingConstraints())
                .extracting(BindingLimit::constraint)
                .containsExactly("AMZN at least 5 %", "MRK at least 5 %", "DHR at least 5 %");
    }

    private void register(PriceJson.Column stock) {
        SuiteClient.Answer made = writer().post(
                        "/api/v1/strategies", "{\"code\":\"%s\",\"source\":\"imported\"}".formatted(stock.code()));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        ReturnImportReport report = writer().post(
                        "/api/v1/strategies/%s/returns?label=BACKTEST".formatted(stock.code()),
                        stock.returns().entrySet().stream()
                                .map(day -> "{\"day\":\"%s\",\"value\":%s}".formatted(day.getKey(), day.getValue()))
                                .collect(Collectors.joining(",", "{\"returns\":[", "]}")))
                .as(ReturnImportReport.class);
        assertThat(report.refused()).isEmpty();
        assertThat(report.added()).isEqualTo(stock.returns().size());
    }

    private String registry() {
        return "{\"registry\":{\"codes\":[%s],\"window_days\":20000,\"label\":\"BACKTEST\"}}"
                .formatted(
                        stocks.stream().map(stock -> "\"" + stock.code() + "\"").collect(Collectors.joining(",")));
    }

    private static void requireSame(OptimizeAnswer registered, OptimizeAnswer told) {
        assertThat(registered.weights()).containsOnlyKeys(told.weights().keySet());
        told.weights().forEach((code, weight) -> assertThat(registered.weights().getOrDefault(code, Double.NaN))
                .as(code)
                .isCloseTo(weight, SAME));
        assertThat(registered.performance().expectedReturn())
                .isCloseTo(told.performance().expectedReturn(), SAME);
        assertThat(registered.performance().volatility())
                .isCloseTo(told.performance().volatility(), SAME);
        assertThat(registered.data().observations()).isEqualTo(told.data().observations());
        assertThat(Objects.requireNonNull(registered.valueAtRisk()).value())
                .isCloseTo(Objects.requireNonNull(told.valueAtRisk()).value(), SAME);
        assertThat(registered.bindingConstraints())
                .extracting(BindingLimit::constraint)
                .containsExactlyElementsOf(told.bindingConstraints().stream()
                        .map(BindingLimit::constraint)
                        .toList());
        assertThat(registered.warnings()).isEqualTo(told.warnings());
    }

    private static void requireDefaultConstraints(OptimizeAnswer answer) {
        Map<String, Double> held = held(answer);
        assertThat(held).hasSizeGreaterThanOrEqualTo(5);
        assertThat(held.values()).allMatch(weight -> weight >= 0.05 - 1e-8 && weight <= 0.5 + 1e-8);
        assertThat(answer.certificate().constraintViolation()).isLessThanOrEqualTo(1e-8);
    }

    private static void requireHeld(OptimizeAnswer answer, Map<String, Double> expected) {
        Map<String, Double> held = held(answer);
        assertThat(held).containsOnlyKeys(expected.keySet());
        held.forEach((code, weight) ->
                assertThat(weight).as(code).isCloseTo(expected.getOrDefault(code, Double.NaN), FOUR_DIGITS));
    }

    private static Map<String, Double> held(OptimizeAnswer answer) {
        Map<String, Double> held = new TreeMap<>(answer.weights());
        held.values().removeIf(weight -> weight < 1e-9);
        return held;
    }

    private OptimizeAnswer optimise(String method, String data) {
        SuiteClient.Answer answer =
                anybody.with("trade:read").post(OPTIMIZE, "{\"method\":\"%s\",\"data\":%s}".formatted(method, data));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.as(OptimizeAnswer.class);
    }

    private SuiteClient writer() {
        return anybody.with("portfolio:write", "trade:read");
    }
}
