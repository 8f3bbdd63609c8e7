package dev.tradesuite.contracts.portfolio;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prices, or returns, of several assets on common days.
 *
 * @param dates ascending
 * @param series one for each code, with a number or null for each date
 */
public record SeriesData(
        @NotNull @Size(max = 20000) List<@NotNull LocalDate> dates,
        @NotNull Map<String, @NotNull List<@Nullable Double>> series) {}
