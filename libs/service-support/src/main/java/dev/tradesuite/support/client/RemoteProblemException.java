package dev.tradesuite.support.client;

import dev.tradesuite.contracts.problem.Problem;

/** A service answered, and refused the request: its own 4xx problem. */
public final class RemoteProblemException extends RuntimeException {

    private final String service;
    private final int status;
    private final transient Problem problem;

    /** @param service group name of the service, such as {@code risk} */
    public RemoteProblemException(String service, int status, Problem problem) {
        super("%s answered %d %s: %s".formatted(service, status, problem.code(), problem.detail()));
        this.service = service;
        this.status = status;
        this.problem = problem;
    }

    /** Group name of the service. */
    public String service() {
        return service;
    }

    public int status() {
        return status;
    }

    public Problem problem() {
        return problem;
    }
}
