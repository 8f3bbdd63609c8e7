package dev.tradesuite.portfolio.following;

import dev.tradesuite.contracts.portfolio.FollowingLeg;
import dev.tradesuite.portfolio.following.StrategyHoldings.Answer;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for what is left to do: after a start for holdings the newest signals do not want, then for new capital and for
 * steps that wait.
 */
public final class FollowSweep {

    private static final Logger LOG = LoggerFactory.getLogger(FollowSweep.class);

    private final FollowingStore store;
    private final Followers followers;
    private final StrategyHoldings holdings;
    private final FollowGate gate;
    private final FollowWork doing;
    private final UnitOfWork work;
    private final Executor threads;
    private final ResizeMode mode;
    private final Clock clock;

    /** What the sweep looks at, and what it sets going. */
    public record Parts(
            FollowingStore store, Followers followers, StrategyHoldings holdings, FollowGate gate, FollowWork doing) {}

    /**
     * @param threads on which steps are done
     * @param mode when new capital changes what is held
     */
    public FollowSweep(Parts parts, UnitOfWork work, Executor threads, ResizeMode mode, Clock clock) {
        this.store = parts.store;
        this.followers = parts.followers;
        this.holdings = parts.holdings;
        this.gate = parts.gate;
        this.doing = parts.doing;
        this.work = work;
        this.threads = threads;
        this.mode = mode;
        this.clock = clock;
    }

    /** Looks once. */
    public void sweep() {
        try {
            if (!gate.isOpen() && !isCompared()) {
                return;
            }
            gate.open();
            if (mode == ResizeMode.NOW) {
                store.withOtherShare().forEach(this::resize);
            }
            store.waiting(clock.instant()).forEach(key -> threads.execute(() -> doing.carryOut(key)));
        } catch (RuntimeException e) {
            LOG.warn("Signals that wait cannot be looked for; tried again shortly", e);
        }
    }

    /** Compares what is held with what the newest signals want; false while the books do not say. */
    private boolean isCompared() {
        for (FollowedSignal signal : store.all()) {
            switch (holdings.held(signal.key(), signal.symbol())) {
                case Answer.Unknown _ -> {
                    return false;
                }
                case Answer.Nothing _ -> {
                    // A stop or target of the account has closed it, or it never was: that is not made good.
                }
                case Answer.Held held -> {
                    if (held.direction() != signal.wish().direction()) {
                        markUnsettled(signal.key());
                    }
                }
            }
        }
        return true;
    }

    /** It is closed with the next bar. */
    private void markUnsettled(FollowerKey key) {
        work.durable(() -> store.lock(key).ifPresent(signal -> store.save(signal.unsettled(true))));
    }

    private void resize(FollowedSignal seen) {
        Instant now = clock.instant();
        if (!seen.isFresh(now)) {
            // While the market is closed there is no price; it is done with the next bar.
            return;
        }
        long version =
                followers.find(seen.key()).map(one -> one.share().version()).orElse(0L);
        work.durable(() -> store.lock(seen.key())
                .filter(signal -> signal.bar().equals(seen.bar()) && signal.shareVersion() == seen.shareVersion())
                .ifPresent(signal -> {
                    FollowedSignal sized = signal.sizedBy(version);
                    store.save(sized);
                    store.add(FollowStep.of(
                            sized.key(),
                            FollowingService.change(
                                    sized,
                                    FollowingLeg.RESIZE,
                                    version,
                                    sized.wish().direction()),
                            now));
                }));
    }
}
