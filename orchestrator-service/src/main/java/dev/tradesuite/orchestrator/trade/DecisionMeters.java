package dev.tradesuite.orchestrator.trade;

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
                .tag("decision", decision.outcome().decision().name())
                .tag("reason", decision.outcome().reasons().getFirst().code())
                .tag("label", decision.label().name())
                .register(meters)
                .increment();
        decision.times().steps().forEach((step, time) -> Timer.builder("suite.decision.step")
                .description("Time of each step of a decision")
                .tag("step", step)
                .register(meters)
                .record(time));
    }
}
