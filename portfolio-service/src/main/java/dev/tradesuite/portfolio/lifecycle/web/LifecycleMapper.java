package dev.tradesuite.portfolio.lifecycle.web;

import dev.tradesuite.contracts.portfolio.LifecycleChanged;
import dev.tradesuite.contracts.portfolio.LifecycleEvidence;
import dev.tradesuite.contracts.portfolio.StrategyLifecycle;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.portfolio.lifecycle.GateEvidence;
import dev.tradesuite.portfolio.lifecycle.LifecycleService;
import dev.tradesuite.portfolio.lifecycle.LifecycleStep;
import dev.tradesuite.portfolio.lifecycle.StrategyRestriction;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Writes the lifecycle as the contracts say. */
public final class LifecycleMapper {

    private LifecycleMapper() {}

    static StrategyLifecycle of(LifecycleService.View view) {
        return new StrategyLifecycle(
                view.strategy().code(),
                view.strategy().state(),
                view.strategy().stage().since(),
                view.options().stream()
                        .map(option -> new StrategyLifecycle.Transition(
                                option.to(), option.allowed(), option.approval(), evidence(option.evidence())))
                        .toList(),
                view.restriction().map(LifecycleMapper::restriction).orElse(null));
    }

    private static StrategyLifecycle.Restriction restriction(StrategyRestriction restriction) {
        return new StrategyLifecycle.Restriction(
                restriction.state(),
                restriction.since(),
                restriction.doneAt().orElse(null),
                restriction.note().orElse(null));
    }

    /** A step as others hear of it. */
    public static LifecycleChanged changed(LifecycleStep step) {
        LifecycleStep.Move move = step.move();
        return new LifecycleChanged(
                move.code(),
                step.from(),
                move.to(),
                step.at(),
                move.trigger(),
                move.person(),
                move.reason(),
                evidence(step.evidence()));
    }

    /** What is missing, a field of a problem for each gate. */
    static List<FieldError> errors(List<GateEvidence> missing) {
        return missing.stream()
                .map(gate -> new FieldError(
                        gate.gate().name().toLowerCase(Locale.ROOT),
                        gate.reason().code(),
                        gate.reason().message(),
                        gate.measured() == null ? null : Objects.toString(gate.measured())))
                .toList();
    }

    /** Evidence as others read it. */
    public static List<LifecycleEvidence> evidence(List<GateEvidence> evidence) {
        return evidence.stream()
                .map(gate -> new LifecycleEvidence(
                        gate.gate(), gate.measured(), gate.required(), gate.passed(), gate.reason(), gate.chance()))
                .toList();
    }
}
