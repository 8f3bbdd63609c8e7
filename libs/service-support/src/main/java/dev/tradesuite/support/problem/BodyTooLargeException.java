package dev.tradesuite.support.problem;

import dev.tradesuite.contracts.problem.ProblemCode;
import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** A body went over the limit while it was read. */
final class BodyTooLargeException extends IOException {

    BodyTooLargeException(DataSize limit) {
        super("expected a body of at most %d bytes".formatted(limit.toBytes()));
    }

    ProblemException asProblem() {
        return new ProblemException(ProblemCode.BODY_TOO_LARGE, String.valueOf(getMessage()));
    }
}
