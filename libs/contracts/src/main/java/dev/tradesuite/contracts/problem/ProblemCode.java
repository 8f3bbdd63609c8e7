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
    NO_ASSETS(400, "There are no assets", "Name at least two assets."),
    TOO_MANY_ASSETS(400, "There are too many assets", "Name at most as many as the detail says."),
    DUPLICATE_CODE(400, "An asset is named twice", "Name every asset once."),
    UNKNOWN_CODE(400, "A code is not known", "Use the codes of the data, or those listed by GET /api/v1/strategies."),
    DATES_NOT_ALIGNED(400, "Dates do not fit", "Send ascending dates, each once, and one value or null for each."),
    LABELS_MIXED(
            400,
            "Returns of several labels",
            "Name one label, or ask for all of them (mix_labels, or label=any); see the detail for which there are."),
    NOT_FINITE(400, "A value is not a finite number", "Replace what the detail names."),
    NOT_SYMMETRIC(400, "Covariance is not symmetric", "Send the same value on both sides of the diagonal."),
    BOUNDS_CONTRADICT(400, "A lower limit is above its upper one", "Correct the limits named in the detail."),
    PORTFOLIO_NOT_ACTIVE(
            400, "Portfolio is archived", "Open another one; an archived portfolio can be read and nothing else."),
    UNAUTHORIZED(
            401, "Token is missing or not valid", "Send Authorization: Bearer with a token of the configured issuer."),
    FORBIDDEN(403, "Token lacks the scope", "Ask for a token with the scope named in the detail."),
    FOUR_EYES(403, "Whoever asked may not approve", "Let another person approve it, or reject it yourself."),
    ORIGIN_NOT_ALLOWED(
            403,
            "A page of this origin may not connect",
            "Open the page at the address of the gateway, or add its origin to suite.cors.allowed-origins."),
    NOT_FOUND(404, "Nothing is here", "Check the path and the identifier."),
    METHOD_NOT_ALLOWED(405, "Method is not allowed here", "Use one of the methods in the Allow header."),
    NOT_ACCEPTABLE(406, "Answer cannot have the wanted type", "Accept application/json."),
    CONFLICT(409, "Conflicts with the current state", "Read the current state and decide again."),
    STRATEGY_RETIRED(409, "Strategy is retired", "Leave it out: a retired strategy gets no capital."),
    APPROVAL_DECIDED(
            409, "The approval is decided", "Read it; whoever still wants it has to ask for another approval."),
    APPROVAL_CHANGED(409, "The approval says something else", "Read it again and send its payload_hash."),
    INSUFFICIENT_FREE_MARGIN(
            409,
            "Not so much is free",
            "Withdraw at most the free margin named in the detail, or close positions and cancel orders first."),
    IDEMPOTENCY_KEY_IN_USE(
            409, "A request with this key is still running", "Wait, then repeat the request with the same key."),
    CYCLE_RUNNING(409, "A cycle of this portfolio is running", "Wait until it has ended; GET /orchestrator/cycles."),
    CYCLE_SUPERSEDED(
            409, "Another run has taken over the portfolio", "Stop: what this run still wants to do is refused."),
    CYCLE_FENCE_UNKNOWN(
            409,
            "Nobody has given this run its fence",
            "Let the orchestrator run the cycle, POST /orchestrator/run-portfolio-cycle, or leave the fence out."),
    EVIDENCE_MISSING(
            409,
            "The strategy has not shown what it takes",
            "See errors for each gate; GET /api/v1/strategies/{code}/lifecycle measures them again."),
    UNSUPPORTED_MEDIA_TYPE(415, "Content type is not supported", "Send application/json."),
    IDEMPOTENCY_KEY_REUSED(
            422, "Key was used for another request", "Use a new Idempotency-Key for a request that differs."),
    IDEMPOTENCY_KEY_REQUIRED(
            400, "Idempotency-Key is required", "Send an Idempotency-Key header; this installation requires one."),
    NOT_COMPUTABLE(422, "Valid, but cannot be computed", "Supply what the detail says is missing."),
    ONE_ASSET(422, "One asset leaves nothing to choose", "Add another one."),
    DATES_DO_NOT_OVERLAP(
            422, "Two assets have no days in common", "Leave one of them out, or send returns of the same days."),
    TOO_FEW_OBSERVATIONS(
            422, "There are too few returns", "Send a longer history; the detail says how much is needed."),
    CONSTANT_SERIES(422, "An asset does not vary", "Leave it out: it has no risk to measure."),
    EQUAL_RETURNS(
            422, "All expected returns are equal", "Use a method that looks at risk alone, such as min_volatility."),
    NOT_POSITIVE_SEMIDEFINITE(
            422,
            "Covariance has a negative eigenvalue",
            "Send \"repair\": true with the covariance to use the nearest possible one; the detail says what changes."),
    NOT_POSITIVE_DEFINITE(422, "Something is a mix of the rest", "Leave out what repeats the others."),
    SHRINKAGE_NEEDED(
            422,
            "Fewer observations than assets, and short positions",
            "Choose a shrunk risk_model such as ledoit_wolf_constant_variance, or allow no short positions."),
    BUDGET_UNREACHABLE(422, "Bounds cannot sum to the budget", "Loosen the bounds named in the detail."),
    CONSTRAINTS_CONTRADICT(422, "No weights keep all constraints", "Loosen one of those named in the detail."),
    HOLDINGS_UNREACHABLE(422, "The number of holdings cannot be reached", "Loosen the limits named in the detail."),
    RETURN_UNREACHABLE(422, "Target return cannot be reached", "Stay within the range named in the detail."),
    RISK_UNREACHABLE(422, "Target volatility cannot be reached", "Stay within the range named in the detail."),
    RISK_FREE_GAIN(
            422,
            "A portfolio without risk beats the risk-free rate",
            "Correct the covariance or the risk-free rate, or ask for a target."),
    METHOD_DOES_NOT_FIT(
            422, "Method does not go with this request", "Leave out what the detail names, or use another."),
    NOT_PROVEN(422, "No answer could be proven", "Loosen or simplify the constraints."),
    RATE_LIMITED(429, "Too many requests", "Slow down; Retry-After says for how long."),
    INTERNAL(500, "Unexpected error", "Report the trace id to the operator; the log has the cause."),
    STRATEGY_OFFLINE(
            503, "Strategy controller is offline", "Start the controller named in the detail, then try again."),
    SERVICE_OFFLINE(503, "A needed service is offline", "Start the service named in the detail, then try again."),
    DATABASE_UNAVAILABLE(
            503,
            "Database cannot be used now",
            "Try again when the service is ready; with the same Idempotency-Key nothing is done twice."),
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
