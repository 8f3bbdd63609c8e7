package dev.tradesuite.contracts.signals;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Imports recorded trades and equity of a strategy as a run of its own. {@code POST /api/models/imports}, scope
 * {@code portfolio:write}.
 *
 * @param strategyName in words; absent: the code
 * @param symbol instrument that was traded; rows of files with a column {@code symbol} must be of it
 * @param timeframe length of the bars it traded on; absent: M5
 * @param label what kind of trades they are; absent: PAPER
 * @param startingCapital US dollars the account began with; absent: the first equity point, or 10,000 without one
 * @param trades lines of comma-separated values, the first with the names of the columns: side, entry_time,
 *     entry_price, exit_time, exit_price, pnl (pnl_usd, realized_pnl, net_profit); quantity, notional_usd and fees
 *     where they were recorded
 * @param equity the same with timestamp (time, timestamp_utc) and equity (equity_value); absent: starting capital and
 *     the sum of the trades after each of them
 * @param dryRun whether nothing is stored
 */
public record CreateImportRequest(
        @NotNull @Pattern(regexp = "[A-Za-z0-9_.-]{1,64}") String strategyCode,
        @Nullable @Size(min = 1, max = 120) String strategyName,
        @NotNull StrategyType strategyType,
        @NotNull String symbol,
        @Nullable Timeframe timeframe,
        @Nullable RunLabel label,
        @Nullable @Positive @DecimalMax("1000000000000") BigDecimal startingCapital,
        @NotEmpty @Size(max = 1_000_000) List<@NotNull String> trades,
        @Nullable @Size(min = 1, max = 1_000_000) List<@NotNull String> equity,
        @Nullable Boolean dryRun) {}
