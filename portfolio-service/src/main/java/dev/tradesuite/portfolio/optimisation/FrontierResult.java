package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.quant.optimiser.Allocation;
import dev.tradesuite.quant.optimiser.Universe;
import java.util.List;
import java.util.UUID;

/**
 * The efficient frontier.
 *
 * @param id by which the answer is kept
 * @param inputHash of the request and the figures it was computed from
 * @param universe whose portfolios they are
 * @param points the least volatility first
 * @param corners of the frontier, or why there are none
 * @param quality what it rests on
 * @param notes what should be known
 */
public record FrontierResult(
        UUID id,
        String inputHash,
        Universe universe,
        List<Allocation> points,
        Corners corners,
        AssetMoments.Quality quality,
        OptimisationResult.Notes notes) {

    public FrontierResult {
        points = List.copyOf(points);
    }

    /** Corner portfolios. */
    public sealed interface Corners {

        /**
         * They were found.
         *
         * @param portfolios the least volatility first
         */
        record Known(List<Allocation> portfolios) implements Corners {

            public Known {
                portfolios = List.copyOf(portfolios);
            }
        }

        /**
         * There are none to tell.
         *
         * @param why in words
         */
        record None(String why) implements Corners {}
    }
}
