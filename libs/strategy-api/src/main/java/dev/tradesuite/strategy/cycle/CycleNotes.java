package dev.tradesuite.strategy.cycle;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.strategy.selection.Miss;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.strategy.selection.SkippedMarket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a cycle tells beside its orders: warnings, what its filters dropped, and the markets it passed over. */
final class CycleNotes {

    /** A report stays readable. */
    private static final int MOST_SKIPPED = 100;

    private final List<Reason> warnings = new ArrayList<>();
    private final FilterTally filters = new FilterTally();
    private final List<SkippedMarket> skipped = new ArrayList<>();

    void warn(Reason warning) {
        warnings.add(warning);
    }

    void warn(Collection<Reason> more) {
        warnings.addAll(more);
    }

    void skipped(Collection<SkippedMarket> markets) {
        skipped.addAll(markets);
    }

    /** These are not bought, for a reason with a name. */
    void skipped(Stream<OrderIntent> intents, String filter) {
        intents.map(intent -> new SkippedMarket(intent.marketId(), intent.question(), Miss.of(filter)))
                .forEach(skipped::add);
    }

    FilterTally filters() {
        return filters;
    }

    List<Reason> warnings() {
        return warnings;
    }

    /** The markets that were passed over, those that came nearest first. */
    List<SkippedMarket> nearest() {
        return skipped.stream()
                .sorted(Comparator.comparingDouble(market -> market.why().distance()))
                .limit(MOST_SKIPPED)
                .toList();
    }
}
