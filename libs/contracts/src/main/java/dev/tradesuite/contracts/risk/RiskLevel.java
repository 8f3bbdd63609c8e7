package dev.tradesuite.contracts.risk;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How near a limit is; the overall level is the worst of all checks. */
public enum RiskLevel {
    /** Below 70 % of the limit. */
    @JsonProperty("safe")
    SAFE,
    /** From 70 % of the limit, or data for the check is missing. */
    @JsonProperty("warning")
    WARNING,
    /** Above the limit, or a check that must be evaluated cannot be; the trade is denied. */
    @JsonProperty("critical")
    CRITICAL
}
