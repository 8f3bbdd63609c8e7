package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.SignalAction;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator of the caller says.
 *
 * @param source name of the indicator; one that the model knows, such as {@code rsi}, votes instead of the model's own
 * @param signal BUY, SELL or HOLD
 * @param value its reading; told with the vote, not judged
 */
public record IndicatorVote(
        @NotBlank @Size(max = 64) String source, @NotNull SignalAction signal, @Nullable Double value) {}
