package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.risk.Reduction;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.HeldLots;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.ClosingPrice;
import dev.tradesuite.orchestrator.order.OwnPositions;
import dev.tradesuite.orchestrator.order.PriceGuard;
import dev.tradesuite.orchestrator.order.PriceGuard.Look;
import dev.tradesuite.orchestrator.trade.AccountFunds.Held;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Makes an idea into a plan: the brain, unless the order states what it wants, the account, and sizing, unless it is an
 * exit. A plan that does not come about leaves the decision with its reason.
 */
final class TradePlanner {

    private final Brain brain;
    private final TradeAccounts accounts;
    private final ExitAccounts exits;
    private final Conversion conversion;
    private final Sizing sizing;
    private final PriceGuard guard;
    private final OwnPositions own;
    private final DecisionSteps steps;

    TradePlanner(
            Brain brain,
            TradeAccounts accounts,
            ExitAccounts exits,
            Conversion conversion,
            Sizing sizing,
            PriceGuard guard,
            OwnPositions own,
            DecisionSteps steps) {
        this.brain = brain;
        this.accounts = accounts;
        this.exits = exits;
        this.conversion = conversion;
        this.sizing = sizing;
        this.guard = guard;
        this.own = own;
        this.steps = steps;
    }

    /** Everything but risk's word; empty when the decision is made without it. */
    Optional<TradePlan> planned(TradeIdea idea, Deadline deadline, DecisionBuilder decision) {
        Questions asked = new Questions(
                steps.start(() -> new StepAnswer.Given<>(guard.newest(idea.instrument()))),
                steps.start(() -> decision.timed(TradeFlow.ACCOUNT, () -> funding(idea))));
        try {
            return planned(idea, deadline, decision, asked);
        } finally {
            if (deadline.isOver()) {
                asked.giveUp();
            }
        }
    }

    /** What is asked beside the brain. Nobody waits for an answer after the deadline, nor for a turn to ask. */
    private record Questions(Future<StepAnswer<Optional<ClosingPrice>>> price, Future<StepAnswer<Funding>> account) {

        void giveUp() {
            price.cancel(true);
            account.cancel(true);
        }
    }

    private Optional<TradePlan> planned(TradeIdea idea, Deadline deadline, DecisionBuilder decision, Questions asked) {
        StepAnswer<Optional<TradeSignal>> said = signal(idea, deadline, decision);
        if (said instanceof StepAnswer.Missing<Optional<TradeSignal>>(Reason why)) {
            decision.reject(why);
            return Optional.empty();
        }
        StepAnswer<Optional<ClosingPrice>> quote = steps.await(asked.price(), deadline);
        if (quote instanceof StepAnswer.Missing<Optional<ClosingPrice>>(Reason why)) {
            decision.reject(why);
            return Optional.empty();
        }
        if (!isNearMarket(idea, quote.value(), decision)) {
            return Optional.empty();
        }
        Optional<Side> wanted = isExitOfAnySide(idea)
                ? closingSide(idea, steps.await(asked.account(), deadline), decision)
                : side(idea, said.value(), decision);
        Optional<Side> side = wanted.filter(found -> isEntryNearMarket(idea, found, quote.value(), decision));
        if (side.isEmpty()) {
            return Optional.empty();
        }
        StepAnswer<Funding> found = steps.await(asked.account(), deadline);
        if (found instanceof StepAnswer.Missing<Funding>(Reason why)) {
            decision.reject(why);
            return Optional.empty();
        }
        Funding funding = found.value();
        decision.funded(funding);
        Optional<TradePlan> plan = idea.entry().reduceOnly()
                ? reduction(idea, side.get(), funding, decision)
                : opening(idea, side.get(), funding, deadline, decision);
        plan.ifPresent(decision::planned);
        return plan;
    }

    private static boolean isExitOfAnySide(TradeIdea idea) {
        return idea.entry().reduceOnly() && idea.view() == null && idea.wantedSide() == null;
    }

