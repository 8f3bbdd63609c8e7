package dev.tradesuite.portfolio.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.portfolio.OptimizeAnswer;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** PyPortfolioOpt's published results through REST, and the default constraints on recorded prices. */
@SuiteIntegrationTest
class RealPricesIT {

    private static final String OPTIMIZE = "/api/v1/portfolio/optimize";

    @Autowired
    private SuiteClient anybody;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "method":"max_sharpe"                                | 0.3047768673 | 0.2216556692 | 1.2847714127
                    "method":"min_volatility"                            | 0.1505682140 | 0.1591508451 | 0.8204054077
                    "method":"max_quadratic_utility","risk_aversion":2   | 0.3677732712 | 0.2921342198 | 1.1904571516
                    "method":"efficient_risk","target_volatility":0.19   | 0.2552422845 | 0.19         | 1.2381172870
                    "method":"efficient_return","target_return":0.25     | 0.25         | 0.1872326994 | 1.2284179030
                    "method":"hrp","expected_returns_model":"arithmetic_mean" | 0.2135340238 | 0.1784415974 | 1.0845790813
                    """)
    void publishedResultsAreMet(String method, double expectedReturn, double volatility, double sharpe) {
        OptimizeAnswer answer = optimise("{%s,\"data\":{\"prices\":%s},\"constraints\":{\"defaults\":false}}"
                .formatted(method, PriceJson.of("stock_prices.csv", 20)));

        assertThat(answer.performance().expectedReturn()).isCloseTo(expectedReturn, within(1e-6));
        assertThat(answer.performance().volatility()).isCloseTo(volatility, within(1e-6));
        assertThat(answer.performance().sharpe()).isCloseTo(sharpe, within(1e-6));
        assertThat(answer.riskContributions().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-9));
        assertThat(Objects.requireNonNull(answer.expectedShortfall()).value())
                .isGreaterThanOrEqualTo(
                        Objects.requireNonNull(answer.valueAtRisk()).value());
    }

    @Test
    void theLargestSharpeHoldsWhatWasPublished() {
        OptimizeAnswer answer =
                optimise("{\"method\":\"max_sharpe\",\"data\":{\"prices\":%s},\"constraints\":{\"defaults\":false}}"
                        .formatted(PriceJson.of("stock_prices.csv", 20)));

        Map<String, Double> published = Map.of(
                "MA", .353487, "FB", .206031, "PFE", .195702, "BABA", .073146, "AAPL", .068899, "AMZN", .040329, "GOOG",
                .038354, "BBY", .013235, "SBUX", .010816);
        answer.weights()
                .forEach((code, weight) ->
                        assertThat(weight).as(code).isCloseTo(published.getOrDefault(code, 0.0), within(1e-5)));
    }

    @ParameterizedTest
    @CsvSource({"max_sharpe", "min_volatility"})
    void fiftyStocksKeepTheDefaultConstraints(String method) {
        OptimizeAnswer answer = optimise("{\"method\":\"%s\",\"data\":{\"prices\":%s}}"
                .formatted(method, PriceJson.of("stocks/us_adjclose_2013_2021.csv.gz", 50)));

        assertThat(answer.weights().values()).hasSize(50).allMatch(weight -> weight <= 0.5 + 1e-8);
        assertThat(answer.weights().values().stream()
                        .filter(weight -> weight >= 0.05 - 1e-8)
                        .count())
                .isGreaterThanOrEqualTo(5);
        assertThat(answer.bindingConstraints()).isNotEmpty();
        assertThat(answer.certificate().constraintViolation()).isLessThanOrEqualTo(1e-8);
    }

    private OptimizeAnswer optimise(String body) {
        SuiteClient.Answer answer = anybody.with("trade:read").post(OPTIMIZE, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.as(OptimizeAnswer.class);
    }
}
