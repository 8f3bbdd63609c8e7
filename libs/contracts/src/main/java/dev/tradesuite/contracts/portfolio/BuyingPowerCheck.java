package dev.tradesuite.contracts.portfolio;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the money is enough.
 *
 * @param buyingPower as stated
 * @param required what all positions take, long and short
 * @param sufficient whether that is enough
 * @param amounts money by code, negative for a short position
 * @param turnover sum of what is bought and sold as a part of the buying power, where current weights were told
 */
public record BuyingPowerCheck(
        BigDecimal buyingPower,
        BigDecimal required,
        boolean sufficient,
        Map<String, BigDecimal> amounts,
        @Nullable Double turnover) {}