    /** The side that closes what is held. */
    private Optional<Side> closingSide(TradeIdea idea, StepAnswer<Funding> found, DecisionBuilder decision) {
        if (found instanceof StepAnswer.Missing<Funding>(Reason why)) {
            decision.reject(why);
            return Optional.empty();
        }
        Optional<Exitable> held = exitable(idea, found.value().funds());
        if (held.isEmpty()) {
            decision.reject(TradeReason.NOTHING_TO_REDUCE.reason(
                    "The account has no position in %s.".formatted(idea.symbol())));
        }
        return held.map(exit -> exit.held().side().opposite());
    }

    /**
     * What an exit is out of.
     *
     * @param held the position, or what the strategy holds of it
     * @param reduces which of them
     * @param strategy whose order it is; absent without one
     */
    private record Exitable(Held held, Reduction reduces, @Nullable String strategy) {}

    /**
     * What there is to get out of: what the strategy holds, where the broker keeps that apart and it holds something;
     * else the position. At such a broker an exit out of a position that the strategy has no part in is nobody's.
     */
    private Optional<Exitable> exitable(TradeIdea idea, AccountFunds funds) {
        String strategy = idea.strategy();
        if (strategy == null
                || HeldLots.isNobody(strategy)
                || idea.accountId().filter(own::keepsHoldings).isEmpty()) {
            return funds.held(idea.symbol()).map(held -> new Exitable(held, Reduction.POSITION, strategy));
        }
        return funds.heldBy(strategy, idea.symbol())
                .filter(lots -> lots.signum() != 0)
                .map(lots -> new Exitable(Held.of(idea.symbol(), lots), Reduction.HOLDING, strategy))
                .or(() -> funds.held(idea.symbol()).map(held -> new Exitable(held, Reduction.POSITION, null)));
    }

    /** What the brain says; empty when it is not asked. */
    private StepAnswer<Optional<TradeSignal>> signal(TradeIdea idea, Deadline deadline, DecisionBuilder decision) {
        MarketView view = idea.view();
        if (view == null) {
            return new StepAnswer.Given<>(Optional.empty());
        }
        StepAnswer<TradeSignal> said =
                steps.within(deadline, () -> decision.timed(TradeFlow.BRAIN, () -> brain.decide(idea, view)));
        if (said instanceof StepAnswer.Missing<TradeSignal>(Reason why)) {
            return new StepAnswer.Missing<>(why);
        }
        decision.signalled(said.value());
        return new StepAnswer.Given<>(Optional.of(said.value()));
    }

    /** A price that is far from the market ends the flow here, before a size rests on it. */
    private boolean isNearMarket(TradeIdea idea, Optional<ClosingPrice> newest, DecisionBuilder decision) {
        Optional<Reason> farRate = idea.accountId().isPresent() && !idea.isBacktest()
                ? guard.farRate(idea.conversionPrices())
                : Optional.empty();
        if (farRate.isPresent()) {
            decision.reject(farRate.get());
            return false;
        }
        return switch (guard.look(idea.instrument(), idea.marketPrice(), newest, decision.atr(), idea.asOf())) {
            case Look.Near _ -> true;
            case Look.Far(Reason why) -> {
                decision.reject(why);
                yield false;
            }
            case Look.Unverified(Reason why) -> {
                boolean mayPass = !decision.isLive() || idea.entry().reduceOnly();
                if (!mayPass) {
                    decision.reject(why);
                } else if (!idea.isBacktest()) {
                    decision.warn(why);
                }
                yield mayPass;
            }
        };
    }

    /** The same look at a limit or a trigger that the market has passed already: the order is filled at once. */
    private boolean isEntryNearMarket(
            TradeIdea idea, Side side, Optional<ClosingPrice> newest, DecisionBuilder decision) {
        if (idea.entryPrice(side).compareTo(idea.marketPrice()) != 0) {
            return true;
        }
        for (BigDecimal price : idea.entry().statedPrices()) {
            if (guard.look(idea.instrument(), price, newest, decision.atr(), idea.asOf())
                    instanceof Look.Far(Reason why)) {
                decision.reject(why);
                return false;
            }
        }
        return true;
    }

