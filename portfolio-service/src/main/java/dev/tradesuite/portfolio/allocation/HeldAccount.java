package dev.tradesuite.portfolio.allocation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an account is worth, and who holds what of it.
 *
 * @param currency of every amount
 * @param cash what it is worth, and what of it is bound
 * @param shares by strategy and symbol
 * @param asOf time of the oldest price it rests on
 */
public record HeldAccount(String id, String currency, Money cash, List<HeldShare> shares, Instant asOf) {

    public HeldAccount {
        shares = List.copyOf(shares);
    }

    /**
     * The money of an account.
     *
     * @param equity balance and open profit
     * @param balance cash
     * @param marginUsed of all positions
     * @param realised profit so far, commission not counted
     * @param netCashFlow deposits, dividends and interest less withdrawals and fees
     * @param commission paid so far
     */
    public record Money(
            BigDecimal equity,
            BigDecimal balance,
            BigDecimal marginUsed,
            BigDecimal realised,
            BigDecimal netCashFlow,
            BigDecimal commission) {

        /** What may be bought for: equity less the margin that is used. */
        public BigDecimal buyingPower() {
            return equity.subtract(marginUsed);
        }
    }

    /** Worth of what each strategy holds; those that hold nothing are absent. */
    public Map<String, BigDecimal> valueByStrategy() {
        return shares.stream()
                .collect(Collectors.groupingBy(
                        HeldShare::strategy, Collectors.reducing(BigDecimal.ZERO, HeldShare::value, BigDecimal::add)));
    }
}
