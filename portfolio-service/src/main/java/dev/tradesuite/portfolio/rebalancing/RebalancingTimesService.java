package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.portfolio.RebalancingState;
import dev.tradesuite.contracts.portfolio.RebalancingTrigger;
import dev.tradesuite.contracts.portfolio.TargetOrigin;
import dev.tradesuite.portfolio.allocation.AllocationTarget;
import dev.tradesuite.portfolio.allocation.PortfolioViewService;
import dev.tradesuite.portfolio.allocation.TargetPortfolios;
import dev.tradesuite.support.schedule.ScheduleExpression;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plans rebalancings when it is time, when a rule has changed the target, or when a weight is too far from it, and asks
 * for their approval.
 */
public final class RebalancingTimesService {

    private static final Logger LOG = LoggerFactory.getLogger(RebalancingTimesService.class);

    /** One plan for one drift: it is not made again while it may still be decided on. */
    private static final Duration DRIFT_PAUSE = Duration.ofDays(1);

    private static final int LAST_FEW = 10;
    private static final int LONGEST_REASON = 500;

    private static final int PERCENT = 100;

    private final RebalancingTimesStore times;
    private final RebalancingService rebalancings;
    private final PortfolioViewService portfolios;
    private final TargetPortfolios targets;
    private final UnitOfWork work;
    private final TradingDays days;
    private final Duration lookEvery;
    private final Clock clock;

    /** @param lookEvery how often the drift of an account is looked at */
    RebalancingTimesService(
            RebalancingTimesStore times,
            RebalancingService rebalancings,
            PortfolioViewService portfolios,
            TargetPortfolios targets,
            UnitOfWork work,
            TradingDays days,
            Duration lookEvery,
            Clock clock) {
        this.times = times;
        this.rebalancings = rebalancings;
        this.portfolios = portfolios;
        this.targets = targets;
        this.work = work;
        this.days = days;
        this.lookEvery = lookEvery;
        this.clock = clock;
    }

    public Optional<RebalancingTimes> find(String account) {
        return times.find(account);
    }

    /**
     * Says when rebalancings of an account are planned by themselves. What rules did to the target while they were off
     * makes no plan.
     *
     * @return as they are from now on
     * @throws IllegalArgumentException when the schedule is none; the message says what was expected
     */
    public RebalancingTimes set(RebalancingTimes wanted) {
        Instant now = now();
        RebalancingTimes next = wanted.dueAt(wanted.enabled() ? next(wanted, now) : Optional.empty());
        long target =
                targets.newest(wanted.account()).map(AllocationTarget::version).orElse(0L);
        work.durable(() -> times.put(next, now, target));
        return next;
    }

    /** Looks at every account that has to be looked at; of several instances one looks at each. */
    void look() {
        Optional<RebalancingTimes> claimed = claim();
        while (claimed.isPresent()) {
            try {
                look(claimed.get());
            } catch (RuntimeException e) {
                LOG.warn(
                        "No rebalancing of {} can be planned for now; tried again shortly",
                        claimed.get().account(),
                        e);
            }
            claimed = claim();
        }
    }

    private Optional<RebalancingTimes> claim() {
        Instant now = now();
        return work.durable(() -> times.claim(now, now.plus(lookEvery)));
    }

    /**
     * Why a plan is made.
     *
     * @param next when the next one is due after it
     * @param target version of the target it is made for at least; 0 for whatever it is
     */
    private record Cause(RebalancingTrigger trigger, String why, Optional<Instant> next, long target) {

        /** Whether it waits for one that is under way, rather than to stay a draft. */
        boolean waits() {
            return target > 0;
        }
    }

    private void look(RebalancingTimes one) {
        Instant now = now();
        if (one.nextDue().filter(due -> !due.isAfter(now)).isPresent()) {
            Instant open = days.onOrAfter(one.account(), now, zone(ScheduleExpression.read(one.schedule())));
            if (open.isAfter(now)) {
                // The target has come to another market since then, and that has a holiday.
                work.durable(() -> times.due(one.account(), Optional.of(open)));
                return;
            }
            plan(one, new Cause(RebalancingTrigger.SCHEDULE, "It is time: " + one.schedule(), next(one, now), 0));
            return;
        }
        List<PlannedRebalancing> last = last(one);
        if (last.stream().anyMatch(PlannedRebalancing::isUnderWay)) {
            return;
        }
        Optional<AllocationTarget> changed = targets.changedByRule(one.account(), times.planned(one.account()))
                .filter(target -> !isSettled(target, last));
        if (changed.isPresent()) {
            plan(one, cause(one, changed.get()));
        } else {
            drift(one, last).ifPresent(why -> plan(one, new Cause(RebalancingTrigger.DRIFT, why, one.nextDue(), 0)));
        }
    }

