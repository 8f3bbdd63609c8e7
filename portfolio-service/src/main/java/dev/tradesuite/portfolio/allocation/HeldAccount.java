package dev.tradesuite.portfolio.allocation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

    /** Worth of what a strategy holds, 0 for nothing; empty when a part of it has no mark. */
    public Optional<BigDecimal> valueOf(String strategy) {
        return shares.stream()
                .filter(share -> share.strategy().equals(strategy))
                .map(HeldShare::value)
                .reduce(Optional.of(BigDecimal.ZERO), (sum, value) -> sum.flatMap(before -> value.map(before::add)));
    }

    /** Who holds something, {@link HeldShare#UNASSIGNED} left out. */
    public Set<String> holders() {
        return shares.stream()
                .map(HeldShare::strategy)
                .filter(code -> !code.equals(HeldShare.UNASSIGNED))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
