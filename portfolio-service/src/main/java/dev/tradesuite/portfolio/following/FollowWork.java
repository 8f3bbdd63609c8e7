package dev.tradesuite.portfolio.following;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.FollowingLeg;
import dev.tradesuite.contracts.portfolio.FollowingOutcome;
import dev.tradesuite.contracts.portfolio.FollowingReason;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.portfolio.following.StrategyHoldings.Answer;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is to be done about signals: each step becomes one order or one reason.
 *
 * <p>A step is taken for a while by one instance. What is asked of the orchestrator is stored before it is asked, and
 * asked again exactly so, under the same key, by whoever takes the step after a crash: that is the same order. A step
 * whose signal has grown older than one bar is not begun any more; one whose request may have arrived ends with what
 * the orchestrator and the books tell of it.
 */
public final class FollowWork {

    private static final Logger LOG = LoggerFactory.getLogger(FollowWork.class);

    private final FollowingStore store;
    private final FollowOrders orders;
    private final StrategyHoldings holdings;
    private final FollowPlan plan;
    private final FollowGate gate;
    private final FollowingEvents events;
    private final FollowingMeter meter;
    private final UnitOfWork work;
    private final Times times;

    /**
     * How long things take.
     *
     * @param lease how long a step is taken
     * @param retry how long a step waits that could not be done
     */
    public record Times(Duration lease, Duration retry, Clock clock) {

        Instant now() {
            return clock.instant();
        }
    }

    /** What the work looks at and acts on. */
    public record Parts(
            FollowingStore store, FollowOrders orders, StrategyHoldings holdings, FollowPlan plan, FollowGate gate) {}

    public FollowWork(Parts parts, FollowingEvents events, FollowingMeter meter, UnitOfWork work, Times times) {
        this.store = parts.store;
        this.orders = parts.orders;
        this.holdings = parts.holdings;
        this.plan = parts.plan;
        this.gate = parts.gate;
        this.events = events;
        this.meter = meter;
        this.work = work;
        this.times = times;
    }

