package dev.tradesuite.portfolio.monitoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The highest equity of an account. What is paid in or out moves it by the same part as it moves the equity, so that it
 * is neither a gain nor a fall.
 *
 * @param peak highest equity, in today's money
 * @param equity when it was seen last
 * @param netCashFlow paid in by then
 * @param sequence of the books it follows
 */
public record EquityPeak(BigDecimal peak, BigDecimal equity, BigDecimal netCashFlow, long sequence) {

    private static final MathContext DIGITS = new MathContext(20, RoundingMode.HALF_EVEN);

    /** Of an account that is seen for the first time: at least what was paid in, so that the first loss counts. */
    public static EquityPeak first(WatchedAccount account) {
        WatchedAccount.Cash cash = account.cash();
        return new EquityPeak(
                cash.initialBalance().add(cash.netCashFlow()).max(cash.equity()),
                cash.equity(),
                cash.netCashFlow(),
                account.sequence());
    }

    /** After a report; itself when the report is no newer. */
    public EquityPeak after(WatchedAccount account) {
        if (account.sequence() <= sequence) {
            return this;
        }
        WatchedAccount.Cash cash = account.cash();
        BigDecimal without = cash.equity().subtract(cash.netCashFlow().subtract(netCashFlow));
        boolean paid = cash.netCashFlow().compareTo(netCashFlow) != 0;
        BigDecimal moved = paid && without.signum() > 0 && cash.equity().signum() > 0
                ? peak.multiply(cash.equity()).divide(without, DIGITS)
                : peak;
        return new EquityPeak(moved.max(cash.equity()), cash.equity(), cash.netCashFlow(), account.sequence());
    }

    /** Fall of an equity from the peak, a fraction of it; 0 at the peak. */
    double drawdown(BigDecimal now) {
        return peak.signum() <= 0 || now.compareTo(peak) >= 0
                ? 0
                : peak.subtract(now).divide(peak, DIGITS).doubleValue();
    }
}
