package dev.tradesuite.contracts.ledger;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Open a portfolio of prediction-market positions. {@code POST /portfolios/create}.
 *
 * @param name for people; none that another portfolio has, whatever the case of its letters, unless that is archived
 * @param strategyType a strategy of the mapping, such as {@code momentum}
 * @param initialBalance cash it begins with, USD
 * @param strategyConfig parameters that differ from the strategy's defaults; absent: none
 * @param schedule when its cycles run: an interval such as {@code PT15M}, or a cron expression of six fields (second,
 *     minute, hour, day of month, month, day of week) in UTC; absent: every 15 minutes
 */
public record CreatePortfolioRequest(
        @NotBlank @Size(max = 120) String name,
        @NotBlank @Size(max = 64) String strategyType,
        @NotNull @Positive @DecimalMax("1000000000") BigDecimal initialBalance,
        @Nullable Map<String, Object> strategyConfig,
        @Nullable @Size(max = 120) String schedule) {}
