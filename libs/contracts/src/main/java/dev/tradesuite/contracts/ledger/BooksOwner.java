package dev.tradesuite.contracts.ledger;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Who owns an account or a portfolio. {@code GET | PUT /api/v1/accounts/{id}/owner} and {@code /portfolios/{id}/owner}.
 *
 * @param owner subject of a token, or {@code group:<name>} for everybody in the group
 */
public record BooksOwner(
        @NotNull @Pattern(regexp = "[\\x21-\\x7E]([\\x20-\\x7E]{0,198}[\\x21-\\x7E])?") String owner) {}
