package dev.tradesuite.quant.moment;

import java.util.BitSet;

/** How many periods assets have in common. */
final class CommonPeriods {

    private CommonPeriods() {}

    /** Common periods of the pair that has the fewest; of a single asset its own. */
    static int fewest(ReturnTable returns) {
        BitSet[] present = new BitSet[returns.assets()];
        int fewest = returns.periods();
        for (int i = 0; i < present.length; i++) {
            present[i] = present(returns.columns()[i]);
            for (int j = 0; j <= i; j++) {
                BitSet common = (BitSet) present[i].clone();
                common.and(present[j]);
                fewest = Math.min(fewest, common.cardinality());
            }
        }
        return fewest;
    }

    private static BitSet present(double[] values) {
        BitSet present = new BitSet(values.length);
        for (int t = 0; t < values.length; t++) {
            present.set(t, !Double.isNaN(values[t]));
        }
        return present;
    }
}
