package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.Decision;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.orchestrator.order.TradeOrder;
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

/** A decision while it is being made: collects what each step adds. Only the timings may come from many threads. */
final class Draft {

    private final TradeIdea idea;
    private final Ticket ticket;
    private final RunLabel label;
    private final Clock clock;
    private final List<Reason> warnings = new ArrayList<>();
    private final Map<String, Duration> timings = new ConcurrentHashMap<>();

    private @Nullable Funds funds;
    private @Nullable Signal signal;
    private @Nullable Size size;
    private @Nullable TradePlan plan;
    private @Nullable Assessment assessment;

    private @Nullable String step;
    private long stepBegan;

    Draft(TradeIdea idea, Ticket ticket, RunLabel label, Clock clock) {
        this.idea = idea;
        this.ticket = ticket;
        this.label = label;
        this.clock = clock;
        this.warnings.addAll(idea.notices());
    }

    UUID id() {
        return ticket.decisionId();
    }

    /** Runs a step and keeps its time. */
    <T> T timed(String name, Supplier<T> work) {
        long began = System.nanoTime();
        try {
            return work.get();
        } finally {
            timings.put(name, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    /** A step begins; the one before it is over. For steps whose end lies within a transaction. */
    void comesTo(String name) {
        endStep();
        step = name;
        stepBegan = System.nanoTime();
    }

    void warn(Reason warning) {
        warnings.add(warning);
    }

    void signalled(Signal answer) {
        signal = answer;
    }

    void funded(Funding funding) {
        funds = funding.funds();
        warnings.addAll(funding.prices().notices());
    }

    void sized(Size answer) {
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

    void assessed(Assessment answer) {
        assessment = answer;
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

    /** @param order what became of it; absent when none was sent */
    TradeDecision proceed(@Nullable TradeOrder order) {
        return decided(Decision.PROCEED, List.of(TradeReason.ALL_CHECKS_PASSED.reason()), order);
    }

    private TradeDecision decided(Decision decision, List<Reason> reasons, @Nullable TradeOrder order) {
        endStep();
        return new TradeDecision(
                ticket.decisionId(),
                idea,
                decision,
                decision == Decision.PROCEED && !idea.isBacktest(),
                signal == null ? null : signal.side().orElse(null),
                size == null ? null : size.lots(),
                plan == null ? null : plan.stopLossPrice(),
                funds,
                plan == null ? idea.conversionPrices() : plan.conversionPrices(),
                signal,
                size,
                assessment,
                reasons,
                warnings,
                label,
                ticket.requestedAt(),
                clock.instant(),
                Duration.ofNanos(System.nanoTime() - ticket.startedNanos()),
                timingsInOrder(),
                order);
    }

    private void endStep() {
        if (step != null) {
            timings.put(step, Duration.ofNanos(System.nanoTime() - stepBegan));
            step = null;
        }
    }

    private Map<String, Duration> timingsInOrder() {
        Map<String, Duration> ordered = new LinkedHashMap<>();
        for (String name : TradeFlow.STEPS) {
            Duration time = timings.get(name);
            if (time != null) {
                ordered.put(name, time);
            }
        }
        return ordered;
    }

    private static List<Reason> all(Reason first, List<Reason> more) {
        return Stream.concat(Stream.of(first), more.stream()).toList();
    }
}
