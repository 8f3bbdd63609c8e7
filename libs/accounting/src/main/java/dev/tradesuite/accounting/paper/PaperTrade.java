package dev.tradesuite.accounting.paper;

import dev.tradesuite.instruments.Amounts;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A position that has ended.
 *
 * @param entry how it was entered
 * @param exitPrice in the middle of the market
 * @param exitAt end of the bar, or its start where the bar opened there
 * @param reason why it ended
 * @param realizedPnl profit in the account currency, the fees of entry and exit taken off
 * @param fees of entry and exit
 * @param mae worst profit on the way, before fees, 0 or less
 * @param mfe best profit on the way, before fees, 0 or more
 */
public record PaperTrade(
        PaperEntry entry,
        BigDecimal exitPrice,
        Instant exitAt,
        PaperExitReason reason,
        BigDecimal realizedPnl,
        BigDecimal fees,
        BigDecimal mae,
        BigDecimal mfe) {

    public PaperTrade {
        exitPrice = Amounts.stripped(exitPrice);
        realizedPnl = Amounts.even(realizedPnl);
        fees = Amounts.even(fees);
        mae = Amounts.even(mae);
        mfe = Amounts.even(mfe);
    }
}
