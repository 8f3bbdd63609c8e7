package dev.tradesuite.learning.model;

import dev.tradesuite.learning.feature.FeatureGap;
import dev.tradesuite.learning.label.DecisionRule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a trained model says on closed bars. */
public sealed interface ModelAnswer {

    /**
     * It judged the market.
     *
     * @param position 1 long, -1 short, 0 flat
     * @param probability of what the model foretells: that the trade wins, that the upper barrier is reached first, or
     *     for a policy that of the position among the three
     * @param features what it saw on the last bar, by name
     * @param marks probabilities from which on a side is traded; empty for a policy, which takes the most probable of
     *     its positions
     */
    record Decided(int position, double probability, Map<String, Double> features, List<DecisionRule.Mark> marks)
            implements ModelAnswer {

        public Decided {
            marks = List.copyOf(marks);
            features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        }
    }

    /** It cannot judge these bars. */
    record Abstained(FeatureGap gap) implements ModelAnswer {}
}
