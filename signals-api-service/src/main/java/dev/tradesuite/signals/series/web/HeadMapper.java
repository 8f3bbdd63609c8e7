package dev.tradesuite.signals.series.web;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.signals.NoDataReason;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.ModelSeries;
import org.jspecify.annotations.Nullable;

/** What the heads of all answers about models have in common. */
public final class HeadMapper {

    private HeadMapper() {}

    /** Length of the bars; null when there are none. */
    public static @Nullable Timeframe timeframe(ModelSelection selection) {
        return selection.series().map(ModelSeries::timeframe).orElse(null);
    }

    /**
     * Why a list is empty; null when it is not.
     *
     * @param otherwise the reason when there are accounts
     */
    public static @Nullable Reason reason(ModelSelection selection, boolean isEmpty, NoDataReason otherwise) {
        if (!isEmpty) {
            return null;
        }
        NoDataReason reason = selection.accounts().isEmpty() ? NoDataReason.NO_ACCOUNTS : otherwise;
        return Reason.of(reason, reason.sentence());
    }
}
