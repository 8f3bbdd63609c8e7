package dev.tradesuite.brain.model.overlay;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** A budget that several services may share, and that can go away. */
public final class BudgetInMemory implements OverlayBudget {

    private final int callsPerDay;
    private final long tokensPerDay;
    private final Map<LocalDate, Integer> calls = new HashMap<>();
    private final Map<LocalDate, Long> tokens = new HashMap<>();
    private final Map<Series, Instant> asked = new HashMap<>();
    private boolean isAway;

    public BudgetInMemory(int callsPerDay, long tokensPerDay) {
        this.callsPerDay = callsPerDay;
        this.tokensPerDay = tokensPerDay;
    }

    void goesAway() {
        isAway = true;
    }

    void comesBack() {
        isAway = false;
    }

    long tokens(LocalDate day) {
        return tokens.getOrDefault(day, 0L);
    }

    @Override
    public synchronized Grant take(OverlayCall call) {
        refuseWhenAway();
        Series series = new Series(call.symbol(), call.timeframe());
        if (!asked.getOrDefault(series, Instant.MIN).isBefore(call.closedAt())) {
            return Grant.ASKED_ALREADY;
        }
        asked.put(series, call.closedAt());
        if (calls.getOrDefault(call.day(), 0) >= callsPerDay || tokens(call.day()) + call.mostTokens() > tokensPerDay) {
            return Grant.OVER_BUDGET;
        }
        calls.merge(call.day(), 1, Integer::sum);
        tokens.merge(call.day(), call.mostTokens(), Long::sum);
        return Grant.GRANTED;
    }

    @Override
    public synchronized void correct(LocalDate day, long difference) {
        refuseWhenAway();
        tokens.merge(day, difference, Long::sum);
    }

    private void refuseWhenAway() {
        if (isAway) {
            throw new IllegalStateException("no database");
        }
    }

    private record Series(String symbol, Timeframe timeframe) {}
}
