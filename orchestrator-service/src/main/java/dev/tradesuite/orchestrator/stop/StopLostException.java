package dev.tradesuite.orchestrator.stop;

import java.util.UUID;

/** Somebody else works on the stop by now, or another one goes on in its place; what was begun is not kept. */
public final class StopLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param id of the stop */
    public StopLostException(UUID id) {
        super("the stop %s is held by somebody else".formatted(id));
    }
}
