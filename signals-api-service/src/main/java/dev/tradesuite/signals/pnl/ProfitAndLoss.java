package dev.tradesuite.signals.pnl;

import dev.tradesuite.quant.performance.TradeStatistics;
import dev.tradesuite.signals.series.ModelAccount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the trades of a period amount to.
 *
 * @param start trades closed after it count; empty when there is no account
 * @param end the last moment that counts
 * @param accounts highest net profit first
 */
public record ProfitAndLoss(Optional<Instant> start, Instant end, List<AccountProfit> accounts) {

    public ProfitAndLoss {
        accounts = List.copyOf(accounts);
    }

    /** What one account earned. */
    public record AccountProfit(ModelAccount account, TradeStatistics trades) {}

    /** The trades of all accounts. */
    public TradeStatistics total() {
        return accounts.stream().map(AccountProfit::trades).reduce(TradeStatistics.NONE, TradeStatistics::plus);
    }
}
