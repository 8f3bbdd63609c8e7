package dev.tradesuite.strategy.cycle;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets the cycles of one portfolio run one after the other within this controller; those of different portfolios do not
 * wait for one another. Between controllers the fence of the books keeps order.
 */
final class PortfolioLocks {

    private final Duration patience;
    private final Map<Long, Turn> turns = new ConcurrentHashMap<>();

    /** @param patience how long to wait for a cycle that is running */
    PortfolioLocks(Duration patience) {
        this.patience = patience;
    }

    <T> T take(long portfolioId, Supplier<T> work) {
        Turn turn = entered(portfolioId);
        try {
            if (!turn.waited(patience)) {
                throw new CycleRefusedException(
                        CycleRefusedException.Cause.BUSY,
                        "another cycle of portfolio %d has been running here for more than %d s"
                                .formatted(portfolioId, patience.toSeconds()));
            }
            try {
                return work.get();
            } finally {
                turn.lock.unlock();
            }
        } finally {
            left(portfolioId);
        }
    }

    private Turn entered(long portfolioId) {
        return turns.compute(portfolioId, (_, known) -> {
            Turn turn = known == null ? new Turn() : known;
            turn.users++;
            return turn;
        });
    }

    private void left(long portfolioId) {
        turns.compute(portfolioId, (_, turn) -> remaining(turn));
    }

    private static @Nullable Turn remaining(@Nullable Turn turn) {
        return turn == null || --turn.users == 0 ? null : turn;
    }

    /** The turn of one portfolio; the number of its users changes under the lock of the map's entry only. */
    private static final class Turn {

        private final ReentrantLock lock = new ReentrantLock(true);
        private int users;

        boolean waited(Duration patience) {
            try {
                return lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
