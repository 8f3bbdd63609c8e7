package dev.tradesuite.sizing.position;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to "how large may this trade be?". Amounts are in the account currency. */
public sealed interface SizingResult {

    /** How it was reckoned. */
    Arithmetic arithmetic();

    /** What acted on the size, and what the trader should know. */
    List<Notice> notices();

    /**
     * The trade may be this large.
     *
     * @param lots a whole number of lot steps, from the minimum to the maximum of the instrument
     * @param realisedRisk what these lots lose at the stop, with what the broker takes
     * @param tradingCosts what of this the broker takes
     * @param notional value of the position
     * @param margin what the position takes of the equity, at most what the limit of the account leaves
     * @param marginRate that applied, as a fraction of the notional
     */
    record Sized(
            Arithmetic arithmetic,
            Lots lots,
            BigDecimal realisedRisk,
            BigDecimal tradingCosts,
            BigDecimal notional,
            BigDecimal margin,
            BigDecimal marginRate,
            List<Notice> notices)
            implements SizingResult {

        public Sized {
            notices = List.copyOf(notices);
        }
    }

    /**
     * The trade has no size.
     *
     * @param refusal why
     * @param minimumLotRisk what the minimum lot would lose at the stop, where that is the reason
     */
    record Refused(Arithmetic arithmetic, Reason refusal, @Nullable BigDecimal minimumLotRisk, List<Notice> notices)
            implements SizingResult {

        public Refused {
            notices = List.copyOf(notices);
        }
    }
}
