package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.RunLabel;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for strategies that are not alike. {@code POST /api/v1/correlation/select}.
 *
 * @param maxCorrelation highest correlation two of them may have
 * @param count how many at most
 * @param by what makes one better than another
 * @param window returns it looks back; 365 unless stated
 * @param label of the returns; needed when the strategies have returns of several labels
 * @param codes to select from; absent for all that are not retired
 */
public record SelectUnlikeRequest(
        @NotNull @DecimalMin("-1") @DecimalMax("1") Double maxCorrelation,
        @NotNull @Min(1) @Max(500) Integer count,
        @NotNull SelectionOrder by,
        @Nullable CorrelationWindow window,
        @Nullable RunLabel label,
        @Nullable @Size(min = 1, max = 500) List<@NotNull String> codes) {}
