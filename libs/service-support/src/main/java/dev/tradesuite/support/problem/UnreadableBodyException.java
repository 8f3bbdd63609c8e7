package dev.tradesuite.support.problem;

import dev.tradesuite.contracts.problem.ProblemCode;
import java.io.IOException;

/** A body ended early, came too slowly, or was no HTTP. */
final class UnreadableBodyException extends IOException {

    UnreadableBodyException(Throwable cause) {
        super("The body could not be read to its end", cause);
    }

    ProblemException asProblem() {
        return new ProblemException(ProblemCode.MALFORMED_JSON, String.valueOf(getMessage()));
    }
}
