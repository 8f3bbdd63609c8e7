package dev.tradesuite.quant.diversification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.quant.linear.SymmetricMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlikeGroupsTest {

    /**
     * 1 and 3 are closest: sqrt((1 - 0.9) / 2) = 0.2236. Then 0: its distances sqrt(0.15) = 0.3873 and sqrt(0.2) =
     * 0.4472 have the mean 0.4173, below sqrt(0.2) = 0.4472 of 0.6. 2 is at sqrt(0.5) = 0.7071 of all.
     */
    private static final SymmetricMatrix FOUR = SymmetricMatrix.of(new double[][] {
        {1, 0.7, 0, 0.6},
        {0.7, 1, 0, 0.9},
        {0, 0, 1, 0},
        {0.6, 0.9, 0, 1}
    });

    @Test
    void joinsWhatIsAlike() {
        assertThat(AlikeGroups.of(FOUR, 0.6)).containsExactly(List.of(0, 1, 3), List.of(2));
    }

    @Test
    void higherLimitJoinsLess() {
        assertThat(AlikeGroups.of(FOUR, 0.8)).containsExactly(List.of(1, 3), List.of(0), List.of(2));
        assertThat(AlikeGroups.of(FOUR, 0.95)).containsExactly(List.of(0), List.of(1), List.of(2), List.of(3));
        assertThat(AlikeGroups.of(FOUR, -1)).containsExactly(List.of(0, 1, 2, 3));
    }

    @Test
    void oneAssetIsAGroup() {
        assertThat(AlikeGroups.of(SymmetricMatrix.identity(1), 0.6)).containsExactly(List.of(0));
    }
}
