package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.quant.optimiser.Universe;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Assets as an optimiser takes them.
 *
 * @param universe expected returns and covariance of a year
 * @param returns they were estimated from; empty where the moments were told
 * @param correlation computed when it is asked for
 * @param quality what the covariance rests on
 * @param warnings what should be known
 */
public record AssetMoments(
        Universe universe,
        Optional<ReturnTable> returns,
        Supplier<SymmetricMatrix> correlation,
        Quality quality,
        List<String> warnings) {

    public AssetMoments {
        warnings = List.copyOf(warnings);
    }

    /**
     * What a covariance rests on.
     *
     * @param observations common periods of the pair that has the fewest; empty where it was told
     * @param conditionNumber largest over smallest eigenvalue; empty when it is singular
     * @param shrinkage weight of the target of a shrunk estimate
     * @param rankDeficient whether some mix of long and short only seems to have no risk
     */
    public record Quality(
            OptionalInt observations,
            OptionalDouble conditionNumber,
            OptionalDouble shrinkage,
            boolean rankDeficient) {}

    /** The same returns with other moments, as after views. */
    AssetMoments withUniverse(Universe other) {
        return new AssetMoments(other, returns, correlation, quality, warnings);
    }
}
