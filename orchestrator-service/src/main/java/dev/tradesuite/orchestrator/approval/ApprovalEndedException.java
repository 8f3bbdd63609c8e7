package dev.tradesuite.orchestrator.approval;

import java.util.UUID;

/** An approval was ended while its trade was decided on anew: whoever did so took this instance for gone. */
final class ApprovalEndedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ApprovalEndedException(UUID id) {
        super("approval %s has ended, or is carried out already".formatted(id));
    }
}
