package dev.tradesuite.orchestrator.cycle;

import dev.tradesuite.contracts.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Why a cycle did not end well, or was not begun.
 *
 * @param code also says with which status somebody who waits is answered
 * @param detail what was expected and what was found
 * @param controllerError how the call to the strategy controller failed, in a few words; absent when it did not, or
 *     when the cycle ended some time ago
 */
public record CycleFailure(ProblemCode code, String detail, @Nullable String controllerError) {

    public CycleFailure(ProblemCode code, String detail) {
        this(code, detail, null);
    }
}
