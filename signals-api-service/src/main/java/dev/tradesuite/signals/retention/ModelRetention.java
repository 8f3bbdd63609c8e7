package dev.tradesuite.signals.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what its time is over for, a little at a time, so that no transaction is long and an end of the service in
 * between leaves only less to do.
 */
public final class ModelRetention {

    private static final Logger LOG = LoggerFactory.getLogger(ModelRetention.class);

    private final RetentionStore store;
    private final Kept kept;
    private final Clock clock;

    public ModelRetention(RetentionStore store, Kept kept, Clock clock) {
        this.store = store;
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * How long what is kept.
     *
     * @param backtests after they ended
     * @param points signals, points and closes, by the time of the bar
     */
    public record Kept(Duration backtests, Duration points) {}

    /**
     * Removes it; what fails holds up nothing else and is tried again the next time.
     *
     * @param isStopping whether to come to an end
     */
    public void remove(BooleanSupplier isStopping) {
        Instant now = clock.instant();
        Instant oldest = now.minus(kept.points());
        each(store.backtestsEndedBefore(now.minus(kept.backtests())), isStopping, run -> {
            if (untilNone(isStopping, run, store::removeSomeOf)) {
                LOG.info(
                        "Removed backtest {}: it ended more than {} days ago",
                        run,
                        kept.backtests().toDays());
            }
        });
        each(store.monthsBefore(oldest), isStopping, store::drop);
        each(store.liveAccounts(), isStopping, account -> {
            var _ = untilNone(isStopping, account, each -> store.removeSomePoints(each, oldest));
        });
        each(store.closeSeries(), isStopping, series -> {
            var _ = untilNone(isStopping, series, each -> store.removeSomeCloses(each, oldest));
        });
    }

    private static <T> void each(List<T> all, BooleanSupplier isStopping, Consumer<T> remove) {
        for (T one : all) {
            if (isStopping.getAsBoolean()) {
                return;
            }
            try {
                remove.accept(one);
            } catch (RuntimeException e) {
                LOG.warn("What is old of {} is not removed yet: {}", one, e.toString());
            }
        }
    }

    /** Whether nothing is left of it. */
    private static <T> boolean untilNone(BooleanSupplier isStopping, T one, Predicate<T> removeSome) {
        boolean isMore = true;
        while (isMore && !isStopping.getAsBoolean()) {
            isMore = removeSome.test(one);
        }
        return !isMore;
    }
}
