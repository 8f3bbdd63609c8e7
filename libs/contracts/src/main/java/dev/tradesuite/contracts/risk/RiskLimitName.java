package dev.tradesuite.contracts.risk;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The six limits of an account, in the order they are reported. */
public enum RiskLimitName {
    @JsonProperty("daily_loss")
    DAILY_LOSS,
    @JsonProperty("drawdown")
    DRAWDOWN,
    @JsonProperty("position_size")
    POSITION_SIZE,
    @JsonProperty("margin")
    MARGIN,
    @JsonProperty("correlation")
    CORRELATION,
    @JsonProperty("currency_exposure")
    CURRENCY_EXPOSURE
}
