package dev.tradesuite.contracts.ledger;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A person pauses or resumes a portfolio. {@code POST /portfolios/{id}/pause} and {@code resume}; without a body no
 * reason is kept.
 *
 * @param reason why; kept with the name of the person
 */
public record ChangePortfolioStatusRequest(
        @Nullable @Size(max = 500) @Pattern(regexp = NOT_BLANK, message = "must not be blank; leave it out for none")
                String reason) {

    static final String NOT_BLANK = "(?s).*\\S.*";
}