    /** The side of the trade: the brain's, or the stated one of an order that does not ask it. */
    private static Optional<Side> side(TradeIdea idea, Optional<TradeSignal> said, DecisionBuilder decision) {
        if (said.isEmpty()) {
            return Optional.ofNullable(idea.wantedSide());
        }
        TradeSignal signal = said.get();
        Optional<Side> side = signal.side();
        if (side.isEmpty()) {
            decision.hold(TradeReason.SIGNAL_IS_HOLD.reason(), signal.reasons());
            return Optional.empty();
        }
        if (!idea.wants(side.get())) {
            decision.hold(TradeReason.SIDE_DISAGREES.reason(), signal.reasons());
            return Optional.empty();
        }
        return side;
    }

    /** A trade that opens or enlarges a position: sizing has its say, and there is a stop. */
    private Optional<TradePlan> opening(
            TradeIdea idea, Side side, Funding funding, Deadline deadline, DecisionBuilder decision) {
        AccountFunds funds = funding.funds();
        if (funds.knownEquity().signum() <= 0) {
            decision.reject(TradeReason.SIZE_REFUSED.reason("The account has no equity left: %s %s."
                    .formatted(funds.knownEquity().toPlainString(), funds.currency())));
            return Optional.empty();
        }
        if (!idea.isExitPlaced(side)) {
            decision.reject(TradeReason.EXIT_MISPLACED.reason(
                    "Stop or target is on the wrong side of %s, where the %s is filled with the market at %s."
                            .formatted(
                                    idea.entryPrice(side).toPlainString(),
                                    side,
                                    idea.marketPrice().toPlainString())));
            return Optional.empty();
        }
        Optional<SizeChoice> wanted = inLots(idea, side, funding);
        if (wanted.isEmpty()) {
            decision.reject(noConversion(idea, funds));
            return Optional.empty();
        }
        if (isNothing(wanted.get().lots())) {
            decision.reject(belowLotStep(idea));
            return Optional.empty();
        }
        Sizing.Question question = new Sizing.Question(
                idea,
                wanted.get(),
                side,
                funds,
                stopDistance(idea, side, decision).orElse(null),
                decision.atr(),
                funding.prices().byPair());
        StepAnswer<TradeSize> answered =
                steps.within(deadline, () -> decision.timed(TradeFlow.SIZING, () -> sizing.size(question)));
        if (answered instanceof StepAnswer.Missing<TradeSize>(Reason why)) {
            decision.reject(why);
            return Optional.empty();
        }
        TradeSize size = answered.value();
        decision.sized(size);
        if (size.refusal() != null) {
            decision.reject(TradeReason.SIZE_REFUSED.reason(), List.of(size.refusal()));
            return Optional.empty();
        }
        Optional<BigDecimal> stop = stopPrice(idea, side, size.stopDistance());
        if (stop.isEmpty()) {
            decision.reject(TradeReason.SIZE_REFUSED.reason(
                    "The stop would be at a price of zero or below, where no price goes."));
            return Optional.empty();
        }
        Lots lots = idea.approved() == null ? size.lots() : idea.approved().atMost(size.lots());
        return Optional.of(new TradePlan(
                idea, funds, side, lots, stop.get(), funding.prices().byPair(), null, idea.strategy()));
    }

    /** Distance of the stop, chosen where nobody stated one; empty when sizing finds it. */
    private Optional<Pips> stopDistance(TradeIdea idea, Side side, DecisionBuilder decision) {
        if (!(idea.exit().stop() instanceof StopChoice.Unstated(BigDecimal atrMultiple))) {
            return idea.stopDistance(side);
        }
        DefaultStop chosen = DefaultStop.of(idea.instrument(), decision.atr(), atrMultiple);
        decision.warn(TradeReason.STOP_LOSS_DEFAULTED.reason(chosen.rule()));
        return Optional.of(chosen.distance());
    }

