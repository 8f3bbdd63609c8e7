package dev.tradesuite.portfolio.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.portfolio.ExpectedReturnsModel;
import dev.tradesuite.contracts.portfolio.RiskModel;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.quant.optimiser.Universe;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AllocationFiguresTest {

    private static final MomentModels MODELS =
            new MomentModels(ExpectedReturnsModel.GEOMETRIC_MEAN, RiskModel.SAMPLE, 100, 500, 0.02, 0);

    /**
     * Half of each of two assets of which one rests: the portfolio gains 1 % on 15 days and loses 2 % on 5.
     * Semideviation sqrt(5 / 20 x 0.0004 x 100) = 0.1; the worst 10 % are two days of 2 %; summed, five losses in a row
     * fall by 10 %.
     */
    @Test
    void downsideIsMeasuredOnThePortfolio() {
        double[] moving = new double[20];
        Arrays.fill(moving, 0, 15, 0.02);
        Arrays.fill(moving, 15, 20, -0.04);

        AllocationFigures figures = figures(moving);
        AllocationFigures.Downside downside = figures.downside().orElseThrow();

        assertThat(downside.sortino().value().orElseThrow()).isCloseTo((0.1 - 0.02) / 0.1, within(1e-12));
        assertThat(downside.cvar().value().orElseThrow()).isCloseTo(0.02, within(1e-12));
        // the deepest two of falls 2, 4, 6, 8 and 10 %
        assertThat(downside.cdar().value().orElseThrow()).isCloseTo(0.09, within(1e-12));
    }

    /** w' s = 0.25, volatility sqrt(0.01 + 0.0225) = 0.18028; shares 0.01 and 0.0225 of 0.0325. */
    @Test
    void riskIsSharedByTheCovariance() {
        AllocationFigures figures = figures(new double[20]);

        assertThat(figures.diversificationRatio().value().orElseThrow())
                .isCloseTo(0.25 / Math.sqrt(0.0325), within(1e-12));
        assertThat(figures.riskShares().get("A")).isCloseTo(0.01 / 0.0325, within(1e-12));
    }

    @Test
    void fewReturnsTellNothing() {
        assertThat(figures(new double[19]).downside().orElseThrow().cvar().value())
                .isEmpty();
    }

    private static AllocationFigures figures(double[] moving) {
        long[] ends = new long[moving.length];
        Arrays.setAll(ends, t -> t);
        List<String> codes = List.of("A", "B");
        SymmetricMatrix covariance = SymmetricMatrix.diagonal(0.04, 0.09);
        AssetMoments moments = new AssetMoments(
                Universe.of(codes, new double[] {0.1, 0.1}, covariance),
                Optional.of(ReturnTable.of(codes, ends, new double[][] {moving, new double[moving.length]})),
                covariance::correlation,
                new AssetMoments.Quality(OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty(), false),
                List.of());
        return AllocationFigures.of(moments, new double[] {0.5, 0.5}, MODELS, 0.9);
    }
}
