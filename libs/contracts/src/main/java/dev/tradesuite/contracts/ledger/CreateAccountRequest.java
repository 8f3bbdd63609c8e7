package dev.tradesuite.contracts.ledger;

import jakarta.validation.constraints.DecimalMax;
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
 * @param id letters, digits, points, underscores and hyphens, the first a letter or digit; not {@code portfolio-} and a
 *     number, which name portfolios
 * @param name for people; absent: the id
 * @param currency three to five letters; one that an instrument is priced in or exchanged for
 * @param initialBalance cash to start with
 */
public record CreateAccountRequest(
        @NotBlank @AccountId @Pattern(regexp = "(?!portfolio-[0-9]+$)[A-Za-z0-9].*") String id,
        @Nullable @Size(max = 120) String name,
        @NotNull @Pattern(regexp = "[A-Z]{3,5}") String currency,
        @NotNull @Positive @DecimalMax("1000000000000") BigDecimal initialBalance) {}
