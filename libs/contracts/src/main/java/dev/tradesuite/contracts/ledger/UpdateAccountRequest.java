package dev.tradesuite.contracts.ledger;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Renames an account, archives it or takes it out of the archive. {@code PATCH /api/v1/accounts/{id}}, scope
 * {@code portfolio:write}. At least one of the fields.
 *
 * @param name for people; absent: as it is
 * @param status ARCHIVED only without open positions and open orders; absent: as it is
 */
public record UpdateAccountRequest(
        @Nullable @Size(max = 120) @Pattern(regexp = ".*\\S.*") String name, @Nullable AccountStatus status) {}
