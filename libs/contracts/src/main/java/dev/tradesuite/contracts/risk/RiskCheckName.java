package dev.tradesuite.contracts.risk;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The six checks before a trade, in the order they are reported. */
public enum RiskCheckName {
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
    @JsonProperty("stop_loss")
    STOP_LOSS
}
