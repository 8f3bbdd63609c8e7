package dev.tradesuite.contracts.signals;

import dev.tradesuite.contracts.market.Timeframe;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a backfill or a backtest. {@code POST /api/models/jobs}, scope {@code portfolio:write}.
 *
 * @param symbols instruments, at most 100
 * @param timeframe length of the bars; absent: M5
 * @param from bars that open at or after it
 * @param to bars that open before it; absent: those that have closed by now
 * @param strategies codes of those that take part in a backtest; absent: all. A backfill takes all
 * @param costs of a backtest; absent: those of the live accounts. A backfill has no costs of its own
 * @param restart whether a backfill makes the live accounts of the symbols anew, from {@code from} on
 */
public record CreateJobRequest(
        @NotNull JobKind kind,
        @NotEmpty @Size(max = 100) List<@NotNull String> symbols,
        @Nullable Timeframe timeframe,
        @NotNull Instant from,
        @Nullable Instant to,
        @Nullable @Size(max = 50) List<@NotNull String> strategies,
        @Nullable @Valid JobCosts costs,
        @Nullable Boolean restart) {}
