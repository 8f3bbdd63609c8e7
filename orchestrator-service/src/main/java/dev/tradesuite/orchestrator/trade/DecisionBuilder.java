package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.Decision;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.OrderService.Sent;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.trade.TradeDecision.Findings;
import dev.tradesuite.orchestrator.trade.TradeDecision.Outcome;
import dev.tradesuite.orchestrator.trade.TradeDecision.Times;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A decision while it is being made: collects what each step adds. Only the times may come from many threads. */
final class DecisionBuilder {

    private final TradeIdea idea;
    private final Ticket ticket;
    private final RunLabel label;
    private final Clock clock;
    private final List<Reason> warnings = new ArrayList<>();
    private final Map<String, Duration> times = new ConcurrentHashMap<>();
    private @Nullable AccountFunds funds;
    private @Nullable TradeSignal signal;
    private @Nullable TradeSize size;
    private @Nullable TradePlan plan;
    private @Nullable RiskVerdict verdict;
    private @Nullable TradeDecision made;

    DecisionBuilder(TradeIdea idea, Ticket ticket, RunLabel label, Clock clock) {
        this.idea = idea;
        this.ticket = ticket;
        this.label = label;
        this.clock = clock;
        this.warnings.addAll(idea.notices());
    }

    UUID id() {
        return ticket.decisionId();
    }

    /** Whether its fills would be real ones. */
    boolean isLive() {
        return label == RunLabel.LIVE;
    }

    /** Runs a step and keeps its time. */
    <T> T timed(String step, Supplier<T> work) {
        long began = System.nanoTime();
        try {
            return work.get();
        } finally {
            took(step, began);
        }
    }

    void warn(Reason warning) {
        warnings.add(warning);
    }

    void signalled(TradeSignal answer) {
        signal = answer;
        warnings.addAll(answer.warnings());
    }

    /** Average true range in price units; absent when nobody said it. */
    @Nullable
    BigDecimal atr() {
        return signal == null ? null : signal.atr();
    }

    void funded(Funding funding) {
        funds = funding.funds();
        warnings.addAll(funding.prices().notices());
    }

    void sized(TradeSize answer) {
        size = answer;
        // Sizing sees the same request and may have noticed the same.
        answer.warnings().stream()
                .filter(warning ->
                        warnings.stream().noneMatch(known -> known.code().equals(warning.code())))
                .forEach(warnings::add);
    }

    void planned(TradePlan complete) {
        plan = complete;
    }

    void judged(RiskVerdict answer) {
        verdict = answer;
        warnings.addAll(answer.warnings());
    }

    TradeDecision hold(Reason first, List<Reason> more) {
        return decided(Decision.HOLD, all(first, more), null);
    }

    TradeDecision reject(Reason reason) {
        return decided(Decision.REJECT, List.of(reason), null);
    }

    TradeDecision reject(Reason first, List<Reason> more) {
        return decided(Decision.REJECT, all(first, more), null);
    }

    TradeDecision proceed() {
        return decided(Decision.PROCEED, List.of(TradeReason.ALL_CHECKS_PASSED.reason()), null);
    }

    /** Everything allows it, and it waits for somebody who approves it. */
    TradeDecision pending(PendingApproval approval) {
        TradeDecision waiting =
                decided(Decision.PROCEED, List.of(approval.why()), null).waitingFor(approval);
        made = waiting;
        return waiting;
    }

    /**
     * The order went to its broker.
     *
     * @param began when that step began
     */
    TradeDecision sent(Sent sent, long began) {
        took(TradeFlow.BROKER, began);
        if (!sent.confirmed()) {
            warn(TradeReason.BROKER_UNCERTAIN.reason());
        }
        return decided(Decision.PROCEED, List.of(TradeReason.ALL_CHECKS_PASSED.reason()), sent.order());
    }

    /** The decision as it was made last. */
    TradeDecision made() {
        if (made == null) {
            throw new IllegalStateException("the flow ended without a decision");
        }
        return made;
    }

    private TradeDecision decided(Decision decision, List<Reason> reasons, @Nullable TradeOrder order) {
        TradeDecision result = new TradeDecision(
                ticket.decisionId(),
                idea,
                label,
                new Outcome(decision, reasons, warnings),
                findings(),
                new Times(
                        ticket.requestedAt(),
                        clock.instant(),
                        Duration.ofNanos(System.nanoTime() - ticket.startedNanos()),
                        timesInOrder()),
                order,
                null);
        made = result;
        return result;
    }

    private Findings findings() {
        return new Findings(
                side(),
                lots(),
                plan == null ? null : plan.stopLossPrice(),
                funds,
                plan == null ? idea.conversionPrices() : plan.conversionPrices(),
                signal,
                size,
                verdict);
    }

    private @Nullable Side side() {
        if (plan != null) {
            return plan.side();
        }
        return signal == null ? idea.wantedSide() : signal.side().orElse(idea.wantedSide());
    }

    private @Nullable Lots lots() {
        if (plan != null) {
            return plan.lots();
        }
        return size == null ? null : size.lots();
    }

    private void took(String step, long began) {
        times.put(step, Duration.ofNanos(System.nanoTime() - began));
    }

    private Map<String, Duration> timesInOrder() {
        Map<String, Duration> ordered = new LinkedHashMap<>();
        for (String step : TradeFlow.STEPS) {
            Duration time = times.get(step);
            if (time != null) {
                ordered.put(step, time);
            }
        }
        return ordered;
    }

    private static List<Reason> all(Reason first, List<Reason> more) {
        return Stream.concat(Stream.of(first), more.stream()).toList();
    }
}
