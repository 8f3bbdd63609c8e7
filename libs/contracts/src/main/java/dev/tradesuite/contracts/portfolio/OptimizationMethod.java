package dev.tradesuite.contracts.portfolio;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How weights are chosen; formulas in docs/numbers.md. */
public enum OptimizationMethod {
    /** The largest return above the risk-free rate for each unit of volatility. */
    @JsonProperty("max_sharpe")
    MAX_SHARPE,
    /** The least volatility. */
    @JsonProperty("min_volatility")
    MIN_VOLATILITY,
    /** The largest return less risk aversion / 2 x variance. */
    @JsonProperty("max_quadratic_utility")
    MAX_QUADRATIC_UTILITY,
    /** The largest return at a volatility of at most {@code target_volatility}. */
    @JsonProperty("efficient_risk")
    EFFICIENT_RISK,
    /** The least volatility at a return of at least {@code target_return}. */
    @JsonProperty("efficient_return")
    EFFICIENT_RETURN,
    /** The least mean loss of the worst days. */
    @JsonProperty("min_cvar")
    MIN_CVAR,
    /** The least mean of the deepest drawdowns. */
    @JsonProperty("min_cdar")
    MIN_CDAR,
    /** The least mean square of what days are below {@code benchmark_return}. */
    @JsonProperty("min_semivariance")
    MIN_SEMIVARIANCE,
    /** Every asset contributes the same to the volatility. */
    @JsonProperty("risk_parity")
    RISK_PARITY,
    /** Assets contribute to the volatility in proportion to {@code risk_budgets}. */
    @JsonProperty("risk_budget")
    RISK_BUDGET,
    /** The largest mean volatility of the assets for each unit of volatility of the whole. */
    @JsonProperty("max_diversification")
    MAX_DIVERSIFICATION,
    /** In proportion to 1 / volatility. */
    @JsonProperty("inverse_volatility")
    INVERSE_VOLATILITY,
    /** Hierarchical risk parity. */
    @JsonProperty("hrp")
    HRP,
    /** Hierarchical equal risk contribution. */
    @JsonProperty("herc")
    HERC,
    /** Nested clustered optimisation. */
    @JsonProperty("nco")
    NCO,
    /** The largest quadratic utility of the returns and covariance after {@code views}. */
    @JsonProperty("black_litterman")
    BLACK_LITTERMAN,
    /** The same weight for all. */
    @JsonProperty("equal_weight")
    EQUAL_WEIGHT
}
