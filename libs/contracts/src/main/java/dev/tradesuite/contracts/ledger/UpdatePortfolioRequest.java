package dev.tradesuite.contracts.ledger;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Change a portfolio; what is absent stays. {@code PATCH /portfolios/{id}}.
 *
 * @param name for people
 * @param strategyConfig replaces the whole configuration
 * @param schedule see {@link CreatePortfolioRequest}
 */
public record UpdatePortfolioRequest(
        @Nullable @Size(max = 120) @Pattern(regexp = ".*\\S.*", message = "must not be blank") String name,
        @Nullable Map<String, Object> strategyConfig,
        @Nullable @Size(max = 120) String schedule) {}
