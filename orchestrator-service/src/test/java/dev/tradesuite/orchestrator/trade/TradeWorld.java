package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.orchestrator.order.ClosingPrice;
import dev.tradesuite.orchestrator.order.Lines;
import dev.tradesuite.orchestrator.order.MemoryWork;
import dev.tradesuite.orchestrator.order.OrderReconciliation;
import dev.tradesuite.orchestrator.order.OrderStack;
import dev.tradesuite.orchestrator.order.PriceGuard;
import dev.tradesuite.orchestrator.order.TestOrders;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.idempotency.Idempotency;
import dev.tradesuite.test.FixedClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** The trade flow of one instance with neighbours that answer as a test wants, and everything stored in memory. */
final class TradeWorld implements AutoCloseable {

    static final Instrument EURUSD = InstrumentCatalog.shipped().find("EURUSD").orElseThrow();
    static final BigDecimal PRICE = new BigDecimal("1.0835");

    final FixedClock clock = FixedClock.at("2026-01-05T10:00:00Z");
    final Lines lines;
    final MemoryWork work;
    final OrderStack orders;
    final MemoryDecisions decisions;
    final ToldDecisions told;
    final Idempotency idempotency;
    final OrderReconciliation reconciliation;
    final DecisionService service;
    final PositionClose close;
    final Neighbours neighbours = new Neighbours();

    /** Where the market is, by symbol. */
    final Map<String, ClosingPrice> market = new HashMap<>();

    final PriceGuard guard;

    /** Who is asked about large trades: nobody, unless a test wants otherwise. */
    TradeApprovals approvals = new NobodyAsked();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    TradeWorld(boolean sharedBroker, Lines lines) {
        this.lines = lines;
        this.work = new MemoryWork(lines);
        this.guard = new PriceGuard(
                symbol -> Optional.ofNullable(market.get(symbol)),
                TestOrders.COLLAR,
                InstrumentCatalog.shipped(),
                MarketHours.shipped(),
                Duration.ofMinutes(15),
                Duration.ofDays(4),
                clock);
        market.put("EURUSD", new ClosingPrice(PRICE, clock.instant()));
        this.orders = new OrderStack(sharedBroker, work, lines, clock);
        this.decisions = new MemoryDecisions(work);
        this.told = new ToldDecisions(work);
        this.idempotency =
                new Idempotency(new MemoryKeys(work), id -> decisions.find(id).map(DecisionDocument::text), clock);
        this.reconciliation = orders.reconciliation(interrupted());
        reconciliation.run();
        this.service = service(reconciliation);
        this.close = close(reconciliation);
    }

    static TradeWorld living() {
        return new TradeWorld(true, Lines.ofTheLiving());
    }

    /** A purchase at the market with a stop 50 pips away. */
    static TradeIdeaBuilder idea() {
        return TradeIdea.of(EURUSD, PRICE).exit(TradeExit.at(new StopChoice.Distance(Pips.of(50))));
    }

    DecisionService serviceBeforeItsReconciliation() {
        return service(orders.reconciliation(interrupted()));
    }

    PositionClose closeBeforeItsReconciliation() {
        return close(orders.reconciliation(interrupted()));
    }

    TradeWarmUp warmUp(Duration limit) {
        return new TradeWarmUp(
                flow(reconciliation),
                guard,
                new DecisionDocuments() {
                    @Override
                    public String written(TradeDecision decision) {
                        return decision.outcome().decision().name();
                    }

                    @Override
                    public Completed completed(String draft, TradeOrder order) {
                        throw new UnsupportedOperationException();
                    }
                },
                EURUSD,
                new TradeDefaults("main", BigDecimal.ONE, BigDecimal.TWO),
                limit,
                clock);
    }

    Ticket ticket() {
        return Ticket.of(Ids.next(), clock.instant(), Deadline.none());
    }

    InterruptedDecisions interrupted() {
        return new InterruptedDecisions(decisions, told, idempotency, order -> "order " + order.status());
    }

