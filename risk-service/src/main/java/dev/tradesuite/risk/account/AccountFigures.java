package dev.tradesuite.risk.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Figures of an account the limits apply to, all in its currency.
 *
 * @param currency of the amounts
 * @param equity cash plus floating profit
 * @param equityAt when that equity was true
 * @param day risk day the start of which is counted from
 * @param dayStartEquity equity at the start of that day
 * @param highWaterMark highest equity so far
 * @param netCashFlow cash paid in less cash paid out, as far as day start and high-water mark include it
 * @param archived whether the account takes no orders any more
 * @param marginUsed margin of positions in the books
 * @param openStakes what positions paid in full, such as stakes in markets, are worth at their marks; all of it can be
 *     lost
 * @param reservedMargin margin held for orders that are not in the books yet
 * @param reservedLoss loss at their stops held for them
 * @param limits limits of the account
 */
public record AccountFigures(
        String currency,
        BigDecimal equity,
        Instant equityAt,
        LocalDate day,
        BigDecimal dayStartEquity,
        BigDecimal highWaterMark,
        BigDecimal netCashFlow,
        boolean archived,
        BigDecimal marginUsed,
        BigDecimal openStakes,
        BigDecimal reservedMargin,
        BigDecimal reservedLoss,
        Limits limits) {

    /** The same account on a later day: that day begins with the equity known at its start. */
    public AccountFigures rolledTo(LocalDate today) {
        return today.isAfter(day)
                ? new AccountFigures(
                        currency,
                        equity,
                        equityAt,
                        today,
                        equity,
                        highWaterMark,
                        netCashFlow,
                        archived,
                        marginUsed,
                        openStakes,
                        reservedMargin,
                        reservedLoss,
                        limits)
                : this;
    }

    /**
     * The same once day start and high-water mark have moved with the cash that was paid in or out: it is neither a
     * profit nor a loss. Which flows they include is told by their sum, so it does not matter how often, in what order
     * or whether at all each of them was reported.
     *
     * @param netOfBooks sum of all flows in the books
     */
    AccountFigures movedTo(BigDecimal netOfBooks) {
        BigDecimal flow = netOfBooks.subtract(netCashFlow);
        return new AccountFigures(
                currency,
                equity,
                equityAt,
                day,
                dayStartEquity.add(flow),
                highWaterMark.add(flow),
                netOfBooks,
                archived,
                marginUsed,
                openStakes,
                reservedMargin,
                reservedLoss,
                limits);
    }

    /** The same with other limits. */
    public AccountFigures limitedBy(Limits other) {
        return new AccountFigures(
                currency,
                equity,
                equityAt,
                day,
                dayStartEquity,
                highWaterMark,
                netCashFlow,
                archived,
                marginUsed,
                openStakes,
                reservedMargin,
                reservedLoss,
                other);
    }

    /** The same with another highest equity. */
    AccountFigures peakedAt(BigDecimal amount) {
        return new AccountFigures(
                currency,
                equity,
                equityAt,
                day,
                dayStartEquity,
                amount,
                netCashFlow,
                archived,
                marginUsed,
                openStakes,
                reservedMargin,
                reservedLoss,
                limits);
    }

    /** The same holding this much more, or less, for orders. */
    public AccountFigures holding(BigDecimal moreLoss, BigDecimal moreMargin) {
        return new AccountFigures(
                currency,
                equity,
                equityAt,
                day,
                dayStartEquity,
                highWaterMark,
                netCashFlow,
                archived,
                marginUsed,
                openStakes,
                reservedMargin.add(moreMargin),
                reservedLoss.add(moreLoss),
                limits);
    }

    /** Loss since the start of the day, floating included; negative on a profitable day. */
    public BigDecimal lossToday() {
        return dayStartEquity.subtract(equity);
    }

    /** Fall from the highest equity. */
    public BigDecimal fallFromHigh() {
        return highWaterMark.subtract(equity);
    }
}
