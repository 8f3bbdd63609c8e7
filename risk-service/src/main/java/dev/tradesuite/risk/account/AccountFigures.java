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
 * @param marginUsed margin of positions in the books
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
        BigDecimal marginUsed,
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
                        marginUsed,
                        reservedMargin,
                        reservedLoss,
                        limits)
                : this;
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
                marginUsed,
                reservedMargin,
                reservedLoss,
                other);
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
                marginUsed,
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
