package dev.tradesuite.orchestrator.trade.wire;

import dev.tradesuite.orchestrator.trade.TradeDecision;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Counts decisions by outcome and first reason, and times the steps that led to them. */
public final class DecisionMeters {

    private final MeterRegistry meters;

    public DecisionMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(TradeDecision decision) {
        Counter.builder("suite.decisions")
                .description("Decisions by outcome and first reason")
                .tag("decision", decision.decision().name())
                .tag("reason", decision.reasons().getFirst().code())
                .tag("label", decision.label().name())
                .register(meters)
                .increment();
        decision.timings().forEach((step, time) -> Timer.builder("suite.decision.step")
                .description("Time of each step of a decision")
                .tag("step", step)
                .register(meters)
                .record(time));
    }
}
