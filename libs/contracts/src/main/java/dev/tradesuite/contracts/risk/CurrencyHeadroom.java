package dev.tradesuite.contracts.risk;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an account holds in one currency, in the account currency.
 *
 * @param currency which
 * @param net net value of the positions in the books; above zero for long, below for short
 * @param widest the most it can become with orders on their way, without sign
 * @param percent widest in percent of equity; absent when equity cannot be used
 * @param headroom percent left before the limit; negative when exceeded; absent with percent
 * @param level safe, warning or critical
 */
public record CurrencyHeadroom(
        String currency,
        BigDecimal net,
        BigDecimal widest,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal headroom,
        RiskLevel level) {}
