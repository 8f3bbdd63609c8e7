package dev.tradesuite.instruments;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a price may be from a known one before it is taken for a mistake.
 *
 * <p>The allowed distance is the larger of two: a multiple of the average true range, where that is known, and a share
 * of the known price that depends on what is traded. Immutable.
 *
 * @param atrFactor average true ranges that are always allowed, above 0
 * @param percents share of the known price that is always allowed, in percent above 0, for every asset class
 */
public record PriceCollar(BigDecimal atrFactor, Map<AssetClass, BigDecimal> percents) {

    private static final int PERCENT_DIGITS = 2;

    public PriceCollar {
        require("the factor of the average true range", atrFactor);
        for (AssetClass assetClass : AssetClass.values()) {
            require("the percentage of " + assetClass, percents.getOrDefault(assetClass, BigDecimal.ZERO));
        }
        percents = Map.copyOf(new EnumMap<>(percents));
    }

    /**
     * Largest distance from a known price that is no mistake: max(factor x ATR, percent of the known price).
     *
     * @param assetClass what is traded
     * @param known the known price
     * @param atr average true range in price units; absent when it is not known
     */
    public BigDecimal allowedDistance(AssetClass assetClass, BigDecimal known, @Nullable BigDecimal atr) {
        BigDecimal share = known.abs().multiply(percents.get(assetClass)).movePointLeft(PERCENT_DIGITS);
        return Amounts.stripped(atr == null ? share : share.max(atrFactor.multiply(atr)));
    }

    /** Says whether a price is within the allowed distance of a known one, the bound included. */
    public boolean allows(AssetClass assetClass, BigDecimal price, BigDecimal known, @Nullable BigDecimal atr) {
        return price.subtract(known).abs().compareTo(allowedDistance(assetClass, known, atr)) <= 0;
    }

    private static void require(String what, BigDecimal value) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(what + " must be above 0, was " + value.toPlainString());
        }
    }
}
