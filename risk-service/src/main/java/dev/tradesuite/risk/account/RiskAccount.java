package dev.tradesuite.risk.account;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is remembered of an account.
 *
 * @param id account
 * @param sequence of the newest report of the books it includes
 * @param figures its figures
 */
public record RiskAccount(String id, long sequence, AccountFigures figures) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * An account seen for the first time. Its day begins with the equity it has now; its highest equity so far was at
     * least the balance it began with, and what was paid in or out since.
     */
    static RiskAccount firstSeen(BooksReport report, Limits limits, RiskDay riskDay) {
        return new RiskAccount(
                report.accountId(),
                report.sequence(),
                new AccountFigures(
                        report.currency(),
                        report.equity(),
                        report.equityAt(),
                        riskDay.of(report.updatedAt()),
                        report.equity(),
                        report.equity().max(report.initialBalance().add(report.netCashFlow())),
                        report.netCashFlow(),
                        report.archived(),
                        report.marginUsed(),
                        report.openStakes(),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        limits));
    }

    /**
     * The account after a newer report.
     *
     * <p>Cash paid in or out moves the start of the day and the high-water mark alike ({@link AccountFigures#movedTo}).
     *
     * <p>A report of a later day begins that day with the equity known before it. One that arrives after its day has
     * ended, because Kafka was late, corrects the equity the present day began with.
     */
    RiskAccount reported(BooksReport report, RiskDay riskDay) {
        LocalDate reported = riskDay.of(report.updatedAt());
        AccountFigures before = figures.rolledTo(reported).movedTo(report.netCashFlow());
        boolean ofAnEarlierDay = reported.isBefore(before.day());
        return new RiskAccount(
                id,
                report.sequence(),
                new AccountFigures(
                        report.currency(),
                        report.equity(),
                        report.equityAt(),
                        before.day(),
                        ofAnEarlierDay ? report.equity() : before.dayStartEquity(),
                        before.highWaterMark().max(report.equity()),
                        before.netCashFlow(),
                        report.archived(),
                        report.marginUsed(),
                        report.openStakes(),
                        before.reservedMargin(),
                        before.reservedLoss(),
                        before.limits()));
    }

    /** The same on a later day. */
    public RiskAccount rolledTo(LocalDate today) {
        return new RiskAccount(id, sequence, figures.rolledTo(today));
    }

    /** The same with other limits. */
    RiskAccount limitedBy(Limits limits) {
        return new RiskAccount(id, sequence, figures.limitedBy(limits));
    }

    /** The same with another highest equity. */
    RiskAccount peakedAt(BigDecimal amount) {
        return new RiskAccount(id, sequence, figures.peakedAt(amount));
    }

    /** The same holding this much more, or less, for orders. */
    public RiskAccount holding(BigDecimal moreLoss, BigDecimal moreMargin) {
        return new RiskAccount(id, sequence, figures.holding(moreLoss, moreMargin));
    }

    /** Says whether loss or margin is held for an order. */
    public boolean holdsSomething() {
        return figures.reservedLoss().signum() > 0 || figures.reservedMargin().signum() > 0;
    }

    /**
     * Most margin that may be held for orders: what the limit leaves beside the margin of positions.
     *
     * <p>Never below what is held already: a market that moves against the account takes away the room for new orders,
     * but cannot undo a reservation that was right when it was made.
     */
    public BigDecimal marginRoom() {
        return percent(figures.limits().marginPercent(), figures.equity())
                .subtract(figures.marginUsed())
                .max(figures.reservedMargin());
    }

    /**
     * Most loss that may be held for orders: what the daily limit leaves beside today's loss; never below what is held.
     */
    public BigDecimal lossRoom() {
        return percent(figures.limits().dailyLossPercent(), figures.dayStartEquity())
                .subtract(figures.lossToday())
                .max(figures.reservedLoss());
    }

    private static BigDecimal percent(BigDecimal percent, BigDecimal amount) {
        return percent.multiply(amount).divide(HUNDRED);
    }
}