    /** Does the steps of a follower in their order, as far as they can be done now. */
    public void carryOut(FollowerKey key) {
        if (!gate.isOpen()) {
            // Nothing is sent before the holdings were compared with what is wanted.
            return;
        }
        try {
            for (FollowStep step : store.pending(key)) {
                if (!isDone(step)) {
                    return;
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("A signal of {} could not be followed and is tried again", key, e);
        }
    }

    /** Does a step unless another instance does; true when it is over. */
    private boolean isDone(FollowStep step) {
        Instant now = times.now();
        return store.claim(step.id(), now, now.plus(times.lease()))
                .map(this::result)
                .map(done -> !done.isPending())
                .orElse(false);
    }

    private FollowStep result(FollowStep step) {
        boolean isLate = !step.isFresh(times.now());
        FollowStep after = attempted(step, isLate);
        store(after, isLate);
        return after;
    }

    private FollowStep attempted(FollowStep step, boolean isLate) {
        FollowRequest request = step.progress().request();
        if (isLate) {
            return step.progress().underWay() && request != null ? lookedUp(step, request) : tooOld(step);
        }
        return request == null ? planned(step) : sentAgain(step, request);
    }

    private FollowStep planned(FollowStep step) {
        Answer held =
                plan.tradable(step, holdings.held(step.key(), step.change().symbol()));
        if (step.change().leg() == FollowingLeg.OPEN
                && isOpposed(held, step.change().to())) {
            Optional<FollowStep> obstacle = otherSideClosed(step);
            if (obstacle.isPresent()) {
                return obstacle.get();
            }
            held = new Answer.Nothing();
        }
        return switch (plan.of(step, held)) {
            case FollowPlan.Result.Ask(FollowRequest request, long shareVersion) ->
                sent(begun(step.asking(request), shareVersion), request);
            case FollowPlan.Result.Never(Reason why) -> step.notFollowed(why, times.now());
            case FollowPlan.Result.NotYet(Reason why) -> step.waiting(why);
        };
    }

    /**
     * Closes what is held on the other side first.
     *
     * @return the step as it stands when that is not done; empty when it is
     */
    private Optional<FollowStep> otherSideClosed(FollowStep open) {
        FollowStep.Change change = open.change();
        FollowStep.Change closing = new FollowStep.Change(
                change.symbol(),
                change.timeframe(),
                change.bar(),
                change.price(),
                FollowingLeg.CLOSE,
                0,
                change.from(),
                change.wish());
        store.add(FollowStep.of(open.key(), closing, times.now()));
        FollowStep close = store.find(open.key(), closing).orElseThrow();
        if (close.isPending()) {
            Instant now = times.now();
            close = store.claim(close.id(), now, now.plus(times.lease()))
                    .map(this::result)
                    .orElse(close);
        }
        return switch (close.progress().outcome()) {
            case PENDING -> {
                Reason why = close.progress().reason();
                yield Optional.of(
                        open.waiting(why == null ? FollowingService.reason(FollowingReason.CLOSE_UNDER_WAY) : why));
            }
            case ORDERED -> {
                FollowStep.Ordered order = close.progress().order();
                yield order == null || order.isFilled()
                        ? Optional.empty()
                        : Optional.of(open.waiting(FollowingService.reason(FollowingReason.CLOSE_UNDER_WAY)));
            }
            case NOT_FOLLOWED -> isNothingHeld(close) ? Optional.empty() : Optional.of(notAfter(close, open));
        };
    }

    private FollowStep notAfter(FollowStep close, FollowStep open) {
        Reason why = close.progress().reason();
        return open.notFollowed(
                Reason.of(
                        FollowingReason.CLOSE_NOT_FOLLOWED,
                        why == null
                                ? FollowingReason.CLOSE_NOT_FOLLOWED.sentence()
                                : "%s %s: %s"
                                        .formatted(
                                                FollowingReason.CLOSE_NOT_FOLLOWED.sentence(),
                                                why.code(),
                                                why.message())),
                times.now());
    }

    /** Stores what is to be asked before it is asked. */
    private FollowStep begun(FollowStep asking, long shareVersion) {
        work.durable(() -> {
            Instant now = times.now();
            store.save(asking, now.plus(times.lease()));
            store.lock(asking.key()).ifPresent(signal -> store.save(signal.sizedBy(shareVersion)));
        });
        return asking;
    }

    private FollowStep sent(FollowStep step, FollowRequest request) {
        return after(step, orders.send(step, request));
    }

    /** Somebody may have sent it before, and have been heard: that it does not arrive now says nothing of that. */
    private FollowStep sentAgain(FollowStep step, FollowRequest request) {
        FollowReply reply = orders.send(step, request);
        return after(step, reply instanceof FollowReply.NotArrived(Reason why) ? new FollowReply.Unsure(why) : reply);
    }

    private FollowStep after(FollowStep step, FollowReply reply) {
        return switch (reply) {
            case FollowReply.Ordered(FollowStep.Ordered order) -> step.ordered(order, times.now());
            case FollowReply.Refused(Reason why) -> step.notFollowed(why, times.now());
            case FollowReply.NotNow(Reason why) -> step.later(why);
            case FollowReply.NotArrived(Reason why) -> step.later(why);
            case FollowReply.Unsure(Reason why) -> step.unsure(why);
        };
    }

    /** Nothing is asked any more; what was asked ends with what is known of it. */
    private FollowStep lookedUp(FollowStep step, FollowRequest request) {
        return switch (request) {
            case FollowRequest.Buy _ ->
                orders.find(step).map(reply -> after(step, reply)).orElseGet(() -> tooOld(step));
            case FollowRequest.Close close ->
                switch (holdings.held(step.key(), step.change().symbol())) {
                    case Answer.Unknown(Reason why) -> step.unsure(why);
                    case Answer.Nothing _ -> step.ordered(null, times.now());
                    case Answer.Held held ->
                        isReduced(step, close, held) ? step.ordered(null, times.now()) : tooOld(step);
                };
        };
    }

    private static boolean isReduced(FollowStep step, FollowRequest.Close close, Answer.Held held) {
        boolean isTurned = step.change().leg() == FollowingLeg.CLOSE
                && held.direction() == step.change().to();
        return isTurned || held.lots().compareTo(close.held()) < 0;
    }

    private FollowStep tooOld(FollowStep step) {
        Reason why = step.progress().reason();
        Reason late = FollowingService.reason(FollowingReason.SIGNAL_TOO_OLD);
        return step.notFollowed(
                why == null ? late : new Reason(why.code(), "%s %s".formatted(why.message(), late.message())),
                times.now());
    }

    private void store(FollowStep step, boolean isLate) {
        work.durable(() -> {
            boolean stored = store.save(step, times.now().plus(times.retry()));
            if (stored && !step.isPending()) {
                settle(step, isLate);
                events.followed(step);
            }
        });
        if (step.progress().outcome() == FollowingOutcome.ORDERED) {
            meter.ordered(Duration.between(step.change().bar(), times.now()));
        }
    }

    /** What should have been closed and may not be is closed with the next bar. */
    private void settle(FollowStep step, boolean isLate) {
        boolean isMissed = step.progress().outcome() == FollowingOutcome.NOT_FOLLOWED;
        switch (step.change().leg()) {
            case CLOSE -> mark(step.key(), isMissed && !isNothingHeld(step));
            case OPEN -> {
                if (isMissed && isLate && step.change().from() != Direction.FLAT) {
                    // Nobody has looked whether the other side is still held.
                    mark(step.key(), true);
                }
            }
            case RESIZE -> {
                // It leaves nothing open.
            }
        }
    }

    private void mark(FollowerKey key, boolean unsettled) {
        store.lock(key)
                .filter(signal -> signal.unsettled() != unsettled)
                .ifPresent(signal -> store.save(signal.unsettled(unsettled)));
    }

    private static boolean isNothingHeld(FollowStep close) {
        Reason why = close.progress().reason();
        return why != null && why.code().equals(FollowingReason.NOTHING_HELD.name());
    }

    private static boolean isOpposed(Answer held, Direction wanted) {
        return held instanceof Answer.Held holding && holding.direction() != wanted;
    }
}
