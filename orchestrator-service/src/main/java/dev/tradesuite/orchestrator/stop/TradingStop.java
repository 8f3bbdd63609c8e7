package dev.tradesuite.orchestrator.stop;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.StopLevel;
import dev.tradesuite.contracts.orchestrator.StopState;
import dev.tradesuite.contracts.orchestrator.StopStep;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stop of trading.
 *
 * @param id names it
 * @param wish what a person wants
 * @param askedAt when
 * @param progress how far it is
 * @param fence by which whoever works on it holds it
 */
public record TradingStop(UUID id, Wish wish, Instant askedAt, Progress progress, long fence) {

    /**
     * What a person wants.
     *
     * @param level how much is stopped
     * @param accountId account; absent: every account
     * @param reason why
     * @param by who
     */
    public record Wish(StopLevel level, @Nullable String accountId, String reason, String by) {

        private static final String PORTFOLIO = "portfolio-";
        private static final Pattern PORTFOLIO_ACCOUNT = Pattern.compile(PORTFOLIO + "([0-9]{1,18})");

        /** The account that risk-service keeps for a portfolio. */
        static String accountOf(long portfolio) {
            return PORTFOLIO + portfolio;
        }

        /** The portfolio whose account it is; empty for an account of its own, and for every one. */
        public OptionalLong portfolio() {
            Matcher portfolio = PORTFOLIO_ACCOUNT.matcher(accountId == null ? "" : accountId);
            return portfolio.matches() ? OptionalLong.of(Long.parseLong(portfolio.group(1))) : OptionalLong.empty();
        }

        /** Whether what another one wants is done when this is. */
        boolean covers(Wish other) {
            return level.compareTo(other.level) >= 0 && (accountId == null || accountId.equals(other.accountId));
        }
    }

    /**
     * How far it is.
     *
     * @param state where it stands
     * @param step what it does, or did last
     * @param waiting what it waits for, or why it failed; absent otherwise
     * @param attempts how often it has waited in a row
     * @param supersededBy the stop that goes on in its place; absent unless superseded
     * @param endedAt when it ended; absent while it runs
     */
    public record Progress(
            StopState state,
            StopStep step,
            @Nullable Reason waiting,
            int attempts,
            @Nullable UUID supersededBy,
            @Nullable Instant endedAt) {}

    /** One that begins. */
    static TradingStop asked(UUID id, Wish wish, Instant at) {
        return new TradingStop(
                id, wish, at, new Progress(StopState.RUNNING, StopStep.RESTRICT, null, 0, null, null), 0);
    }

    /** Whether there is something left to do. */
    public boolean isRunning() {
        return progress.state == StopState.RUNNING;
    }

    boolean flattens() {
        return wish.level == StopLevel.FLATTEN;
    }

    /** It comes to another step. */
    TradingStop at(StopStep step) {
        return with(new Progress(StopState.RUNNING, step, null, 0, null, null));
    }

    /** It is tried again later, because of this. */
    TradingStop waiting(Reason why) {
        return with(new Progress(StopState.RUNNING, progress.step, why, progress.attempts + 1, null, null));
    }

    TradingStop done(Instant at) {
        return with(new Progress(StopState.DONE, progress.step, null, 0, null, at));
    }

    TradingStop failed(Reason why, Instant at) {
        return with(new Progress(StopState.FAILED, progress.step, why, progress.attempts, null, at));
    }

    TradingStop supersededBy(UUID other, Instant at) {
        return with(new Progress(StopState.SUPERSEDED, progress.step, null, progress.attempts, other, at));
    }

    private TradingStop with(Progress next) {
        return new TradingStop(id, wish, askedAt, next, fence);
    }
}
