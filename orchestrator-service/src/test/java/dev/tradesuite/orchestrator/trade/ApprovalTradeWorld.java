package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.orchestrator.order.ClosingPrice;
import dev.tradesuite.orchestrator.order.Lines;
import dev.tradesuite.orchestrator.order.MemoryWork;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.order.TradeOrders;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The trade flow for tests of what lets a person approve its trades. */
public final class ApprovalTradeWorld implements AutoCloseable {

    private final TradeWorld world;

    /** @param shared whether the broker's book is in the transactions of the orders */
    public ApprovalTradeWorld(boolean shared, Lines lines) {
        world = new TradeWorld(shared, lines);
    }

    public void asks(TradeApprovals approvals) {
        world.approvals = approvals;
    }

    public MemoryWork work() {
        return world.work;
    }

    public FixedClock clock() {
        return world.clock;
    }

    public DecisionService decisions() {
        return world.service;
    }

    public TradeOrders orders() {
        return world.orders.orders;
    }

    public List<TradeOrder> allOrders() {
        return world.orders.orders.all();
    }

    public int filledOrders() {
        return world.orders.broker.filled().size();
    }

    public int reservations() {
        return world.neighbours.reserved.size();
    }

    public NewestPrice prices() {
        return symbol -> Optional.ofNullable(world.market.get(symbol)).map(ClosingPrice::price);
    }

    /** A purchase of EURUSD at the market, which sizing gives 0.4 lots. */
    public TradeIdea idea() {
        return TradeWorld.idea().build();
    }

    /** A sale that only reduces a position. */
    public TradeIdea exit() {
        return TradeWorld.idea()
                .entry(TradeEntry.EXIT_AT_MARKET)
                .exit(TradeExit.at(new StopChoice.None()))
                .size(SizeChoice.ofShare(BigDecimal.ONE))
                .view(null)
                .build();
    }

    public Ticket ticket(String asker) {
        return world.ticket().of(asker);
    }

    public TradeDecision written(UUID decision) {
        return world.decisions.written(decision);
    }

    public void holds(String lots) {
        world.neighbours.account = new StepAnswer.Given<>(new AccountFunds(
                "USD",
                new BigDecimal("10000"),
                List.of(new AccountFunds.Held("EURUSD", dev.tradesuite.instruments.Side.BUY, Lots.of(lots)))));
    }

    public void marketIsAt(String price) {
        world.market.put("EURUSD", new ClosingPrice(new BigDecimal(price), world.clock.instant()));
    }

    public void marketIsUnknown() {
        world.market.clear();
    }

    public void sizingAllows(String lots) {
        world.neighbours.size = new StepAnswer.Given<>(
                new TradeSize(Lots.of(lots), Pips.of(50), null, List.of(), new StepDocument("{}")));
    }

    public void brainSays(SignalAction action) {
        world.neighbours.signal = new StepAnswer.Given<>(TradeWorld.says(action));
    }

    public void brainIsSilent() {
        world.neighbours.signal = TradeWorld.silent(TradeReason.BRAIN_UNAVAILABLE);
    }

    public void booksAreSilent() {
        world.neighbours.account = TradeWorld.silent(TradeReason.BOOKS_UNAVAILABLE);
    }

    public void riskDenies() {
        world.neighbours.verdict = new StepAnswer.Given<>(TradeWorld.allows(false));
    }

    public void riskIsSilent() {
        world.neighbours.verdict = TradeWorld.silent(TradeReason.RISK_UNAVAILABLE);
    }

    /** Something happens, once, while the brain is asked. */
    public void whileTheBrainThinks(Runnable happens) {
        world.neighbours.thinks = () -> {
            world.neighbours.thinks = () -> {};
            happens.run();
        };
    }

    /** What the next instance does when it starts, long after this one is gone. */
    public void restart() {
        world.clock.advance(Duration.ofMinutes(1));
        world.restart();
    }

    public static List<String> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).toList();
    }

    @Override
    public void close() {
        world.close();
    }
}
