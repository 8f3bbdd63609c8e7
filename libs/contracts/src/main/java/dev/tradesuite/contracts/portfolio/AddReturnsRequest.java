package dev.tradesuite.contracts.portfolio;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Daily returns to store. {@code POST /api/v1/strategies/{code}/returns?label=}, scope {@code portfolio:write}; as a
 * table with {@code Content-Type: text/csv} and the columns day and return.
 *
 * @param returns each row for itself: one that is refused keeps no other from being stored
 */
public record AddReturnsRequest(@NotNull @NotEmpty @Size(max = AddReturnsRequest.MOST) List<@NotNull Row> returns) {

    /** Most rows of one request. */
    public static final int MOST = 20_000;

    /**
     * The return of a day.
     *
     * @param day UTC, such as 2026-01-31, and over
     * @param value as a fraction of the equity at the end of the day before: 0.01 for 1 %; at least -1
     */
    public record Row(@Nullable String day, @Nullable BigDecimal value) {}
}
