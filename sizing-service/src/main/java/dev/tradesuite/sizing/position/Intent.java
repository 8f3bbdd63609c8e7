package dev.tradesuite.sizing.position;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sizing method wants, before instrument and margin have their say. */
sealed interface Intent {

    /**
     * Lose this amount at the stop and no more.
     *
     * @param strategy that was used in the end
     * @param riskFraction the amount as a fraction of the equity
     * @param amountAtRisk in the account currency
     * @param stop distance of the stop
     * @param kellyFraction f* of the Kelly criterion; absent for other strategies
     * @param notices what acted on the amount
     */
    record LoseAtMost(
            RiskStrategy strategy,
            BigDecimal riskFraction,
            BigDecimal amountAtRisk,
            Pips stop,
            @Nullable BigDecimal kellyFraction,
            List<Notice> notices)
            implements Intent {}

    /**
     * Take this volume, whatever it loses.
     *
     * @param lots as asked, not yet rounded
     * @param stop distance of the stop
     */
    record TakeLots(Lots lots, Pips stop) implements Intent {}

    /**
     * No trade.
     *
     * @param strategy that found it
     * @param refusal why
     * @param kellyFraction f* of the Kelly criterion, where it is the reason
     */
    record Nothing(RiskStrategy strategy, Reason refusal, @Nullable BigDecimal kellyFraction) implements Intent {}
}
