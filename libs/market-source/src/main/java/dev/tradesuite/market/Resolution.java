package dev.tradesuite.market;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a venue resolved a market to.
 *
 * @param payouts what a share pays, 0 to 1, by the name of its outcome; together 1
 */
public record Resolution(Map<String, BigDecimal> payouts) {

    /** A third each is told as 0.3333. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.001");

    public Resolution {
        payouts = Map.copyOf(payouts);
        if (!canBe(payouts.values().stream().toList())) {
            throw new IllegalArgumentException("payouts must be 0 to 1 each and 1 together, were " + payouts);
        }
    }

    /** Whether a set of all outcomes, which is worth 1, could be paid so. */
    public static boolean canBe(List<BigDecimal> payouts) {
        BigDecimal sum = payouts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return payouts.stream().allMatch(payout -> payout.signum() >= 0 && payout.compareTo(BigDecimal.ONE) <= 0)
                && sum.subtract(BigDecimal.ONE).abs().compareTo(ROUNDING) <= 0;
    }

    /** One outcome came true. */
    public static Resolution wonBy(String winner, List<String> outcomes) {
        Map<String, BigDecimal> payouts = new HashMap<>();
        outcomes.forEach(outcome -> payouts.put(outcome, outcome.equals(winner) ? BigDecimal.ONE : BigDecimal.ZERO));
        return new Resolution(payouts);
    }

    /** What a share of that outcome pays, upper and lower case alike; empty when it is none of the market's. */
    public Optional<BigDecimal> payout(String outcome) {
        return payouts.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(outcome))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The outcome that came true; absent when the venue decided for something between. */
    public @Nullable String winner() {
        return payouts.entrySet().stream()
                .filter(entry -> entry.getValue().compareTo(BigDecimal.ONE) == 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
