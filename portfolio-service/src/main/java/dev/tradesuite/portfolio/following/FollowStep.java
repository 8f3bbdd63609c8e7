package dev.tradesuite.portfolio.following;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.portfolio.FollowingLeg;
import dev.tradesuite.contracts.portfolio.FollowingOutcome;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.support.Sha256;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be done about a signal.
 *
 * @param id number by which steps of a follower have their order; 0 before it is stored
 * @param change what it is about
 * @param progress how far it has come
 */
public record FollowStep(long id, FollowerKey key, Change change, Instant at, Progress progress) {

    private static final int ID_LENGTH = 40;

    /**
     * What a step is about. There is one step for each follower, bar, leg and revision.
     *
     * @param revision 0, for a new size the version of the capital
     * @param price close of the bar
     * @param wish what the model wants now
     */
    public record Change(
            String symbol,
            Timeframe timeframe,
            Instant bar,
            BigDecimal price,
            FollowingLeg leg,
            long revision,
            Direction from,
            ModelBar.Wish wish) {

        /** What the model wants now. */
        public Direction to() {
            return wish.direction();
        }
    }

    /**
     * How far a step has come.
     *
     * @param reason why there is no order, or not yet
     * @param request what is asked of the orchestrator; absent before that is decided
     * @param round how often the orchestrator has said that it could not decide, and nothing was sent
     * @param underWay whether a request may have arrived whose answer is not known
     * @param order the order; absent without one, and where only the books tell of it
     * @param answeredAt when its outcome was known
     */
    public record Progress(
            FollowingOutcome outcome,
            @Nullable Reason reason,
            @Nullable FollowRequest request,
            int round,
            boolean underWay,
            @Nullable Ordered order,
            @Nullable Instant answeredAt) {

        static final Progress NONE = new Progress(FollowingOutcome.PENDING, null, null, 0, false, null, null);
    }

    /**
     * The order a step became.
     *
     * @param id absent while it waits for an approval
     */
    public record Ordered(@Nullable UUID id, OrderStatus status) {

        /** Whether all of it is filled. */
        boolean isFilled() {
            return status == OrderStatus.FILLED;
        }
    }

    static FollowStep of(FollowerKey key, Change change, Instant at) {
        return new FollowStep(0, key, change, at, Progress.NONE);
    }

    /** Key of its order: always the same for the same follower, bar, leg and revision. */
    public String clientOrderId() {
        String all = String.join(
                "|",
                key.accountId(),
                key.strategy(),
                Long.toString(change.bar().toEpochMilli()),
                change.leg().name(),
                Long.toString(change.revision()));
        return "follow-" + Sha256.hex(all).substring(0, ID_LENGTH);
    }

    /** Key under which the orchestrator is asked; a new one for each round. */
    public String requestKey() {
        return "%s.%d".formatted(clientOrderId(), progress.round());
    }

    /** Whether its signal is at most one bar old. */
    boolean isFresh(Instant now) {
        return !now.isAfter(change.bar().plus(change.timeframe().length()));
    }

    FollowStep asking(FollowRequest request) {
        return with(new Progress(progress.outcome(), progress.reason(), request, progress.round(), true, null, null));
    }

    /** The answer is not known: the same is asked again under the same key. */
    FollowStep unsure(Reason why) {
        return with(
                new Progress(FollowingOutcome.PENDING, why, progress.request(), progress.round(), true, null, null));
    }

    /** Nothing was sent: it is decided again, under another key. */
    FollowStep later(Reason why) {
        return with(new Progress(FollowingOutcome.PENDING, why, null, progress.round() + 1, false, null, null));
    }

    /** It cannot be decided yet. */
    FollowStep waiting(Reason why) {
        return with(new Progress(
                FollowingOutcome.PENDING, why, progress.request(), progress.round(), progress.underWay(), null, null));
    }

    FollowStep ordered(@Nullable Ordered order, Instant now) {
        return with(
                new Progress(FollowingOutcome.ORDERED, null, progress.request(), progress.round(), false, order, now));
    }

    FollowStep notFollowed(Reason why, Instant now) {
        return with(new Progress(
                FollowingOutcome.NOT_FOLLOWED, why, progress.request(), progress.round(), false, null, now));
    }

    boolean isPending() {
        return progress.outcome() == FollowingOutcome.PENDING;
    }

    private FollowStep with(Progress next) {
        return new FollowStep(id, key, change, at, next);
    }
}
