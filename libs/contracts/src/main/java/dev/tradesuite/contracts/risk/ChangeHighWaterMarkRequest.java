package dev.tradesuite.contracts.risk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A person puts right the highest equity of an account, after a price that was never true, say. {@code POST
 * /api/v1/risk/accounts/{id}/high-water-mark}, scope {@code risk:admin}.
 *
 * @param value amount in the account currency, not below equity; or {@code equity} for what that is now
 * @param reason why; recorded with the name of the person
 */
public record ChangeHighWaterMarkRequest(
        @NotNull
                @Pattern(
                        regexp = "equity|[0-9]{1,18}(\\.[0-9]{1,8})?",
                        message = "expected an amount, or the word equity")
                String value,
        @NotBlank @Size(max = 500) String reason) {}
