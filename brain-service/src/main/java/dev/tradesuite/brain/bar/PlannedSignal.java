package dev.tradesuite.brain.bar;

import dev.tradesuite.brain.model.bar.BarSignal;
import dev.tradesuite.brain.model.bar.PositionPlan;
import java.util.Optional;

/**
 * A signal with the prices at which its position is entered and left.
 *
 * @param signal what the model says
 * @param plan empty when it wants no position
 */
public record PlannedSignal(BarSignal signal, Optional<PositionPlan> plan) {}
