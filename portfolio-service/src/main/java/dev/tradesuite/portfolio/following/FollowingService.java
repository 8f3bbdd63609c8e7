package dev.tradesuite.portfolio.following;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.FollowingLeg;
import dev.tradesuite.contracts.portfolio.FollowingReason;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.support.store.UnitOfWork;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Hears what models want and notes what is to be done about it; {@link FollowWork} does it.
 *
 * <p>Only a change of the direction counts, as in the paper accounts of the models: the same signal again moves neither
 * the holding nor its stop. What was heard and what is to be done are one transaction, so a bar that arrives again, or
 * late, changes nothing.
 */
public final class FollowingService {

    private final Followers followers;
    private final FollowingStore store;
    private final FollowingEvents events;
    private final FollowWork doing;
    private final UnitOfWork work;
    private final Executor threads;
    private final Clock clock;

    /** @param threads on which steps are done, so that one follower does not wait for another */
    public FollowingService(
            Followers followers,
            FollowingStore store,
            FollowingEvents events,
            FollowWork doing,
            UnitOfWork work,
            Executor threads,
            Clock clock) {
        this.followers = followers;
        this.store = store;
        this.events = events;
        this.doing = doing;
        this.work = work;
        this.threads = threads;
        this.clock = clock;
    }

    /** Takes in a closed bar. */
    public void take(ModelBar bar) {
        for (Follower follower : followers.of(bar.symbol())) {
            bar.wish(follower.model()).ifPresent(wish -> {
                if (work.durable(() -> heard(follower, bar, wish))) {
                    threads.execute(() -> doing.carryOut(follower.key()));
                }
            });
        }
    }

    /** Notes what a follower has heard; true when there is something to do. */
    private boolean heard(Follower follower, ModelBar bar, ModelBar.Wish wish) {
        FollowerKey key = follower.key();
        Optional<FollowedSignal> before = store.lock(key);
        if (before.isEmpty()) {
            FollowedSignal first =
                    FollowedSignal.first(key, bar, wish, follower.share().version());
            if (store.add(first)) {
                noteFirst(first);
                return false;
            }
            before = store.lock(key);
        }
        return before.filter(known -> known.isBefore(bar))
                .map(known -> heard(known, bar, wish))
                .orElse(false);
    }

    private boolean heard(FollowedSignal before, ModelBar bar, ModelBar.Wish wish) {
        FollowedSignal after = before.after(bar, wish);
        store.save(after);
        if (wish.direction() != before.wish().direction()) {
            FollowingLeg leg = wish.direction() == Direction.FLAT ? FollowingLeg.CLOSE : FollowingLeg.OPEN;
            return note(after, leg, before.wish().direction());
        }
        // What should have been closed before is closed with the first bar that is young enough.
        return before.unsettled()
                && after.isFresh(clock.instant())
                && note(after, FollowingLeg.CLOSE, before.wish().direction());
    }

    private boolean note(FollowedSignal signal, FollowingLeg leg, Direction from) {
        return store.add(FollowStep.of(signal.key(), change(signal, leg, 0, from), clock.instant()));
    }

    /** A position the model took before is not run after: its price is gone. */
    private void noteFirst(FollowedSignal first) {
        if (first.wish().direction() == Direction.FLAT) {
            return;
        }
        Instant now = clock.instant();
        FollowStep step = FollowStep.of(first.key(), change(first, FollowingLeg.OPEN, 0, Direction.FLAT), now);
        FollowStep ended = step.notFollowed(reason(FollowingReason.SIGNAL_BEFORE_FOLLOWING), now);
        if (store.add(ended)) {
            events.followed(ended);
        }
    }

    static FollowStep.Change change(FollowedSignal signal, FollowingLeg leg, long revision, Direction from) {
        BigDecimal price = signal.price();
        return new FollowStep.Change(
                signal.symbol(), signal.timeframe(), signal.bar(), price, leg, revision, from, signal.wish());
    }

    static Reason reason(FollowingReason why) {
        return Reason.of(why, why.sentence());
    }
}
