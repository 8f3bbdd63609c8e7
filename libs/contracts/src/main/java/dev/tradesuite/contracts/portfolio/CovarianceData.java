package dev.tradesuite.contracts.portfolio;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A covariance of a year.
 *
 * @param codes in the order of the rows
 * @param matrix as rows
 * @param repair whether negative eigenvalues are made 0; the answer says what that changed
 */
public record CovarianceData(
        @NotNull List<@NotNull String> codes,
        @NotNull List<@NotNull List<@NotNull Double>> matrix,
        @Nullable Boolean repair) {}
