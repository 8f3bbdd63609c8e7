package dev.tradesuite.portfolio.following.web;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.FollowingReason;
import dev.tradesuite.contracts.portfolio.FollowingStep;
import dev.tradesuite.contracts.portfolio.StrategyFollowing;
import dev.tradesuite.portfolio.following.FollowRequest;
import dev.tradesuite.portfolio.following.FollowStep;
import dev.tradesuite.portfolio.following.FollowedSignal;
import dev.tradesuite.portfolio.following.Follower;
import dev.tradesuite.portfolio.following.FollowingReader;
import dev.tradesuite.portfolio.following.StrategyHoldings.Answer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes following as the contracts say. */
public final class FollowingMapper {

    private FollowingMapper() {}

    /** @param page the steps that are told, of those that were read */
    static StrategyFollowing following(FollowingReader.View view, List<FollowStep> page, @Nullable String next) {
        Optional<Follower.Share> share = view.follower().map(Follower::share);
        return new StrategyFollowing(
                view.key().strategy(),
                view.key().accountId(),
                share.map(Follower.Share::capital).orElse(null),
                share.map(Follower.Share::weight).orElse(null),
                view.signal().map(FollowingMapper::heard).orElse(null),
                view.held() instanceof Answer.Held held
                        ? new StrategyFollowing.FollowedHolding(held.direction(), held.lots(), held.value())
                        : null,
                absent(view, share.isEmpty()),
                page.stream().map(FollowingMapper::step).toList(),
                next);
    }

    private static @Nullable Reason absent(FollowingReader.View view, boolean withoutShare) {
        if (view.held() instanceof Answer.Unknown(Reason why)) {
            return why;
        }
        return withoutShare ? Reason.of(FollowingReason.NO_CAPITAL, FollowingReason.NO_CAPITAL.sentence()) : null;
    }

    private static StrategyFollowing.HeardSignal heard(FollowedSignal signal) {
        return new StrategyFollowing.HeardSignal(
                signal.symbol(),
                signal.timeframe(),
                signal.wish().direction(),
                signal.wish().size(),
                signal.wish().stop(),
                signal.wish().target(),
                signal.wish().proxy(),
                signal.bar());
    }

    /** A step. */
    public static FollowingStep step(FollowStep step) {
        FollowStep.Change change = step.change();
        FollowStep.Progress progress = step.progress();
        FollowStep.Ordered order = progress.order();
        return new FollowingStep(
                step.key().strategy(),
                step.key().accountId(),
                change.symbol(),
                change.timeframe(),
                change.bar(),
                change.leg(),
                change.from(),
                change.to(),
                progress.outcome(),
                progress.reason(),
                progress.request() instanceof FollowRequest.Buy buy ? buy.notional() : null,
                progress.request() instanceof FollowRequest.Close close ? close.lots() : null,
                step.clientOrderId(),
                order == null ? null : order.id(),
                order == null ? null : order.status(),
                step.at(),
                progress.answeredAt());
    }
}
