package dev.tradesuite.brain.model.trained;

import dev.tradesuite.brain.model.bar.BarSignal;
import dev.tradesuite.brain.model.bar.VersionInUse;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Reason;

/** What a rule says in place of a version that cannot be read: the same, and that it stands in. */
final class StandIn {

    private StandIn() {}

    static BarSignal saying(BarSignal rule, VersionInUse inUse) {
        String note = " %s: the rule stands in for %s.".formatted(SignalReason.MODEL_UNREADABLE, inUse.shownName());
        return switch (rule) {
            case BarSignal.Decided decided ->
                new BarSignal.Decided(
                        decided.code(),
                        decided.version(),
                        decided.position(),
                        decided.confidence(),
                        decided.size(),
                        BarSignal.reasoning(decided.reasoning(), note),
                        decided.features(),
                        decided.score(),
                        decided.votes());
            case BarSignal.Abstained abstained ->
                new BarSignal.Abstained(
                        abstained.code(),
                        abstained.version(),
                        new Reason(
                                abstained.reason().code(),
                                BarSignal.reasoning(abstained.reason().message(), note)),
                        abstained.votes());
        };
    }
}
