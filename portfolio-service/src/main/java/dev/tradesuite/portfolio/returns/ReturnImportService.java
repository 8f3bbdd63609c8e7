package dev.tradesuite.portfolio.returns;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.ReturnRefusal;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Stores daily returns that somebody hands in. */
public final class ReturnImportService {

    /** What a source that is asked says itself; handed in it would be evidence of something that never traded. */
    private static final Set<RunLabel> TRADED = EnumSet.of(RunLabel.LIVE, RunLabel.PAPER);

    private final ReturnStore store;
    private final Clock clock;

    public ReturnImportService(ReturnStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * A row that was not stored.
     *
     * @param found what stands in it
     */
    public record Refused(int line, ReturnRefusal why, String found) {}

    /** What became of the rows; every row is in one of the two. */
    public record Report(ReturnStore.Stored stored, List<Refused> refused) {

        public Report {
            refused = List.copyOf(refused);
        }
    }

    /** Labels that returns of the strategy may be handed in under. */
    public static Set<RunLabel> allowed(RegisteredStrategy strategy) {
        return strategy.source() instanceof StrategySource.Imported
                ? EnumSet.allOf(RunLabel.class)
                : EnumSet.complementOf(EnumSet.copyOf(TRADED));
    }

    /**
     * Stores what is right and says what is wrong with the rest. The same rows once more change nothing.
     *
     * @param unreadable rows that could not even be taken apart
     */
    public Report add(RegisteredStrategy strategy, RunLabel label, List<ImportedRow> rows, List<Refused> unreadable) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ReturnRows read = new ReturnRows(LocalDate.ofInstant(now, ZoneOffset.UTC));
        rows.forEach(read::add);
        List<Refused> refused = Stream.concat(unreadable.stream(), read.refused().stream())
                .sorted(Comparator.comparingInt(Refused::line))
                .toList();
        return read.read().isEmpty()
                ? new Report(ReturnStore.Stored.NOTHING, refused)
                : new Report(store.add(strategy.code(), label, read.read(), now), refused);
    }
}
