package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What sizing says.
 *
 * @param lots size; 0 when refused
 * @param stopDistance distance of the stop the size rests on; absent when refused before there was one
 * @param refusal why there is no size; absent when there is one
 * @param warnings what a trader should know
 * @param arithmetic the whole answer, as it goes into the decision document
 */
public record TradeSize(
        Lots lots,
        @Nullable Pips stopDistance,
        @Nullable Reason refusal,
        List<Reason> warnings,
        StepDocument arithmetic) {

    public TradeSize {
        warnings = List.copyOf(warnings);
    }
}
