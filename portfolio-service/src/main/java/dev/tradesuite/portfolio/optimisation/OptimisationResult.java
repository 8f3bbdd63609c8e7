package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.quant.optimiser.Allocation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Weights with what they are good for.
 *
 * @param id by which the answer is kept
 * @param inputHash of the request and the figures it was computed from
 * @param objective asked for
 * @param allocation weights and proof
 * @param figures what they are good for
 * @param quality what that rests on
 * @param buyingPower where it was told
 * @param notes what should be known, and how long it took
 */
public record OptimisationResult(
        UUID id,
        String inputHash,
        Objective objective,
        Allocation allocation,
        AllocationFigures figures,
        AssetMoments.Quality quality,
        Optional<BuyingPower> buyingPower,
        Notes notes) {

    /**
     * What goes with an answer.
     *
     * @param warnings what should be known
     * @param elapsed time of the computation
     */
    public record Notes(List<String> warnings, Duration elapsed) {

        public Notes {
            warnings = List.copyOf(warnings);
        }
    }
}
