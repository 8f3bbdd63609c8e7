package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.OrderReconciliation;
import dev.tradesuite.orchestrator.order.OrderService;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.trade.AccountFunds.Held;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

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

    private final Brain brain;
    private final TradeAccounts accounts;
    private final Conversion conversion;
    private final Sizing sizing;
    private final Risk risk;
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
            OrderService orders,
            OrderReconciliation reconciliation,
            ExecutorService threads,
            Clock clock) {
        this.brain = brain;
        this.accounts = accounts;
        this.conversion = conversion;
        this.sizing = sizing;
        this.risk = risk;
        this.orders = orders;
        this.reconciliation = reconciliation;
        this.clock = clock;
        this.steps = new DecisionSteps(threads);
        this.placement = new OrderPlacement(orders, risk, steps);
    }

    /** Decides on an idea and changes nothing but the journal. */
    public TradeDecision analyze(TradeIdea idea, Ticket ticket, DecisionJournal journal) {
        DecisionBuilder decision = begun(idea, ticket);
        Deadline deadline = ticket.deadline();
        planned(idea, deadline, decision).ifPresent(plan -> check(plan, deadline, decision));
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
                planned(idea, deadline, decision).filter(plan -> mayBePlaced(plan, deadline, decision));
        if (complete.isEmpty()) {
            journal.concluded(decision.made());
            return decision.made();
        }
        TradePlan plan = complete.get();

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
        if (answer instanceof StepAnswer.Missing<RiskVerdict>(Reason why)) {
            placement.end(order, OrderStatus.CANCELLED, why, _ -> journal.decided(decision.reject(why)));
            return decision.made();
        }
        RiskVerdict verdict = answer.value();
        decision.judged(verdict);
        if (!verdict.allowed()) {
            TradeDecision denied = decision.reject(TradeReason.RISK_DENIED.reason(), verdict.denials());
            placement.end(order, OrderStatus.DENIED, verdict.denial(), _ -> journal.decided(denied));
            return denied;
        }

        long began = System.nanoTime();
        placement.send(order, sent -> journal.decided(decision.sent(sent, began)));
        return decision.made();
    }

    /** Everything but risk's word; empty when the decision is made without it. */
    private Optional<TradePlan> planned(TradeIdea idea, Deadline deadline, DecisionBuilder decision) {
        Future<StepAnswer<Funding>> asked = steps.start(() -> decision.timed(ACCOUNT, () -> funding(idea)));
        Optional<Side> side = side(idea, deadline, decision);
        if (side.isEmpty()) {
            return Optional.empty();
        }
        StepAnswer<Funding> found = steps.await(asked, deadline);
        if (found instanceof StepAnswer.Missing<Funding>(Reason why)) {
            return noPlan(decision.reject(why));
        }
        Funding funding = found.value();
        decision.funded(funding);
        // A stated price that is far from the market ends the flow here, before a size rests on it.
        Optional<TradePlan> plan = idea.entry().reduceOnly()
                ? reduction(idea, side.get(), funding, decision)
                : opening(idea, side.get(), funding, deadline, decision);
        plan.ifPresent(decision::planned);
        return plan;
    }

    /** The side of the trade: the brain's, or the stated one of an order that does not ask it. */
    private Optional<Side> side(TradeIdea idea, Deadline deadline, DecisionBuilder decision) {
        MarketView view = idea.view();
        if (view == null) {
            return Optional.ofNullable(idea.wantedSide());
        }
        StepAnswer<TradeSignal> said =
                steps.within(deadline, () -> decision.timed(BRAIN, () -> brain.decide(idea, view)));
        if (said instanceof StepAnswer.Missing<TradeSignal>(Reason why)) {
            return noSide(decision.reject(why));
        }
        TradeSignal signal = said.value();
        decision.signalled(signal);
        Optional<Side> side = signal.side();
        if (side.isEmpty()) {
            return noSide(decision.hold(TradeReason.SIGNAL_IS_HOLD.reason(), signal.reasons()));
        }
        if (!idea.wants(side.get())) {
            return noSide(decision.hold(TradeReason.SIDE_DISAGREES.reason(), signal.reasons()));
        }
        return side;
    }

    /** A trade that opens or enlarges a position: sizing has its say, and there is a stop. */
    private Optional<TradePlan> opening(
            TradeIdea idea, Side side, Funding funding, Deadline deadline, DecisionBuilder decision) {
        AccountFunds funds = funding.funds();
        if (funds.equity().signum() <= 0) {
            return noPlan(decision.reject(TradeReason.SIZE_REFUSED.reason("The account has no equity left: %s %s."
                    .formatted(funds.equity().toPlainString(), funds.currency()))));
        }
        Optional<SizeChoice> wanted = inLots(idea, funding);
        if (wanted.isEmpty()) {
            return noPlan(decision.reject(noConversion(idea, funds)));
        }
        Sizing.Question question = new Sizing.Question(
                idea,
                wanted.get(),
                side,
                funds,
                idea.stopDistance().orElse(null),
                decision.atr(),
                funding.prices().byPair());
        StepAnswer<TradeSize> answered =
                steps.within(deadline, () -> decision.timed(SIZING, () -> sizing.size(question)));
        if (answered instanceof StepAnswer.Missing<TradeSize>(Reason why)) {
            return noPlan(decision.reject(why));
        }
        TradeSize size = answered.value();
        decision.sized(size);
        if (size.refusal() != null) {
            return noPlan(decision.reject(TradeReason.SIZE_REFUSED.reason(), List.of(size.refusal())));
        }
        Optional<BigDecimal> stop = stopPrice(idea, side, size.stopDistance());
        if (stop.isEmpty()) {
            return noPlan(decision.reject(TradeReason.SIZE_REFUSED.reason(
                    "The stop would be at a price of zero or below, where no price goes.")));
        }
        return Optional.of(new TradePlan(
                idea, funds, side, size.lots(), stop.get(), funding.prices().byPair()));
    }

    /** An exit: it takes no size from anybody, but there has to be something to reduce. */
    private Optional<TradePlan> reduction(TradeIdea idea, Side side, Funding funding, DecisionBuilder decision) {
        AccountFunds funds = funding.funds();
        Optional<Held> held = funds.held(idea.symbol()).filter(position -> position.side() != side);
        if (held.isEmpty()) {
            return noPlan(decision.reject(TradeReason.NOTHING_TO_REDUCE.reason(
                    "The account has no position in %s that a %s would reduce.".formatted(idea.symbol(), side))));
        }
        if (!funding.prices().complete()) {
            return noPlan(decision.reject(noConversion(idea, funds)));
        }
        Lots lots = inLots(idea, funding)
                .map(SizeChoice::lots)
                .map(idea.instrument()::roundLotsDown)
                .orElseThrow(() -> new IllegalStateException("an exit states how much"));
        if (lots.isZero()) {
            return noPlan(decision.reject(TradeReason.SIZE_REFUSED.reason("It is less than the lot step of %s."
                    .formatted(idea.instrument().lotStep().toPlainString()))));
        }
        if (lots.isMoreThan(held.get().lots())) {
            return noPlan(decision.reject(
                    TradeReason.NOTHING_TO_REDUCE.reason("The position in %s has %s lots; %s are too many."
                            .formatted(idea.symbol(), held.get().lots(), lots))));
        }
        return Optional.of(
                new TradePlan(idea, funds, side, lots, null, funding.prices().byPair()));
    }

    /** The last step of analyze: risk checks the plan. */
    private void check(TradePlan plan, Deadline deadline, DecisionBuilder decision) {
        StepAnswer<RiskVerdict> answer = steps.within(deadline, () -> decision.timed(RISK, () -> risk.check(plan)));
        if (answer instanceof StepAnswer.Missing<RiskVerdict>(Reason why)) {
            decision.reject(why);
            return;
        }
        RiskVerdict verdict = answer.value();
        decision.judged(verdict);
        if (!verdict.allowed()) {
            decision.reject(TradeReason.RISK_DENIED.reason(), verdict.denials());
            return;
        }
        if (plan.idea().isBacktest()) {
            decision.warn(TradeReason.BACKTEST_CANNOT_EXECUTE.reason());
        }
        decision.proceed();
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
        return orders.refusal(plan.accountInBooks(), plan.terms());
    }

    private StepAnswer<Funding> funding(TradeIdea idea) {
        StepAnswer<AccountFunds> answer =
                switch (idea.account()) {
                    case AccountChoice.InBooks(String id) -> accounts.account(id);
                    case AccountChoice.Supposed(BigDecimal equity, String currency) ->
                        new StepAnswer.Given<>(new AccountFunds(currency, equity, List.of()));
                };
        if (answer instanceof StepAnswer.Missing<AccountFunds>(Reason why)) {
            return new StepAnswer.Missing<>(why);
        }
        AccountFunds funds = answer.value();
        return new StepAnswer.Given<>(new Funding(
                funds,
                conversion.find(
                        idea.instrument(),
                        idea.entryPrice(),
                        idea.conversionPrices(),
                        funds.currency(),
                        idea.view() == null ? null : idea.view().asOf())));
    }

    /** The size with a notional made into lots; empty when no price leads to the currency of the account. */
    private Optional<SizeChoice> inLots(TradeIdea idea, Funding funding) {
        BigDecimal notional = idea.size().notional();
        if (notional == null) {
            return Optional.of(idea.size());
        }
        return conversion
                .lotsWorth(notional, idea.instrument(), idea.entryPrice(), funding)
                .map(SizeChoice::ofLots);
    }

    private RunLabel label(TradeIdea idea) {
        return idea.isBacktest() ? RunLabel.BACKTEST : orders.labelFor(idea.accountId());
    }

    private DecisionBuilder begun(TradeIdea idea, Ticket ticket) {
        return new DecisionBuilder(idea, ticket, label(idea), clock);
    }

    private static Optional<BigDecimal> stopPrice(TradeIdea idea, Side side, @Nullable Pips found) {
        return idea.stopDistance().or(() -> Optional.ofNullable(found)).flatMap(pips -> idea.stopPrice(side, pips));
    }

    private static Reason noConversion(TradeIdea idea, AccountFunds funds) {
        return TradeReason.SIZE_REFUSED.reason(
                "No price leads from %s to %s.".formatted(idea.instrument().quote(), funds.currency()));
    }

    private static Optional<TradePlan> noPlan(TradeDecision because) {
        return Optional.empty();
    }

    private static Optional<Side> noSide(TradeDecision because) {
        return Optional.empty();
    }
}