    /** The next time of the schedule, on the first day from then on on which every market trades. */
    private Optional<Instant> next(RebalancingTimes one, Instant after) {
        ScheduleExpression schedule = ScheduleExpression.read(one.schedule());
        return schedule.next(after).map(due -> days.onOrAfter(one.account(), due, zone(schedule)));
    }

    private static ZoneId zone(ScheduleExpression schedule) {
        return schedule instanceof ScheduleExpression.Cron cron ? cron.zone() : ZoneOffset.UTC;
    }

    private List<PlannedRebalancing> last(RebalancingTimes one) {
        return rebalancings
                .list(new RebalancingStore.Filter(
                        Optional.of(one.account()), Optional.empty(), Optional.empty(), LAST_FEW))
                .stream()
                .map(RebalancingService.View::rebalancing)
                .toList();
    }

    /** Whether an account was brought to a target, or a person has said no to that. */
    private boolean isSettled(AllocationTarget target, List<PlannedRebalancing> last) {
        boolean settled = last.stream()
                .filter(found -> found.plan().basis().targetVersion() >= target.version())
                .map(PlannedRebalancing::state)
                .anyMatch(state -> state == RebalancingState.DONE
                        || state == RebalancingState.PARTIAL
                        || state == RebalancingState.REJECTED);
        if (settled) {
            work.durable(() -> times.planned(target.account(), target.version()));
        }
        return settled;
    }

    private static Cause cause(RebalancingTimes one, AllocationTarget target) {
        String why = "Version %d of the target: %s"
                .formatted(target.version(), target.cause().reason());
        return new Cause(
                target.cause().origin() == TargetOrigin.ROTATION
                        ? RebalancingTrigger.ROTATION
                        : RebalancingTrigger.LIFECYCLE,
                why.substring(0, Math.min(why.length(), LONGEST_REASON)),
                one.nextDue(),
                target.version());
    }

    /** The plan, the question for its approval, the next time and the version it is for are one transaction. */
    private void plan(RebalancingTimes one, Cause cause) {
        RebalancingService.Outcome outcome = rebalancings.draft(
                one.account(), cause.trigger(), "suite", cause.why(), view -> drafted(one, cause, view.rebalancing()));
        if (!(outcome instanceof RebalancingService.Outcome.Done)) {
            LOG.warn("No rebalancing of {} is planned: {}", one.account(), outcome);
            work.durable(() -> {
                times.due(one.account(), cause.next());
                times.planned(one.account(), cause.target());
            });
        }
    }

    private void drafted(RebalancingTimes one, Cause cause, PlannedRebalancing draft) {
        RebalancingService.Outcome submitted = rebalancings.submit(draft.id(), draft.planHash(), _ -> {});
        boolean another = submitted instanceof RebalancingService.Outcome.AnotherUnderWay;
        if (another && cause.waits()) {
            // Nothing of this one is stored: it is made once the other one has ended.
            throw new IllegalStateException("another rebalancing of %s has begun meanwhile".formatted(one.account()));
        }
        if (!(submitted instanceof RebalancingService.Outcome.Done)) {
            LOG.info("The rebalancing {} stays a draft: {}", draft.id(), submitted);
        }
        times.due(one.account(), cause.next());
        times.planned(one.account(), another ? 0 : draft.plan().basis().targetVersion());
    }

    /** The weight that is too far from its target, in words; empty when none is, or a plan was made for it lately. */
    private Optional<String> drift(RebalancingTimes one, List<PlannedRebalancing> last) {
        Instant pause = now().minus(DRIFT_PAUSE);
        boolean planned = last.stream()
                .anyMatch(found -> found.origin().trigger() != RebalancingTrigger.PERSON
                        && found.origin().at().isAfter(pause));
        return planned ? Optional.empty() : farthest(one);
    }

    private Optional<String> farthest(RebalancingTimes one) {
        return portfolios
                .view(one.account())
                .filter(view -> view.target().isPresent())
                .flatMap(view -> view.shares().stream()
                        .filter(share -> away(share) * PERCENT > one.driftPercent())
                        .max(Comparator.comparingDouble(RebalancingTimesService::away)))
                .map(share -> String.format(
                        Locale.ROOT,
                        "%s is at %.4f and is to be at %.4f",
                        share.strategy().code(),
                        share.current().orElse(0),
                        share.target()));
    }

    /** How far a weight is from its target; 0 when it is not known. */
    private static double away(PortfolioViewService.Share share) {
        return Math.abs(share.drift().orElse(0));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
