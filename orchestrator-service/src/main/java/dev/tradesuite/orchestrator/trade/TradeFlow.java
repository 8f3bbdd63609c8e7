package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.orchestrator.order.OrderReconciliation;
import dev.tradesuite.orchestrator.order.OrderService;
import dev.tradesuite.orchestrator.order.OwnPositions;
import dev.tradesuite.orchestrator.order.PriceGuard;
import dev.tradesuite.orchestrator.order.TradeOrder;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * The main flow: signal, size, checks, decision; execute adds the order.
 *
 * <p>Analyze and execute are one path. They differ in the last step only: analyze lets risk check the plan, execute
 * lets risk check and reserve it, and sends the order. An order that states what it wants takes the same path without
 * the brain. A step that cannot answer ends the flow with REJECT and its reason; nothing is ever decided on half an
 * answer.
 */
public final class TradeFlow {

    static final String BRAIN = "brain";
    static final String ACCOUNT = "account";
    static final String SIZING = "sizing";
    static final String BOOK = "book";
    static final String RISK = "risk";
    static final String BROKER = "broker";

    /** The steps in the order in which their times are told. */
    static final List<String> STEPS = List.of(BRAIN, ACCOUNT, SIZING, BOOK, RISK, BROKER);

    private final TradePlanner planner;
    private final Risk risk;
    private final TradeApprovals approvals;
    private final OrderService orders;
    private final OrderReconciliation reconciliation;
    private final Clock clock;
    private final DecisionSteps steps;
    private final OrderPlacement placement;

    /** @param threads one for each task, such as virtual ones; they carry the trace of the request */
    public TradeFlow(
            Brain brain,
            TradeAccounts accounts,
            Conversion conversion,
            Sizing sizing,
            Risk risk,
            PriceGuard guard,
            OwnPositions own,
            TradeApprovals approvals,
            OrderService orders,
            OrderReconciliation reconciliation,
            ExecutorService threads,
            Clock clock) {
        this.risk = risk;
        this.approvals = approvals;
        this.orders = orders;
        this.reconciliation = reconciliation;
        this.clock = clock;
        this.steps = new DecisionSteps(threads);
        this.planner = new TradePlanner(
                brain, accounts, new ExitAccounts(accounts, own, conversion), conversion, sizing, guard, own, steps);
        this.placement = new OrderPlacement(orders, risk, own, steps);
    }

    /** Decides on an idea and changes nothing but the journal. */
    public TradeDecision analyze(TradeIdea idea, Ticket ticket, DecisionJournal journal) {
        DecisionBuilder decision = begun(idea, ticket);
        Deadline deadline = ticket.deadline();
        planner.planned(idea, deadline, decision).ifPresent(plan -> {
            approvals.neededFor(plan).ifPresent(approval -> decision.warn(approval.why()));
            check(plan, deadline, decision);
        });
        journal.concluded(decision.made());
        return decision.made();
    }

    /**
     * Decides on an idea for an account in the books and, when the decision is PROCEED, sends the order.
     *
     * <p>Each of the three writes is a transaction with the journal in it: the order is opened; it ends because risk
     * did not reserve it; what its broker made of it is booked. Whatever stops this instance between two lines, the
     * reconciliation of orders finds the order and completes the decision.
     */
    public TradeDecision execute(TradeIdea idea, Ticket ticket, DecisionJournal journal) {
        DecisionBuilder decision = begun(idea, ticket);
        Deadline deadline = ticket.deadline();
        Optional<TradePlan> complete =
                planner.planned(idea, deadline, decision).filter(plan -> mayBePlaced(plan, deadline, decision));
        if (complete.isEmpty()) {
            journal.concluded(decision.made());
            return decision.made();
        }
        TradePlan plan = complete.get();

        Optional<PendingApproval> approval = approvals.neededFor(plan);
        if (approval.isPresent()) {
            // Risk checks it and reserves nothing; should somebody approve it, all of this is done anew.
            check(plan, deadline, decision);
            conclude(approval.get(), decision, journal);
            return decision.made();
        }

        TradeOrder order = decision.timed(
                BOOK,
                () -> placement.open(
                        plan.terms(),
                        plan.origin(decision.id()),
                        idea.clientOrderId(),
                        // Should nothing more be written, this is what happened.
                        opened -> journal.opened(decision.reject(TradeReason.INTERRUPTED.reason()), opened)));

        StepAnswer<RiskVerdict> answer =
                decision.timed(RISK, () -> placement.reserve(order, plan.exposure(), deadline));
        switch (answer) {
            case StepAnswer.Missing<RiskVerdict>(Reason why)
            when !order.terms().reduceOnly() || plan.takesThroughZero() -> {
                placement.end(order, OrderStatus.CANCELLED, why, _ -> journal.decided(decision.reject(why)));
                return decision.made();
            }
            // An exit is not kept from the market because risk is silent, but nothing is opened without its word.
            case StepAnswer.Missing<RiskVerdict> _ -> decision.warn(TradeReason.RISK_UNCHECKED.reason());
            case StepAnswer.Given<RiskVerdict>(RiskVerdict verdict) -> {
                decision.judged(verdict);
                if (!verdict.allowed()) {
                    TradeDecision denied = decision.reject(TradeReason.RISK_DENIED.reason(), verdict.denials());
                    placement.end(order, OrderStatus.DENIED, verdict.denial(), _ -> journal.decided(denied));
                    return denied;
                }
            }
        }

        long began = System.nanoTime();
        placement.send(order, sent -> journal.decided(decision.sent(sent, began)));
        return decision.made();
    }

