package dev.tradesuite.risk.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trade somebody asks about, and the account it is for.
 *
 * @param trade the trade
 * @param account a remembered account or a what-if one
 * @param whatIfPositions beside those of a remembered account, or as those of a what-if one
 * @param conversionRates prices of currency pairs sent along, by symbol
 * @param about what else it is about
 * @param window returns for correlations
 */
public record TradeQuestion(
        ProposedTrade trade,
        Subject account,
        List<WhatIfPosition> whatIfPositions,
        Map<String, BigDecimal> conversionRates,
        TradeSubjects about,
        CorrelationSource.Window window) {

    public TradeQuestion {
        whatIfPositions = List.copyOf(whatIfPositions);
        conversionRates = Map.copyOf(conversionRates);
    }

    /** Which account. */
    public sealed interface Subject {

        /** An account in the books. */
        record Remembered(String id) implements Subject {}

        /**
         * An account as it might be.
         *
         * @param currency of the amounts
         * @param equity equity now
         * @param dayStartEquity equity at the start of the day
         * @param highWaterMark highest equity so far
         * @param marginUsed margin of its positions; absent: what the what-if positions take
         */
        record WhatIf(
                String currency,
                BigDecimal equity,
                BigDecimal dayStartEquity,
                BigDecimal highWaterMark,
                @Nullable BigDecimal marginUsed)
                implements Subject {}
    }
}
