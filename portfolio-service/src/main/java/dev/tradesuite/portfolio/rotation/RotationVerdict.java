package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.portfolio.lifecycle.GateEvidence;
import java.util.List;

/** What the rules say of a strategy. */
public sealed interface RotationVerdict {

    /** What was measured, each gate whether it is broken or not. */
    List<GateEvidence> evidence();

    /** It stays as it is. */
    record Stays(Reason reason, List<GateEvidence> evidence) implements RotationVerdict {

        public Stays {
            evidence = List.copyOf(evidence);
        }
    }

    /** Something is to be done. */
    record Changes(RotationPlan plan, List<GateEvidence> evidence) implements RotationVerdict {

        public Changes {
            evidence = List.copyOf(evidence);
        }
    }
}
