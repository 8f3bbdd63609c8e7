package dev.tradesuite.portfolio.following;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.FollowingReason;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.portfolio.following.StrategyHoldings.Answer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a step asks of the orchestrator.
 *
 * <p>Opening takes everything: capital, a state that trades, a trained model when it is real money, a stop. Closing
 * takes nothing of it, because it only makes risk smaller.
 */
public final class FollowPlan {

    /** Decimals of a notional. */
    private static final int CENTS = 2;

    private static final int SCALE = 16;

    /** So long after its close the price of a bar is that of the market. */
    private static final Duration PRICE_HOLDS = Duration.ofSeconds(10);

    private final Followers followers;
    private final InstrumentCatalog catalog;
    private final Clock clock;

    public FollowPlan(Followers followers, InstrumentCatalog catalog, Clock clock) {
        this.followers = followers;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** What was decided. */
    sealed interface Result {

        /**
         * The orchestrator is asked.
         *
         * @param shareVersion version of the capital it is sized by
         */
        record Ask(FollowRequest request, long shareVersion) implements Result {}

        /** Nothing is asked. */
        record Never(Reason why) implements Result {}

        /** It cannot be said yet. */
        record NotYet(Reason why) implements Result {}
    }

    /** What of a holding can be traded: nothing, where less than one step of the volume is left of it. */
    Answer tradable(FollowStep step, Answer held) {
        return held instanceof Answer.Held holding
                        && onSteps(step, holding.lots()).signum() == 0
                ? new Answer.Nothing()
                : held;
    }

    /**
     * What a step asks for.
     *
     * @param held what the follower holds; nothing of the other side when the step opens
     */
    Result of(FollowStep step, Answer held) {
        if (held instanceof Answer.Unknown(Reason why)) {
            return new Result.NotYet(why);
        }
        Optional<Follower> follower = followers.find(step.key());
        return switch (step.change().leg()) {
            case CLOSE -> closed(step, held, follower);
            case OPEN ->
                held instanceof Answer.Held ? never(FollowingReason.ALREADY_HELD) : enlarged(step, follower, null);
            case RESIZE ->
                held instanceof Answer.Held holding
                        ? resized(step, holding, follower)
                        : never(FollowingReason.NOTHING_HELD);
        };
    }

    private static Result closed(FollowStep step, Answer held, Optional<Follower> follower) {
        return held instanceof Answer.Held holding && isUnwanted(holding, step)
                ? new Result.Ask(
                        new FollowRequest.Close(
                                null, holding.lots(), step.change().price()),
                        version(follower))
                : never(FollowingReason.NOTHING_HELD);
    }

    private static boolean isUnwanted(Answer.Held holding, FollowStep step) {
        return holding.direction() != step.change().to();
    }

    private Result resized(FollowStep step, Answer.Held holding, Optional<Follower> follower) {
        if (isUnwanted(holding, step)) {
            // The change that closes it is a step of its own.
            return never(FollowingReason.NOTHING_HELD);
        }
        BigDecimal wanted = follower.map(one -> notional(one, step)).orElse(BigDecimal.ZERO);
        if (wanted.signum() == 0) {
            return new Result.Ask(
                    new FollowRequest.Close(null, holding.lots(), step.change().price()), version(follower));
        }
        BigDecimal value = holding.value();
        if (value == null || value.signum() <= 0) {
            return new Result.NotYet(FollowingService.reason(FollowingReason.PRICE_UNKNOWN));
        }
        Sized sized = new Sized(holding, value);
        return wanted.compareTo(value) > 0
                ? enlarged(step, follower, sized)
                : reduced(step, wanted, sized, version(follower));
    }

    /** A holding whose worth is known. */
    private record Sized(Answer.Held holding, BigDecimal value) {}

    private Result reduced(FollowStep step, BigDecimal wanted, Sized sized, long version) {
        Answer.Held holding = sized.holding;
        BigDecimal share = BigDecimal.ONE.subtract(wanted.divide(sized.value, SCALE, RoundingMode.HALF_EVEN));
        BigDecimal lots = onSteps(step, holding.lots().multiply(share));
        return lots.signum() == 0
                ? never(FollowingReason.CHANGE_TOO_SMALL)
                : new Result.Ask(
                        new FollowRequest.Close(
                                lots, holding.lots(), step.change().price()),
                        version);
    }

    /** @param held what is held already; absent: nothing */
    private Result enlarged(FollowStep step, Optional<Follower> follower, @Nullable Sized held) {
        Optional<FollowingReason> obstacle = obstacle(step, follower);
        if (obstacle.isPresent()) {
            return never(obstacle.get());
        }
        Follower opening = follower.orElseThrow();
        BigDecimal stop = step.change().wish().stop();
        if (stop == null) {
            return never(FollowingReason.SIGNAL_WITHOUT_STOP);
        }
        BigDecimal notional = notional(opening, step);
        if (held != null) {
            notional = notional.subtract(held.value).setScale(CENTS, RoundingMode.DOWN);
            BigDecimal lots = held.holding.lots().multiply(notional.divide(held.value, SCALE, RoundingMode.DOWN));
            if (onSteps(step, lots).signum() == 0) {
                return never(FollowingReason.CHANGE_TOO_SMALL);
            }
        }
        return new Result.Ask(
                new FollowRequest.Buy(
                        step.change().to() == Direction.LONG ? Side.BUY : Side.SELL,
                        notional,
                        stop,
                        step.change().wish().target(),
                        price(step)),
                opening.share().version());
    }

    private static Optional<FollowingReason> obstacle(FollowStep step, Optional<Follower> follower) {
        if (follower.isEmpty() || follower.get().share().capital().signum() <= 0) {
            return Optional.of(FollowingReason.NO_CAPITAL);
        }
        Follower opening = follower.get();
        if (!opening.mayOpen()) {
            return Optional.of(FollowingReason.STATE_NOT_FOLLOWED);
        }
        if (opening.state() == LifecycleState.LIVE && step.change().wish().proxy()) {
            return Optional.of(FollowingReason.PROXY_NOT_LIVE);
        }
        return notional(opening, step).signum() == 0
                ? Optional.of(FollowingReason.SIGNAL_WITHOUT_SIZE)
                : Optional.empty();
    }

    /** capital x size, rounded down to cents. */
    private static BigDecimal notional(Follower follower, FollowStep step) {
        return follower.share().capital().multiply(step.change().wish().size()).setScale(CENTS, RoundingMode.DOWN);
    }

    private BigDecimal onSteps(FollowStep step, BigDecimal lots) {
        return catalog.find(step.change().symbol())
                .map(Instrument::lotStep)
                .map(lotStep -> new Lots(lots).roundedDownTo(lotStep).value())
                .orElse(BigDecimal.ZERO);
    }

    /** The close of the bar while it is the newest price there is; later the orchestrator knows better. */
    private @Nullable BigDecimal price(FollowStep step) {
        return clock.instant().isAfter(step.change().bar().plus(PRICE_HOLDS))
                ? null
                : step.change().price();
    }

    private static long version(Optional<Follower> follower) {
        return follower.map(one -> one.share().version()).orElse(0L);
    }

    private static Result never(FollowingReason why) {
        return new Result.Never(FollowingService.reason(why));
    }
}
