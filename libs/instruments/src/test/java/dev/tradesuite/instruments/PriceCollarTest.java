package dev.tradesuite.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceCollarTest {

    private static final Map<AssetClass, BigDecimal> PERCENTS = Map.of(
            AssetClass.FX, new BigDecimal("2"),
            AssetClass.METAL, new BigDecimal("5"),
            AssetClass.STOCK, new BigDecimal("10"),
            AssetClass.CRYPTO, new BigDecimal("15"));

    private final PriceCollar collar = new PriceCollar(new BigDecimal("5"), PERCENTS);

    @ParameterizedTest
    @CsvSource({
        // 2 % of 1.0873, 5 % of 4107.41, 10 % of 190, 15 % of 64000
        "FX,1.0873,,0.021746",
        "METAL,4107.41,,205.3705",
        "STOCK,190,,19",
        "CRYPTO,64000,,9600",
        // 5 x 0.0004 = 0.002 is less than 2 %; 5 x 0.0080 = 0.04 is more
        "FX,1.0873,0.0004,0.021746",
        "FX,1.0873,0.0080,0.04",
        // a range of 0 says nothing
        "METAL,4107.41,0,205.3705"
    })
    void allowsTheLargerOfFiveRangesAndAShareOfThePrice(
            AssetClass assetClass, BigDecimal known, BigDecimal atr, BigDecimal allowed) {
        assertThat(collar.allowedDistance(assetClass, known, atr)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        // 1.0873 +- 0.021746 = 1.065554 to 1.109046
        "1.109046,true",
        "1.109047,false",
        "1.065554,true",
        "1.065553,false",
        // a decimal point out of place
        "0.10873,false",
        "10.873,false"
    })
    void includesItsBounds(BigDecimal price, boolean allowed) {
        assertThat(collar.allows(AssetClass.FX, price, new BigDecimal("1.0873"), null))
                .isEqualTo(allowed);
    }

    @Test
    void needsAPercentageOfEveryAssetClass() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriceCollar(BigDecimal.ONE, Map.of(AssetClass.FX, BigDecimal.ONE)))
                .withMessage("the percentage of METAL must be above 0, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriceCollar(BigDecimal.ZERO, PERCENTS))
                .withMessage("the factor of the average true range must be above 0, was 0");
    }
}