    /** What the next instance does when it starts. */
    void restart() {
        orders.reconciliationOfTheNext(interrupted()).run();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private DecisionService service(OrderReconciliation compared) {
        return new DecisionService(
                flow(compared),
                decisions,
                told,
                new WhoeverIsAsked(),
                work,
                new DecisionMeters(new SimpleMeterRegistry()));
    }

    private TradeFlow flow(OrderReconciliation compared) {
        return new TradeFlow(
                neighbours,
                neighbours,
                conversion(),
                neighbours,
                neighbours,
                guard,
                orders.own,
                new WhoeverIsAsked(),
                orders.service,
                compared,
                threads,
                clock);
    }

    private static final class NobodyAsked implements TradeApprovals {

        @Override
        public Optional<PendingApproval> neededFor(TradePlan plan) {
            return Optional.empty();
        }

        @Override
        public void ask(TradeDecision decision, String askedBy) {
            throw new UnsupportedOperationException();
        }
    }

    private final class WhoeverIsAsked implements TradeApprovals {

        @Override
        public Optional<PendingApproval> neededFor(TradePlan plan) {
            return approvals.neededFor(plan);
        }

        @Override
        public void ask(TradeDecision decision, String askedBy) {
            approvals.ask(decision, askedBy);
        }
    }

    private PositionClose close(OrderReconciliation compared) {
        return new PositionClose(
                neighbours, conversion(), neighbours, guard, orders.own, orders.service, compared, threads);
    }

    private Conversion conversion() {
        return new Conversion(InstrumentCatalog.shipped(), _ -> List.of(), Duration.ofDays(1), clock);
    }

    /** Brain, books, sizing and risk: by default they say BUY and agree on 0.4 lots. */
    final class Neighbours implements Brain, TradeAccounts, Sizing, Risk {

        StepAnswer<TradeSignal> signal = new StepAnswer.Given<>(says(SignalAction.BUY));
        StepAnswer<AccountFunds> account =
                new StepAnswer.Given<>(new AccountFunds("USD", new BigDecimal("10000"), List.of()));
        StepAnswer<TradeSize> size = new StepAnswer.Given<>(
                new TradeSize(Lots.of("0.4"), Pips.of(50), null, List.of(), new StepDocument("{\"lot_size\":0.4}")));
        StepAnswer<RiskVerdict> verdict = new StepAnswer.Given<>(allows(true));

        /** What risk says to a reservation; as of everything else, unless a test wants otherwise. */
        Function<Exposure, StepAnswer<RiskVerdict>> gate = _ -> verdict;

        Runnable thinks = () -> {};
        final List<Question> sized = new ArrayList<>();
        final List<TradePlan> checked = new ArrayList<>();
        final List<Exposure> reserved = new ArrayList<>();

        @Override
        public StepAnswer<TradeSignal> decide(TradeIdea idea, MarketView view) {
            lines.pass("the brain is asked");
            thinks.run();
            return signal;
        }

        @Override
        public StepAnswer<AccountFunds> account(String id) {
            return account;
        }

        @Override
        public StepAnswer<TradeSize> size(Question question) {
            sized.add(question);
            lines.pass("sizing is asked");
            return size;
        }

        @Override
        public StepAnswer<RiskVerdict> check(TradePlan plan) {
            checked.add(plan);
            return verdict;
        }

        @Override
        public StepAnswer<RiskVerdict> reserve(UUID orderId, Exposure exposure) {
            lines.pass("risk is asked");
            reserved.add(exposure);
            lines.pass("risk has answered");
            return gate.apply(exposure);
        }
    }

    static TradeSignal says(SignalAction action) {
        return says(action, "0.0012");
    }

    static TradeSignal says(SignalAction action, String atr) {
        return new TradeSignal(
                action,
                new BigDecimal(atr),
                List.of(new Reason("MOMENTUM", "as the test wants")),
                List.of(),
                "0".repeat(64),
                new StepDocument("{\"signal\":\"%s\"}".formatted(action)));
    }

    static RiskVerdict allows(boolean allowed) {
        return allowed ? allows() : denies("DAILY_LOSS_LIMIT", "6 % of 5 %");
    }

    static RiskVerdict denies(String code, String message) {
        return new RiskVerdict(
                false, RiskLevel.CRITICAL, null, List.of(new Reason(code, message)), List.of(), new StepDocument("[]"));
    }

    private static RiskVerdict allows() {
        return new RiskVerdict(true, RiskLevel.SAFE, null, List.of(), List.of(), new StepDocument("[]"));
    }

    static <T> StepAnswer<T> silent(TradeReason reason) {
        return new StepAnswer.Missing<>(reason.reason());
    }
}
