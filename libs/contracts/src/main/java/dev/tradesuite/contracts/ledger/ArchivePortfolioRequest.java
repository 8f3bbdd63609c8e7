package dev.tradesuite.contracts.ledger;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How a portfolio is ended. {@code POST /portfolios/{id}/archive}; without a body nothing is sold.
 *
 * @param liquidate whether what it holds is sold first; absent or false: a portfolio that holds anything is not
 *     archived
 * @param reason why; kept with the name of the person
 */
public record ArchivePortfolioRequest(
        @Nullable Boolean liquidate,
        @Nullable
                @Size(max = 500)
                @Pattern(
                        regexp = ChangePortfolioStatusRequest.NOT_BLANK,
                        message = "must not be blank; leave it out for none")
                String reason) {}
