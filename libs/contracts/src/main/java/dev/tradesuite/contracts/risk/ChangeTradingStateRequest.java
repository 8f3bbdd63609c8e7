package dev.tradesuite.contracts.risk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person changes a trading state. {@code PUT /api/v1/risk/trading-state}, scope {@code risk:admin}.
 *
 * @param scope what it is about
 * @param id account, portfolio, strategy or symbol; absent, or {@code all}, with scope {@code ALL}
 * @param state wanted state
 * @param reason why; recorded with the name of the person
 * @param onlyStricter true: a state that is as strict already stays as it is, with its reason; absent: false
 * @param ifChangedAt time of the state that this rests on, which is refused when there is another one by now; absent:
 *     whatever it is
 */
public record ChangeTradingStateRequest(
        @NotNull TradingStateScope scope,
        @Nullable @Size(max = 64) String id,
        @NotNull TradingState state,
        @NotBlank @Size(max = 500) String reason,
        @Nullable Boolean onlyStricter,
        @Nullable Instant ifChangedAt) {

    /** A change whichever way. */
    public ChangeTradingStateRequest(TradingStateScope scope, @Nullable String id, TradingState state, String reason) {
        this(scope, id, state, reason, null, null);
    }

    /** A change to something stricter only; what is as strict already stays as it is. */
    public static ChangeTradingStateRequest stricter(
            TradingStateScope scope, @Nullable String id, TradingState state, String reason) {
        return new ChangeTradingStateRequest(scope, id, state, reason, true, null);
    }
}
