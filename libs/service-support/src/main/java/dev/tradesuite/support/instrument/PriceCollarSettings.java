package dev.tradesuite.support.instrument;

import dev.tradesuite.instruments.AssetClass;
import dev.tradesuite.instruments.PriceCollar;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far a price may be from a known one before it is taken for a mistake, {@code suite.price-collar}. Services that
 * judge prices have this setting; it should be the same in all of them.
 *
 * @param atrFactor average true ranges that are always allowed
 * @param fxPercent share of the price of a currency pair that is always allowed
 * @param metalPercent share of the price of a metal
 * @param stockPercent share of the price of a share
 * @param cryptoPercent share of the price of a crypto currency
 */
@ConfigurationProperties("suite.price-collar")
public record PriceCollarSettings(
        @DefaultValue("5") BigDecimal atrFactor,
        @DefaultValue("2") BigDecimal fxPercent,
        @DefaultValue("5") BigDecimal metalPercent,
        @DefaultValue("10") BigDecimal stockPercent,
        @DefaultValue("15") BigDecimal cryptoPercent) {

    PriceCollar collar() {
        return new PriceCollar(
                atrFactor,
                Map.of(
                        AssetClass.FX, fxPercent,
                        AssetClass.METAL, metalPercent,
                        AssetClass.STOCK, stockPercent,
                        AssetClass.CRYPTO, cryptoPercent));
    }
}
