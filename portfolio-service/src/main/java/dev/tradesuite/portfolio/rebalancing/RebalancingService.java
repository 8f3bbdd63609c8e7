package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RebalancingLineState;
import dev.tradesuite.contracts.portfolio.RebalancingReason;
import dev.tradesuite.contracts.portfolio.RebalancingState;
import dev.tradesuite.contracts.portfolio.RebalancingTrigger;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Plans rebalancings, asks for their approval, and takes them back. Nothing is sent here. */
public final class RebalancingService {

    private final RebalancingPlans plans;
    private final RebalancingStore store;
    private final RebalancingTransfers transfers;
    private final RebalancingEvents events;
    private final UnitOfWork work;
    private final Supplier<UUID> ids;
    private final Clock clock;

    RebalancingService(
            RebalancingPlans plans,
            RebalancingStore store,
            RebalancingTransfers transfers,
            RebalancingEvents events,
            UnitOfWork work,
            Supplier<UUID> ids,
            Clock clock) {
        this.plans = plans;
        this.store = store;
        this.transfers = transfers;
        this.events = events;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** A rebalancing with what became of its orders and transfers. */
    public record View(
            PlannedRebalancing rebalancing, List<RebalancingLine> lines, List<RebalancingTransfer> transfers) {

        public View {
            lines = List.copyOf(lines);
            transfers = List.copyOf(transfers);
        }
    }

    /** What became of a wish. */
    public sealed interface Outcome {

        /** It stands so. */
        record Done(View view) implements Outcome {}

        record NoSuchRebalancing() implements Outcome {}

        record NoSuchAccount(String account) implements Outcome {}

        /** There is nothing to get to. */
        record NoTarget(String account) implements Outcome {}

        /** The account is worth nothing. */
        record NothingToDivide(String account) implements Outcome {}

        /** Its state does not allow it. */
        record NotNow(RebalancingState state) implements Outcome {}

        /** The plan is another one than was read. */
        record OtherPlan(String planHash) implements Outcome {}

        /** Checks deny it, or there is nothing to do. */
        record NotAllowed(List<RebalancingPlan.Check> denied) implements Outcome {}

        /** Another one of the account is under way. */
        record AnotherUnderWay(String account) implements Outcome {}
    }

    /**
     * Plans how an account gets to its target.
     *
     * @param done hears of it in the same transaction
     */
    public Outcome draft(
            String account, RebalancingTrigger trigger, String person, String reason, Consumer<View> done) {
        return switch (plans.make(account)) {
            case RebalancingPlans.Made.NoAccount() -> new Outcome.NoSuchAccount(account);
            case RebalancingPlans.Made.NoTarget() -> new Outcome.NoTarget(account);
            case RebalancingPlans.Made.NothingToDivide _ -> new Outcome.NothingToDivide(account);
            case RebalancingPlans.Made.Plan(RebalancingPlan plan) -> {
                PlannedRebalancing draft = PlannedRebalancing.draft(
                        ids.get(), new PlannedRebalancing.Origin(trigger, person, reason, now()), plan);
                View view = new View(
                        draft,
                        plan.orders().stream()
                                .map(order -> RebalancingLine.planned(order.number(), draft.updatedAt()))
                                .toList(),
                        plan.transfers().stream()
                                .map(transfer -> RebalancingTransfer.planned(draft.id(), account, transfer))
                                .toList());
                yield work.durable(() -> {
                    store.add(draft, view.lines());
                    transfers.add(view.transfers(), draft.updatedAt());
                    events.changed(draft);
                    done.accept(view);
                    return new Outcome.Done(view);
                });
            }
        };
    }

    /**
     * Asks for approval of a plan as it was read. Of two who do so at once the second meets the state the first has
     * left.
     *
     * @param done hears of it in the same transaction
     */
    public Outcome submit(UUID id, String planHash, Consumer<View> done) {
        return work.durable(() -> store.lock(id)
                .map(found -> submitted(found, planHash, done))
                .orElseGet(Outcome.NoSuchRebalancing::new));
    }

    /**
     * Takes one back. While orders are sent, those that were not sent yet stay unsent, and what was filled stays.
     *
     * @param done hears of it in the same transaction
     */
    public Outcome cancel(UUID id, String person, Consumer<View> done) {
        return work.durable(() ->
                store.lock(id).map(found -> cancelled(found, person, done)).orElseGet(Outcome.NoSuchRebalancing::new));
    }

    public Optional<View> find(UUID id) {
        return store.find(id).map(this::view);
    }

    /** Rebalancings that match, newest first. */
    public List<View> list(RebalancingStore.Filter filter) {
        return store.list(filter).stream().map(this::view).toList();
    }

    private Outcome submitted(PlannedRebalancing found, String planHash, Consumer<View> done) {
        if (!found.mayBecome(RebalancingState.PENDING_APPROVAL)) {
            return new Outcome.NotNow(found.state());
        }
        if (!found.planHash().equals(planHash)) {
            return new Outcome.OtherPlan(found.planHash());
        }
        if (!found.plan().doesAnything() || !found.plan().isAllowed()) {
            return new Outcome.NotAllowed(found.plan().checks().stream()
                    .filter(check -> !check.passed())
                    .toList());
        }
        if (store.isUnderWay(found.account())) {
            return new Outcome.AnotherUnderWay(found.account());
        }
        return saved(found.to(RebalancingState.PENDING_APPROVAL, now()), done);
    }

    private Outcome cancelled(PlannedRebalancing found, String person, Consumer<View> done) {
        Reason why = Reason.of(RebalancingReason.TAKEN_BACK, "%s took it back".formatted(person));
        if (found.state() == RebalancingState.EXECUTING) {
            store.lines(found.id()).stream()
                    .filter(line -> line.state() == RebalancingLineState.PLANNED)
                    .forEach(line -> store.save(found.id(), line.ended(RebalancingLineState.SKIPPED, why, now())));
            transfers.lockUnended(found.id()).forEach(one -> transfers.save(one.cancelled(why), now()));
            View view = view(found);
            done.accept(view);
            return new Outcome.Done(view);
        }
        return found.mayBecome(RebalancingState.CANCELLED)
                ? saved(found.ended(RebalancingState.CANCELLED, why, now()), done)
                : new Outcome.NotNow(found.state());
    }

    private Outcome saved(PlannedRebalancing next, Consumer<View> done) {
        store.save(next);
        events.changed(next);
        View view = view(next);
        done.accept(view);
        return new Outcome.Done(view);
    }

    private View view(PlannedRebalancing rebalancing) {
        return new View(rebalancing, store.lines(rebalancing.id()), transfers.of(rebalancing.id()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
