package dev.tradesuite.ledger.prediction;

import dev.tradesuite.accounting.prediction.OutcomeTerms;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as a cycle wants it.
 *
 * @param terms what it wants
 * @param set orders with the same name are filled together or not at all; absent: it stands alone
 */
public record WantedOrder(OutcomeTerms terms, @Nullable String set) {

    /** The order it becomes, or has become. */
    public UUID id(FencedRun run) {
        return OutcomeOrder.idOf(
                run.portfolioId(), run.cycleId(), terms.market().marketId(), terms.side());
    }
}
