package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.portfolio.RebalancingTrigger;
import dev.tradesuite.portfolio.allocation.PortfolioViewService;
import dev.tradesuite.support.schedule.ScheduleExpression;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans rebalancings when it is time, or a weight is too far from its target, and asks for their approval. */
public final class RebalancingTimesService {

    private static final Logger LOG = LoggerFactory.getLogger(RebalancingTimesService.class);

    /** One plan for one drift: it is not made again while it may still be decided on. */
    private static final Duration DRIFT_PAUSE = Duration.ofDays(1);

    private static final int LAST_FEW = 10;

    private static final int PERCENT = 100;

    private final RebalancingTimesStore times;
    private final RebalancingService rebalancings;
    private final PortfolioViewService portfolios;
    private final UnitOfWork work;
    private final Duration lookEvery;
    private final Clock clock;

    /** @param lookEvery how often the drift of an account is looked at */
    RebalancingTimesService(
            RebalancingTimesStore times,
            RebalancingService rebalancings,
            PortfolioViewService portfolios,
            UnitOfWork work,
            Duration lookEvery,
            Clock clock) {
        this.times = times;
        this.rebalancings = rebalancings;
        this.portfolios = portfolios;
        this.work = work;
        this.lookEvery = lookEvery;
        this.clock = clock;
    }

    public Optional<RebalancingTimes> find(String account) {
        return times.find(account);
    }

    /**
     * Says when rebalancings of an account are planned by themselves.
     *
     * @return as they are from now on
     * @throws IllegalArgumentException when the schedule is none; the message says what was expected
     */
    public RebalancingTimes set(RebalancingTimes wanted) {
        Instant now = now();
        RebalancingTimes next = wanted.dueAt(
                wanted.enabled() ? ScheduleExpression.read(wanted.schedule()).next(now) : Optional.empty());
        work.durable(() -> times.put(next, now));
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

    private void look(RebalancingTimes one) {
        Instant now = now();
        if (one.nextDue().filter(due -> !due.isAfter(now)).isPresent()) {
            Optional<Instant> next = ScheduleExpression.read(one.schedule()).next(now);
            plan(one, RebalancingTrigger.SCHEDULE, "It is time: " + one.schedule(), next);
        } else {
            drift(one).ifPresent(why -> plan(one, RebalancingTrigger.DRIFT, why, one.nextDue()));
        }
    }

    /** The plan, the question for its approval and the next time are one transaction. */
    private void plan(RebalancingTimes one, RebalancingTrigger trigger, String why, Optional<Instant> next) {
        RebalancingService.Outcome outcome = rebalancings.draft(one.account(), trigger, "suite", why, view -> {
            RebalancingService.Outcome submitted = rebalancings.submit(
                    view.rebalancing().id(), view.rebalancing().planHash(), _ -> {});
            if (!(submitted instanceof RebalancingService.Outcome.Done)) {
                LOG.info(
                        "The rebalancing {} stays a draft: {}",
                        view.rebalancing().id(),
                        submitted);
            }
            times.due(one.account(), next);
        });
        if (!(outcome instanceof RebalancingService.Outcome.Done)) {
            LOG.warn("No rebalancing of {} is planned: {}", one.account(), outcome);
            work.durable(() -> times.due(one.account(), next));
        }
    }

    /** The weight that is too far from its target, in words; empty when none is, or a plan was made for it lately. */
    private Optional<String> drift(RebalancingTimes one) {
        List<RebalancingService.View> last = rebalancings.list(
                new RebalancingStore.Filter(Optional.of(one.account()), Optional.empty(), Optional.empty(), LAST_FEW));
        Instant pause = now().minus(DRIFT_PAUSE);
        boolean planned = last.stream()
                .map(RebalancingService.View::rebalancing)
                .anyMatch(found -> found.isUnderWay()
                        || (found.origin().trigger() != RebalancingTrigger.PERSON
                                && found.origin().at().isAfter(pause)));
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