    /** An exit: it takes no size from anybody, but there has to be something to reduce. */
    private Optional<TradePlan> reduction(TradeIdea idea, Side side, Funding funding, DecisionBuilder decision) {
        AccountFunds funds = funding.funds();
        Optional<Exitable> found =
                exitable(idea, funds).filter(exit -> exit.held().side() != side);
        if (found.isEmpty()) {
            decision.reject(TradeReason.NOTHING_TO_REDUCE.reason(
                    "The account has no position in %s that a %s would reduce.".formatted(idea.symbol(), side)));
            return Optional.empty();
        }
        if (!funding.prices().complete()) {
            decision.reject(noConversion(idea, funds));
            return Optional.empty();
        }
        Exitable exit = found.get();
        Lots lots = share(idea, exit.held())
                .or(() -> inLots(idea, side, funding).map(SizeChoice::lots).map(idea.instrument()::roundLotsDown))
                .orElseThrow(() -> new IllegalStateException("an exit states how much"));
        if (lots.isZero()) {
            decision.reject(belowLotStep(idea));
            return Optional.empty();
        }
        if (lots.isMoreThan(exit.held().lots())) {
            String what = exit.reduces() == Reduction.HOLDING
                    ? "What %s holds of %s".formatted(exit.strategy(), idea.symbol())
                    : "The position in " + idea.symbol();
            decision.reject(TradeReason.NOTHING_TO_REDUCE.reason("%s has %s lots; %s are too many."
                    .formatted(what, exit.held().lots(), lots)));
            return Optional.empty();
        }
        return Optional.of(new TradePlan(
                idea, funds, side, lots, null, funding.prices().byPair(), exit.reduces(), exit.strategy()));
    }

    /** The share of a position that is to be closed; empty when it is stated otherwise. */
    private static Optional<Lots> share(TradeIdea idea, Held held) {
        BigDecimal share = idea.size().share();
        if (share == null) {
            return Optional.empty();
        }
        if (share.compareTo(BigDecimal.ONE) >= 0) {
            return Optional.of(held.lots());
        }
        // A third of 0.3 lots is 0.1, whatever is lost behind the last decimal of a third.
        BigDecimal lots = held.lots().value().multiply(share).setScale(Amounts.SCALE, RoundingMode.HALF_EVEN);
        return Optional.of(idea.instrument().roundLotsDown(new Lots(lots)));
    }

    private StepAnswer<Funding> funding(TradeIdea idea) {
        if (idea.entry().reduceOnly() && idea.accountId().isPresent()) {
            return exits.find(idea.accountId().get(), idea.instrument(), idea.marketPrice(), idea.conversionPrices());
        }
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
                        idea.marketPrice(),
                        idea.conversionPrices(),
                        funds.currency(),
                        idea.asOf())));
    }

    /** The size with a notional made into lots; empty when no price leads to the currency of the account. */
    private Optional<SizeChoice> inLots(TradeIdea idea, Side side, Funding funding) {
        BigDecimal notional = idea.size().notional();
        if (notional == null) {
            return Optional.of(idea.size());
        }
        return conversion
                .lotsWorth(notional, idea.instrument(), idea.entryPrice(side), funding)
                .map(SizeChoice::ofLots);
    }

    private static Optional<BigDecimal> stopPrice(TradeIdea idea, Side side, @Nullable Pips found) {
        return idea.stopDistance(side).or(() -> Optional.ofNullable(found)).flatMap(pips -> idea.stopPrice(side, pips));
    }

    /** Whether a stated worth is that of less than one lot step. */
    private static boolean isNothing(@Nullable Lots wanted) {
        return wanted != null && wanted.isZero();
    }

    private static Reason belowLotStep(TradeIdea idea) {
        return TradeReason.SIZE_REFUSED.reason("It is less than the lot step of %s."
                .formatted(idea.instrument().lotStep().toPlainString()));
    }

    private static Reason noConversion(TradeIdea idea, AccountFunds funds) {
        return TradeReason.SIZE_REFUSED.reason(
                "No price leads from %s to %s.".formatted(idea.instrument().quote(), funds.currency()));
    }
}
