package dev.tradesuite.benchmarks.flow.hop;

import dev.tradesuite.contracts.brain.BrainSignal;
import dev.tradesuite.contracts.orchestrator.TradeDecision;
import dev.tradesuite.contracts.risk.RiskAssessment;
import dev.tradesuite.contracts.sizing.PositionSize;

/**
 * What the suite itself has answered, given back by services that do nothing.
 *
 * @param signal of the brain
 * @param size of sizing
 * @param assessment of risk
 * @param decision of the orchestrator
 */
public record Answers(BrainSignal signal, PositionSize size, RiskAssessment assessment, TradeDecision decision) {}
