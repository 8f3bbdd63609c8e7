package dev.tradesuite.contracts.risk;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Side;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * May this trade be made? {@code POST /api/v1/risk/check}; nothing is changed by asking.
 *
 * @param accountId account in the books; absent only with {@code whatIf}
 * @param whatIf a supposed account to check against instead of the books; never for a reservation
 * @param symbol instrument
 * @param side of the trade
 * @param lots size
 * @param entryPrice price of entry in the quote currency
 * @param stopLossPrice price of the stop; a trade without one fails the stop check
 * @param leverage 1 to 500; absent or 1: not stated, the instrument's margin rate applies
 * @param existingPositions positions to suppose beside those of the account
 * @param conversionRates prices of currency pairs, by symbol
 * @param strategy strategy that wants the trade; its trading state counts
 * @param portfolioId portfolio that wants the trade; its trading state counts
 * @param correlationTimeframe of the returns; absent: the setting's (D1)
 * @param asOf check with returns up to this moment; absent: now
 * @param reduces what it may only reduce; {@code HOLDING} needs a strategy. Absent: with a strategy it opens something,
 *     whatever the account holds; without one it reduces where it can only make the position smaller
 */
public record RiskCheckRequest(
        @Nullable @AccountId String accountId,
        @Nullable @Valid WhatIfAccount whatIf,
        @NotBlank String symbol,
        @NotNull Side side,
        @NotNull @Positive BigDecimal lots,
        @NotNull @Positive BigDecimal entryPrice,
        @Nullable @Positive BigDecimal stopLossPrice,
        @Nullable @DecimalMin("1") @DecimalMax("500") BigDecimal leverage,
        @Nullable @Size(max = 200) List<@Valid ExistingPosition> existingPositions,
        @Nullable Map<String, @NotNull @Positive BigDecimal> conversionRates,
        @Nullable @Size(max = 64) String strategy,
        @Nullable @Size(max = 64) String portfolioId,
        @Nullable Timeframe correlationTimeframe,
        @Nullable Instant asOf,
        @Nullable Reduction reduces) {

    /**
     * A supposed account.
     *
     * @param equity equity now
     * @param currency of the account; absent: USD
     * @param dayStartEquity equity at the start of the day; absent: equity
     * @param highWaterMark highest equity so far; absent: equity
     * @param marginUsed margin of positions; absent: 0 plus that of {@code existingPositions}
     */
    public record WhatIfAccount(
            @NotNull @Positive BigDecimal equity,
            @Nullable @Pattern(regexp = "[A-Z]{3,5}") String currency,
            @Nullable @Positive BigDecimal dayStartEquity,
            @Nullable @Positive BigDecimal highWaterMark,
            @Nullable @PositiveOrZero BigDecimal marginUsed) {}

    /**
     * A position that counts for correlation, currency exposure, margin, and with its loss to its stop for the day.
     *
     * @param symbol instrument
     * @param side BUY for long, SELL for short
     * @param lots size
     * @param entryPrice its price; absent: its margin and currency exposure use the newest known price
     * @param stopLossPrice price of its stop; absent: it has none, and counts with the instrument's default distance
     */
    public record ExistingPosition(
            @NotBlank String symbol,
            @NotNull Side side,
            @NotNull @Positive BigDecimal lots,
            @Nullable @Positive BigDecimal entryPrice,
            @Nullable @Positive BigDecimal stopLossPrice) {}
}
