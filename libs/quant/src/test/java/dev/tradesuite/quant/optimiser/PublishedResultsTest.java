package dev.tradesuite.quant.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.linear.SymmetricMatrix;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PyPortfolioOpt's published results on its 20 stocks, 1989 to 2018. */
class PublishedResultsTest {

    private static final double RISK_FREE = 0.02;

    private Universe universe = Universe.of(List.of("A", "B"), new double[2], SymmetricMatrix.identity(2));

    @BeforeEach
    void read() {
        universe = StockPrices.read("stock_prices.csv").universe();
    }

    @Test
    void maximumSharpe() {
        Allocation allocation = portfolios().maxSharpe(RISK_FREE);

        assertPerformance(allocation, 0.3047768673, 0.2216556692, 1.2847714127);
        Map<String, Double> published = Map.of(
                "MA", .353487, "FB", .206031, "PFE", .195702, "BABA", .073146, "AAPL", .068899, "AMZN", .040329, "GOOG",
                .038354, "BBY", .013235, "SBUX", .010816);
        allocation.byCode().forEach((code, weight) -> assertThat(weight)
                .as(code)
                .isCloseTo(published.getOrDefault(code, 0.0), within(1e-5)));
    }

    @Test
    void minimumVolatility() {
        assertPerformance(portfolios().minVolatility(), 0.1505682140, 0.1591508451, 0.8204054077);
    }

    @Test
    void quadraticUtility() {
        assertPerformance(portfolios().maxQuadraticUtility(2), 0.3677732712, 0.2921342198, 1.1904571516);
    }

    @Test
    void efficientRisk() {
        assertPerformance(portfolios().efficientRisk(0.19), 0.2552422845, 0.19, 1.2381172870);
    }

    @Test
    void efficientReturn() {
        assertPerformance(portfolios().efficientReturn(0.25), 0.25, 0.1872326994, 1.2284179030);
    }

    @Test
    void theInteriorPointAgreesWithTheCriticalLine() {
        Constraints rows = Constraints.of(universe.codes()).withGroup("all", universe.codes(), 0, 2);
        MeanVariance interior = MeanVariance.of(universe, rows);

        assertPerformance(interior.maxSharpe(RISK_FREE), 0.3047768673, 0.2216556692, 1.2847714127);
        assertPerformance(interior.minVolatility(), 0.1505682140, 0.1591508451, 0.8204054077);
        assertPerformance(interior.efficientRisk(0.19), 0.2552422845, 0.19, 1.2381172870);
    }

    private MeanVariance portfolios() {
        return MeanVariance.of(universe, Constraints.of(universe.codes()));
    }

    private void assertPerformance(Allocation allocation, double expectedReturn, double volatility, double sharpe) {
        PortfolioPerformance performance = PortfolioPerformance.of(universe, allocation.weights(), RISK_FREE);
        assertThat(performance.expectedReturn()).isCloseTo(expectedReturn, within(1e-9));
        assertThat(performance.volatility()).isCloseTo(volatility, within(1e-9));
        assertThat(performance.sharpe().value().orElseThrow()).isCloseTo(sharpe, within(1e-9));
        assertThat(allocation.certificate().proves()).isTrue();
    }
}
