package dev.tradesuite.accounting.paper;

import dev.tradesuite.instruments.Amounts;
import java.math.BigDecimal;

/**
 * What an open position is worth after a bar, and what it was worth at worst and at best; amounts in the account
 * currency, before costs.
 *
 * @param price close of the bar
 * @param rate from the quote currency to that of the account, 12 digits; used again only while a bar has none
 * @param unrealizedPnl profit at that price
 * @param mae worst profit since the entry, 0 or less
 * @param mfe best profit since the entry, 0 or more
 */
public record PaperMark(BigDecimal price, BigDecimal rate, BigDecimal unrealizedPnl, BigDecimal mae, BigDecimal mfe) {

    public PaperMark {
        price = Amounts.stripped(price);
        rate = Amounts.stripped(rate);
        unrealizedPnl = Amounts.even(unrealizedPnl);
        mae = Amounts.even(mae);
        mfe = Amounts.even(mfe);
    }

    /** The same with a profit the position had on the way. */
    PaperMark having(BigDecimal profit) {
        return new PaperMark(price, rate, unrealizedPnl, mae.min(profit), mfe.max(profit));
    }
}
