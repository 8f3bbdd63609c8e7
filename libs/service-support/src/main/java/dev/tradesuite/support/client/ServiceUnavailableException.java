package dev.tradesuite.support.client;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** A service could not answer. It says nothing about whether the request had an effect there. */
public final class ServiceUnavailableException extends RuntimeException {

    /** Why there was no answer. */
    public enum Reason {
        /** Nothing listens at its address, or the connection broke. */
        OFFLINE,
        /** It did not answer in time. */
        TIMEOUT,
        /** It, or our own limit of calls to it, refuses more work. */
        OVERLOADED,
        /** Earlier calls failed; no call is made for a while. */
        CIRCUIT_OPEN,
        /** It answered with an error of its own, or with something unreadable. */
        ERROR
    }

    private final String service;
    private final Reason reason;
    private final String detail;

    /**
     * @param service group name of the service, such as {@code risk}
     * @param detail what happened; readable for an operator
     */
    public ServiceUnavailableException(String service, Reason reason, String detail, @Nullable Throwable cause) {
        super("%s is unavailable (%s): %s".formatted(service, reason, detail), cause);
        this.service = service;
        this.reason = reason;
        this.detail = detail;
    }

    /** As the other constructor, without a cause. */
    public ServiceUnavailableException(String service, Reason reason, String detail) {
        this(service, reason, detail, null);
    }

    /** Group name of the service. */
    public String service() {
        return service;
    }

    public Reason reason() {
        return reason;
    }

    /** What happened; readable for an operator. */
    public String detail() {
        return detail;
    }

    /** The problem to answer with when nothing better can be said. */
    public ProblemException asProblem() {
        ProblemCode code = reason == Reason.TIMEOUT ? ProblemCode.SERVICE_TIMEOUT : ProblemCode.SERVICE_OFFLINE;
        return new ProblemException(code, String.valueOf(getMessage()));
    }
}