    /** The last step of analyze: risk checks the plan. */
    private void check(TradePlan plan, Deadline deadline, DecisionBuilder decision) {
        StepAnswer<RiskVerdict> said = steps.within(deadline, () -> decision.timed(RISK, () -> risk.check(plan)));
        StepAnswer<RiskVerdict> answer = plan.idea()
                .accountId()
                .map(account -> placement.understood(said, account, plan.terms(), null))
                .orElse(said);
        switch (answer) {
            case StepAnswer.Missing<RiskVerdict>(Reason why)
            when !plan.idea().entry().reduceOnly() || plan.takesThroughZero() -> {
                decision.reject(why);
                return;
            }
            case StepAnswer.Missing<RiskVerdict> _ -> decision.warn(TradeReason.RISK_UNCHECKED.reason());
            case StepAnswer.Given<RiskVerdict>(RiskVerdict verdict) -> {
                decision.judged(verdict);
                if (!verdict.allowed()) {
                    decision.reject(TradeReason.RISK_DENIED.reason(), verdict.denials());
                    return;
                }
            }
        }
        if (plan.idea().isBacktest()) {
            decision.warn(TradeReason.BACKTEST_CANNOT_EXECUTE.reason());
            decision.proceed();
            return;
        }
        Optional<Reason> refusal = plan.idea().accountId().flatMap(account -> orders.refusal(account, plan.terms()));
        refusal.ifPresentOrElse(decision::reject, decision::proceed);
    }

    /** What risk allows waits for its approval; what it does not ends here. */
    private static void conclude(PendingApproval approval, DecisionBuilder decision, DecisionJournal journal) {
        if (decision.made().canExecute()) {
            journal.waiting(decision.pending(approval));
        } else {
            journal.concluded(decision.made());
        }
    }

    /** What execute asks before it opens an order. */
    private boolean mayBePlaced(TradePlan plan, Deadline deadline, DecisionBuilder decision) {
        Optional<Reason> obstacle = obstacle(plan, deadline);
        obstacle.ifPresent(decision::reject);
        return obstacle.isEmpty();
    }

    private Optional<Reason> obstacle(TradePlan plan, Deadline deadline) {
        if (plan.idea().isBacktest()) {
            return Optional.of(TradeReason.BACKTEST_CANNOT_EXECUTE.reason());
        }
        if (!reconciliation.isDone()) {
            return Optional.of(TradeReason.ORDERS_RECONCILING.reason());
        }
        if (deadline.isOver()) {
            return Optional.of(TradeReason.DEADLINE_PASSED.reason());
        }
        ApprovedTerms approved = plan.idea().approved();
        return orders.refusal(plan.accountInBooks(), plan.terms())
                .or(() -> approved == null ? Optional.empty() : approved.changedIn(plan));
    }

    private RunLabel label(TradeIdea idea) {
        return idea.isBacktest() ? RunLabel.BACKTEST : orders.labelFor(idea.accountId());
    }

    private DecisionBuilder begun(TradeIdea idea, Ticket ticket) {
        return new DecisionBuilder(idea, ticket, label(idea), clock);
    }
}
