package dev.tradesuite.signals.book;

import dev.tradesuite.accounting.paper.PaperSignal;
import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.instruments.Direction;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one model says about a bar.
 *
 * @param strategyCode such as {@code RL_PPO}
 * @param position it wants
 * @param confidence 0 to 1
 * @param size 0 to 1
 * @param prices at which it enters and leaves; absent when it wants no position
 * @param reasoning why
 * @param features figures it rests on, as they are stored: with the score and its thresholds
 * @param votes what it heard of others, as JSON
 * @param origin what produced it
 */
public record ModelSaid(
        String strategyCode,
        PositionSignal position,
        double confidence,
        double size,
        @Nullable Prices prices,
        Reasoning reasoning,
        Map<String, Double> features,
        String votes,
        Origin origin) {

    /**
     * Entry and exits.
     *
     * @param entry close of the bar
     * @param stopLoss where it was wrong
     * @param takeProfit where it has paid
     */
    public record Prices(BigDecimal entry, BigDecimal stopLoss, BigDecimal takeProfit) {}

    /**
     * In words.
     *
     * @param text why
     * @param invalidation what would prove it wrong; absent when flat
     */
    public record Reasoning(String text, @Nullable String invalidation) {}

    /**
     * What produced it.
     *
     * @param version of the model
     * @param proxy whether a rule stands in for a trained model
     * @param abstained code of the reason why it could not judge; absent when it did
     */
    public record Origin(String version, boolean proxy, @Nullable String abstained) {}

    /** What a paper account does about it. */
    PaperSignal forAccount() {
        Direction direction = direction();
        return direction == Direction.FLAT || prices == null
                ? PaperSignal.FLAT
                : new PaperSignal(direction, BigDecimal.valueOf(size), prices.stopLoss(), prices.takeProfit());
    }

    private Direction direction() {
        return switch (position) {
            case LONG -> Direction.LONG;
            case SHORT -> Direction.SHORT;
            case FLAT, CLOSE -> Direction.FLAT;
        };
    }
}
