package dev.tradesuite.contracts.ledger;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Opens a paper account. {@code POST /api/v1/accounts}, scope {@code portfolio:write}.
 *
 * @param id lower-case letters, digits and hyphens; not {@code portfolio-} and a number, which name portfolios
 * @param name for people; absent: the id
 * @param currency three letters
 * @param initialBalance cash to start with
 */
public record CreateAccountRequest(
        @NotBlank @Pattern(regexp = "(?!portfolio-[0-9]+$)[a-z0-9][a-z0-9-]{0,62}") String id,
        @Nullable @Size(max = 120) String name,
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
        @NotNull @Positive BigDecimal initialBalance) {}
