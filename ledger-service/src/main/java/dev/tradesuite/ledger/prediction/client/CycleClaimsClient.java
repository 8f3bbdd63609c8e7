package dev.tradesuite.ledger.prediction.client;

import dev.tradesuite.contracts.cycle.Cycle;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.ledger.prediction.CycleClaims;
import dev.tradesuite.support.client.RemoteProblemException;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks the orchestrator; offline it is answered as a problem, and the run does not begin. */
@Component
final class CycleClaimsClient implements CycleClaims {

    private final CycleClaimsApi cycles;

    CycleClaimsClient(CycleClaimsApi cycles) {
        this.cycles = cycles;
    }

    @Override
    public OptionalLong newestFence(long portfolioId, UUID cycleId) {
        try {
            Cycle cycle = cycles.cycle(cycleId);
            return cycle.portfolioId() == portfolioId ? OptionalLong.of(cycle.fence()) : OptionalLong.empty();
        } catch (RemoteProblemException e) {
            if (ProblemCode.NOT_FOUND.name().equals(e.problem().code())) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }
}
