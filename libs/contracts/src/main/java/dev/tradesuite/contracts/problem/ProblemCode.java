package dev.tradesuite.contracts.problem;

import java.util.Locale;

/** Every error a service answers with: its HTTP status, what it means and what the caller can do about it. */
public enum ProblemCode {
    VALIDATION_FAILED(400, "Request is not valid", "Correct every field listed in errors and send the request again."),
    MALFORMED_JSON(400, "Body is not JSON", "Correct the JSON at the line and column named in the detail."),
    BODY_MISSING(400, "Body is missing", "Send a JSON body with Content-Type: application/json."),
    BODY_TOO_LARGE(400, "Body is too large", "Send a smaller body; the limit is named in the detail."),
    UNKNOWN_SYMBOL(400, "Symbol is not known", "Use a symbol listed by GET /api/v1/instruments."),
    UNKNOWN_STRATEGY(400, "Strategy is not known", "Use a strategy listed by GET /orchestrator/strategies."),
    PORTFOLIO_NOT_ACTIVE(400, "Portfolio is not active", "Resume the portfolio; an archived one stays as it is."),
    UNAUTHORIZED(
            401, "Token is missing or not valid", "Send Authorization: Bearer with a token of the configured issuer."),
    FORBIDDEN(403, "Token lacks the scope", "Ask for a token with the scope named in the detail."),
    NOT_FOUND(404, "Nothing is here", "Check the path and the identifier."),
    METHOD_NOT_ALLOWED(405, "Method is not allowed here", "Use one of the methods in the Allow header."),
    NOT_ACCEPTABLE(406, "Answer cannot have the wanted type", "Accept application/json."),
    CONFLICT(409, "Conflicts with the current state", "Read the current state and decide again."),
    INSUFFICIENT_FREE_MARGIN(
            409,
            "Not so much is free",
            "Withdraw at most the free margin named in the detail, or close positions first."),
    IDEMPOTENCY_KEY_IN_USE(
            409, "A request with this key is still running", "Wait, then repeat the request with the same key."),
    CYCLE_RUNNING(409, "A cycle of this portfolio is running", "Wait until it has ended; GET /orchestrator/cycles."),
    CYCLE_SUPERSEDED(
            409, "Another run has taken over the portfolio", "Stop: what this run still wants to do is refused."),
    UNSUPPORTED_MEDIA_TYPE(415, "Content type is not supported", "Send application/json."),
    IDEMPOTENCY_KEY_REUSED(
            422, "Key was used for another request", "Use a new Idempotency-Key for a request that differs."),
    IDEMPOTENCY_KEY_REQUIRED(
            400, "Idempotency-Key is required", "Send an Idempotency-Key header; this installation requires one."),
    NOT_COMPUTABLE(422, "Valid, but cannot be computed", "Supply what the detail says is missing."),
    RATE_LIMITED(429, "Too many requests", "Slow down; Retry-After says for how long."),
    INTERNAL(500, "Unexpected error", "Report the trace id to the operator; the log has the cause."),
    STRATEGY_OFFLINE(
            503, "Strategy controller is offline", "Start the controller named in the detail, then try again."),
    SERVICE_OFFLINE(503, "A needed service is offline", "Start the service named in the detail, then try again."),
    SERVICE_TIMEOUT(504, "A needed service did not answer in time", "Try again; see the health of the service named."),
    STRATEGY_TIMEOUT(
            504,
            "Strategy controller did not answer in time",
            "Repeat the cycle with its id; what it has done already is not done again.");

    private final int status;
    private final String title;
    private final String fix;

    ProblemCode(int status, String title, String fix) {
        this.status = status;
        this.title = title;
        this.fix = fix;
    }

    /** HTTP status the problem is answered with. */
    public int status() {
        return status;
    }

    /** What is wrong, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** What the caller can do. */
    public String fix() {
        return fix;
    }

    /** Problem type, such as {@code urn:problem:unknown-symbol}. */
    public String type() {
        return "urn:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
