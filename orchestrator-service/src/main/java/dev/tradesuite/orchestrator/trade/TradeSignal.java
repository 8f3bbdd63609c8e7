package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the brain says.
 *
 * @param action buy, sell or hold
 * @param atr average true range in price units; absent when the brain has none
 * @param reasons why
 * @param warnings what the brain did to the caller's data before it decided
 * @param inputHash of everything the brain's answer rests on
 * @param votes the whole answer, as it goes into the decision document
 */
public record TradeSignal(
        SignalAction action,
        @Nullable BigDecimal atr,
        List<Reason> reasons,
        List<Reason> warnings,
        String inputHash,
        StepDocument votes) {

    public TradeSignal {
        reasons = List.copyOf(reasons);
        warnings = List.copyOf(warnings);
    }

    /** Side of the trade; empty for HOLD. */
    public Optional<Side> side() {
        return switch (action) {
            case BUY -> Optional.of(Side.BUY);
            case SELL -> Optional.of(Side.SELL);
            case HOLD -> Optional.empty();
        };
    }
}
