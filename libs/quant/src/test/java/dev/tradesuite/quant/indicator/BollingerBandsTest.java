package dev.tradesuite.quant.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BollingerBandsTest {

    /** The last eight have the mean 5 and the squares 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32: deviation root of 4 = 2. */
    private static final double[] CLOSE = {100, 2, 4, 4, 4, 5, 5, 7, 9};

    @Test
    void lieSoManyDeviationsOfThePopulationFromTheMeanOfTheNewestCloses() {
        assertThat(BollingerBands.on(CLOSE, 8, 2)).contains(new BollingerBands(1, 5, 9));
        assertThat(BollingerBands.on(CLOSE, 8, 0.5)).contains(new BollingerBands(4, 5, 6));
    }

    @Test
    void areOneLineWhereThePriceNeverMoves() {
        assertThat(BollingerBands.on(new double[] {2, 2, 2, 2}, 4, 2)).contains(new BollingerBands(2, 2, 2));
    }

    @Test
    void areUnknownOnFewerClosesThanTheyTake() {
        assertThat(BollingerBands.on(CLOSE, 9, 2)).isPresent();
        assertThat(BollingerBands.on(CLOSE, 10, 2)).isEmpty();
    }
}
