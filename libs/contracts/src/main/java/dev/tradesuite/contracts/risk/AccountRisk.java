package dev.tradesuite.contracts.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Risk memory of an account, as an assessment saw it. {@code GET /api/v1/risk/accounts/{account}}.
 *
 * @param accountId account; absent for a what-if
 * @param currency of the amounts
 * @param equity cash plus floating profit
 * @param equityAt when that equity was true
 * @param day risk day, rolls at 00:00 UTC unless set otherwise
 * @param dayStartEquity equity at the start of the day
 * @param highWaterMark highest equity so far
 * @param marginUsed margin of positions in the books
 * @param reservedMargin margin of reservations not yet in the books
 * @param reservedLoss loss at their stops of reservations not yet in the books
 */
public record AccountRisk(
        @Nullable String accountId,
        String currency,
        BigDecimal equity,
        Instant equityAt,
        LocalDate day,
        BigDecimal dayStartEquity,
        BigDecimal highWaterMark,
        BigDecimal marginUsed,
        BigDecimal reservedMargin,
        BigDecimal reservedLoss) {}
