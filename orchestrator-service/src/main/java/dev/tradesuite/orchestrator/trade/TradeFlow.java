package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.OrderOrigin;
import dev.tradesuite.orchestrator.order.OrderReconciliation;
import dev.tradesuite.orchestrator.order.OrderService;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * The main flow: signal, size, checks, decision; execute adds the order.
 *
 * <p>Analyze and execute are one path. They differ in the last step only: analyze lets risk check the plan, execute
 * lets risk check and reserve it, and sends the order. A step that cannot answer ends the flow with REJECT and its
 * reason; nothing is ever decided on half an answer.
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
    private final Books books;
    private final Conversion conversion;
    private final Sizing sizing;
    private final Risk risk;
    private final OrderService desk;
    private final OrderReconciliation reconciliation;
    private final Clock clock;
    private final Steps steps;
    private final Placement placement;

    /** @param threads one for each task, such as virtual ones; they carry the trace of the request */
    public TradeFlow(
            Brain brain,
            Books books,
            Conversion conversion,
            Sizing sizing,
            Risk risk,
            OrderService desk,
            OrderReconciliation reconciliation,
            ExecutorService threads,
            Clock clock) {
        this.brain = brain;
        this.books = books;
        this.conversion = conversion;
        this.sizing = sizing;
        this.risk = risk;
        this.desk = desk;
        this.reconciliation = reconciliation;
        this.clock = clock;
        this.steps = new Steps(threads);
        this.placement = new Placement(desk, risk, steps);
    }

    /** Decides on an idea and changes nothing but the journal. */
    public TradeDecision analyze(TradeIdea idea, Ticket ticket, Journal journal) {
        return decide(idea, ticket, journal, this::checked);
    }

    /** Decides on an idea for an account in the books and, when the decision is PROCEED, sends the order. */
    public TradeDecision execute(TradeIdea idea, Ticket ticket, Journal journal) {
        return decide(idea, ticket, journal, this::executed);
    }

    private TradeDecision decide(TradeIdea idea, Ticket ticket, Journal journal, LastStep lastStep) {
        Draft draft = new Draft(idea, ticket, label(idea), clock);
        Verdict verdict = new Verdict(draft, journal);
        TradeDecision decision = decide(idea, ticket.deadline(), draft, verdict, lastStep);
        if (verdict.decision().isEmpty()) {
            journal.concluded(decision);
        }
        return decision;
    }

    private TradeDecision decide(TradeIdea idea, Deadline deadline, Draft draft, Verdict verdict, LastStep lastStep) {
        Future<Answer<Funding>> asked = steps.start(() -> draft.timed(ACCOUNT, () -> funding(idea)));

        Answer<Signal> said = steps.within(deadline, () -> draft.timed(BRAIN, () -> brain.decide(idea)));
        if (said instanceof Answer.Missing<Signal>(Reason cause)) {
            return draft.reject(cause);
        }
        Signal signal = said.value();
        draft.signalled(signal);
        Optional<Side> side = signal.side();
        if (side.isEmpty()) {
            return draft.hold(TradeReason.SIGNAL_IS_HOLD.reason(), signal.reasons());
        }
        if (!idea.wants(side.get())) {
            return draft.hold(TradeReason.SIDE_DISAGREES.reason(), signal.reasons());
        }

        Answer<Funding> found = steps.await(asked, deadline);
        if (found instanceof Answer.Missing<Funding>(Reason cause)) {
            return draft.reject(cause);
        }
        Funding funding = found.value();
        draft.funded(funding);
        if (funding.funds().equity().signum() <= 0) {
            return draft.reject(noEquity(funding.funds()));
        }

        Sizing.Question question = question(idea, side.get(), signal, funding);
        Answer<Size> answered = steps.within(deadline, () -> draft.timed(SIZING, () -> sizing.size(question)));
        if (answered instanceof Answer.Missing<Size>(Reason cause)) {
            return draft.reject(cause);
        }
        Size size = answered.value();
        draft.sized(size);
        if (size.refusal() != null) {
            return draft.reject(TradeReason.SIZE_REFUSED.reason(), List.of(size.refusal()));
        }
        Optional<BigDecimal> stop = stopPrice(idea, side.get(), size);
        if (stop.isEmpty()) {
            return draft.reject(TradeReason.SIZE_REFUSED.reason(
                    "The stop would be at a price of zero or below, where no price goes."));
        }

        TradePlan plan = new TradePlan(
                idea,
                funding.funds(),
                side.get(),
                size.lots(),
                stop.get(),
                funding.prices().byPair());
        draft.planned(plan);
        return lastStep.take(plan, deadline, draft, verdict);
    }

    /** The last step of analyze: risk checks the plan. */
    private TradeDecision checked(TradePlan plan, Deadline deadline, Draft draft, Verdict verdict) {
        Answer<Assessment> answer = steps.within(deadline, () -> draft.timed(RISK, () -> risk.check(plan)));
        if (answer instanceof Answer.Missing<Assessment>(Reason cause)) {
            return draft.reject(cause);
        }
        Assessment assessment = answer.value();
        draft.assessed(assessment);
        if (!assessment.allowed()) {
            return draft.reject(TradeReason.RISK_DENIED.reason(), assessment.denials());
        }
        if (plan.idea().isBacktest()) {
            draft.warn(TradeReason.BACKTEST_CANNOT_EXECUTE.reason());
        }
        return draft.proceed(null);
    }

    /** The last step of execute: risk checks and reserves the plan, the broker gets the order. */
    private TradeDecision executed(TradePlan plan, Deadline deadline, Draft draft, Verdict verdict) {
        if (plan.idea().isBacktest()) {
            return draft.reject(TradeReason.BACKTEST_CANNOT_EXECUTE.reason());
        }
        if (!reconciliation.isDone()) {
            return draft.reject(TradeReason.ORDERS_RECONCILING.reason());
        }
        if (deadline.isOver()) {
            return draft.reject(TradeReason.DEADLINE_PASSED.reason());
        }
        String accountId = plan.accountInBooks();
        placement.place(plan.terms(), origin(plan, accountId, draft), exposure(plan, accountId), deadline, verdict);
        return verdict.decision().orElseThrow();
    }

    private Answer<Funding> funding(TradeIdea idea) {
        Answer<Funds> answer =
                switch (idea.account()) {
                    case AccountChoice.InBooks(String id) -> books.account(id);
                    case AccountChoice.Supposed(BigDecimal equity, String currency) ->
                        new Answer.Given<>(new Funds(currency, equity, List.of()));
                };
        if (answer instanceof Answer.Missing<Funds>(Reason cause)) {
            return new Answer.Missing<>(cause);
        }
        Funds funds = answer.value();
        return new Answer.Given<>(new Funding(
                funds,
                conversion.find(
                        idea.instrument(), idea.entryPrice(), idea.conversionPrices(), funds.currency(), idea.asOf())));
    }

    private static Sizing.Question question(TradeIdea idea, Side side, Signal signal, Funding funding) {
        return new Sizing.Question(
                idea,
                side,
                funding.funds(),
                idea.stopDistance().orElse(null),
                signal.atr(),
                funding.prices().byPair());
    }

    private static Optional<BigDecimal> stopPrice(TradeIdea idea, Side side, Size size) {
        Optional<Pips> distance = idea.stopDistance().or(() -> Optional.ofNullable(size.stopDistance()));
        return distance.flatMap(pips -> idea.stopPrice(side, pips));
    }

    private static Reason noEquity(Funds funds) {
        return TradeReason.SIZE_REFUSED.reason("The account has no equity left: %s %s."
                .formatted(funds.equity().toPlainString(), funds.currency()));
    }

    private static OrderOrigin origin(TradePlan plan, String accountId, Draft draft) {
        return OrderOrigin.of(accountId, plan.funds().currency(), plan.idea().marketPrice(), plan.conversionPrices())
                .leveraged(plan.idea().leverage())
                .wantedBy(plan.idea().strategy())
                .decidedBy(draft.id());
    }

    private static Risk.Exposure exposure(TradePlan plan, String accountId) {
        return new Risk.Exposure(
                accountId,
                plan.idea().symbol(),
                plan.side(),
                plan.lots(),
                plan.idea().entryPrice(),
                plan.stopLossPrice(),
                plan.idea().leverage(),
                plan.conversionPrices(),
                plan.idea().strategy());
    }

    private RunLabel label(TradeIdea idea) {
        if (idea.isBacktest()) {
            return RunLabel.BACKTEST;
        }
        return desk.labelFor(
                idea.account() instanceof AccountChoice.InBooks(String id) ? Optional.of(id) : Optional.empty());
    }

    /** What analyze and execute do not have in common. */
    private interface LastStep {

        TradeDecision take(TradePlan plan, Deadline deadline, Draft draft, Verdict verdict);
    }
}
