package dev.tradesuite.quant.optimiser;

import java.util.Locale;

/** How weights are chosen. */
public enum OptimiserMethod {
    MAX_SHARPE,
    MIN_VOLATILITY,
    MAX_QUADRATIC_UTILITY,
    EFFICIENT_RISK,
    EFFICIENT_RETURN,
    MIN_CVAR,
    MIN_CDAR,
    MIN_SEMIVARIANCE,
    RISK_PARITY,
    RISK_BUDGET,
    MAX_DIVERSIFICATION,
    INVERSE_VOLATILITY,
    HRP,
    HERC,
    NCO,
    BLACK_LITTERMAN,
    EQUAL_WEIGHT;

    /** The name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
