package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.support.Ids;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The trade flow for tests of what stands before it. */
public final class AlertWorld implements AutoCloseable {

    private final TradeWorld world = TradeWorld.living();

    public Clock clock() {
        return world.clock;
    }

    public DecisionService decisions() {
        return world.service;
    }

    public TradeIdea idea() {
        return TradeWorld.idea().build();
    }

    /** An exit of all that is held, for any side without one. */
    public TradeIdea exit(@Nullable Side side) {
        return exit(side, "1");
    }

    /** An exit of a part of what is held. */
    public TradeIdea exit(@Nullable Side side, String share) {
        return TradeWorld.idea()
                .wantedSide(side)
                .entry(TradeEntry.EXIT_AT_MARKET)
                .exit(TradeExit.at(new StopChoice.None()))
                .size(SizeChoice.ofShare(new BigDecimal(share)))
                .view(null)
                .build();
    }

    /** The account has a position in EURUSD. */
    public void holds(Direction direction, String lots) {
        world.neighbours.account = new StepAnswer.Given<>(new AccountFunds(
                "USD",
                new BigDecimal("10000"),
                List.of(new AccountFunds.Held(
                        "EURUSD", direction == Direction.LONG ? Side.BUY : Side.SELL, Lots.of(lots)))));
    }

    /** The account is in this trading state, which risk answers reservations by. */
    public void riskIs(TradingState state) {
        world.neighbours.gate = exposure -> new StepAnswer.Given<>(
                switch (state) {
                    case ACTIVE -> TradeWorld.allows(true);
                    case REDUCE_ONLY ->
                        reduces(exposure)
                                ? TradeWorld.allows(true)
                                : TradeWorld.denies("REDUCE_ONLY", "the account may only reduce positions");
                    case HALTED -> TradeWorld.denies("TRADING_HALTED", "the account is halted");
                });
    }

    private boolean reduces(Risk.Exposure exposure) {
        return world.neighbours
                .account
                .value()
                .held(exposure.symbol())
                .filter(held -> held.side() != exposure.side())
                .filter(held -> !exposure.lots().isMoreThan(held.lots()))
                .isPresent();
    }

    public void riskDenies() {
        world.neighbours.verdict = new StepAnswer.Given<>(TradeWorld.allows(false));
    }

    /** The newest order: side, lots and status. */
    public String lastOrder() {
        return allOrders().getLast();
    }

    /** All orders, the oldest first: side, lots and status. */
    public List<String> allOrders() {
        return world.orders.orders.all().stream()
                .map(order -> order.terms().side() + " " + order.terms().lots() + " " + order.status())
                .toList();
    }

    /** Codes of the reasons of a decision. */
    public List<String> reasons(UUID decision) {
        return world.decisions.written(decision).outcome().reasons().stream()
                .map(Reason::code)
                .toList();
    }

    /** A ticket whose time is over. */
    public Ticket lateTicket() {
        return Ticket.of(Ids.next(), world.clock.instant(), Deadline.in(Duration.ZERO));
    }

    public Ticket ticket() {
        return world.ticket();
    }

    public void passes(Duration time) {
        world.clock.advance(time);
    }

    /** Orders that were opened. */
    public int orders() {
        return world.orders.orders.all().size();
    }

    /** The brain does not answer but fails; null: it answers again. */
    public void brainFails(@Nullable RuntimeException fault) {
        world.neighbours.thinks = () -> {
            if (fault != null) {
                throw fault;
            }
        };
    }

    /** Something happens, once, while the brain is asked. */
    public void whileTheBrainThinks(Runnable happens) {
        world.neighbours.thinks = () -> {
            world.neighbours.thinks = () -> {};
            happens.run();
        };
    }

    @Override
    public void close() {
        world.close();
    }
}
