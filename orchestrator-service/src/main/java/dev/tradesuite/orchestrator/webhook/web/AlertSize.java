package dev.tradesuite.orchestrator.webhook.web;

import dev.tradesuite.contracts.orchestrator.TradeRequestBuilder;
import dev.tradesuite.contracts.orchestrator.WebhookMode;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.orchestrator.webhook.Webhook;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The size an alert states of its own.
 *
 * @param lots in lots; absent when it is not told
 * @param contracts as the strategy counts; absent when it is not told
 */
record AlertSize(@Nullable BigDecimal lots, @Nullable BigDecimal contracts) {

    static AlertSize read(AlertFields fields) {
        return new AlertSize(fields.positive(AlertField.LOTS), fields.positive(AlertField.CONTRACTS));
    }

    boolean isStated() {
        return lots != null || contracts != null;
    }

    /** Takes the size where it counts, which is at a webhook that follows and has a cap; false where it does not. */
    boolean applied(TradeRequestBuilder request, Webhook webhook, AlertFields fields) {
        Lots most = webhook.maxLots();
        BigDecimal size = lots == null ? contracts : lots;
        if (webhook.mode() != WebhookMode.FOLLOW || most == null || size == null) {
            return false;
        }
        if (size.compareTo(most.value()) > 0) {
            fields.fault(
                    lots == null ? AlertField.CONTRACTS : AlertField.LOTS,
                    "OUT_OF_RANGE",
                    "expected at most the %s lots of the webhook's max_lots".formatted(most),
                    size.toPlainString());
        }
        request.riskStrategy(RiskStrategy.FIXED_LOT).lots(size).riskPercent(null);
        return true;
    }
}
