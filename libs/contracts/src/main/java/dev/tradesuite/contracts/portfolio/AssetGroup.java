package dev.tradesuite.contracts.portfolio;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assets whose weights together stay between two limits.
 *
 * @param name for messages
 * @param codes of the assets
 * @param min least sum; absent: none
 * @param max largest sum; absent: none
 */
public record AssetGroup(
        @NotNull @Size(min = 1, max = 100) String name,
        @NotEmpty List<@NotNull String> codes,
        @Nullable Double min,
        @Nullable Double max) {}
