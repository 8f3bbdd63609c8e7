package dev.tradesuite.portfolio.registry;

import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** The registry of strategies. */
public final class RegistryService {

    private final StrategyStore store;
    private final InstrumentCatalog catalog;
    private final UnitOfWork work;
    private final Clock clock;

    RegistryService(StrategyStore store, InstrumentCatalog catalog, UnitOfWork work, Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.work = work;
        this.clock = clock;
    }

    /**
     * A page of the registry.
     *
     * @param strategies by code
     * @param next code to continue after; empty on the last page
     */
    public record Page(List<RegisteredStrategy> strategies, Optional<String> next) {

        public Page {
            strategies = List.copyOf(strategies);
        }
    }

    /**
     * A strategy to register.
     *
     * @param benchmark code of another one
     */
    public record Candidate(String code, String name, StrategySource source, Optional<String> benchmark) {}

    /**
     * A change of a strategy.
     *
     * @param name empty: as it is
     * @param benchmark empty: as it is; an empty text: none of its own
     * @param version the change was made from; empty: whatever it is
     */
    public record Change(Optional<String> name, Optional<String> benchmark, Optional<Long> version) {}

    /** What became of a registration or a change. */
    public sealed interface Outcome {

        /** The strategy as it is now. */
        record Stored(RegisteredStrategy strategy) implements Outcome {}

        /** There is one of that code. */
        record Taken() implements Outcome {}

        /** There is none of that code. */
        record NoSuchStrategy() implements Outcome {}

        /** Somebody else has changed it since. */
        record OtherVersion(long version) implements Outcome {}

        /** The benchmark is not registered, or is the strategy itself. */
        record NoSuchBenchmark(String code) implements Outcome {}

        /**
         * No such instrument.
         *
         * @param why which it might be
         */
        record NoSuchInstrument(String symbol, String why) implements Outcome {}
    }

    /**
     * Strategies by code.
     *
     * @param after code to continue after; empty for the first page
     * @param limit most to a page, at least 1
     * @param visible which sources may be seen; the others are left out
     */
    public Page list(String after, int limit, Predicate<StrategySource> visible) {
        List<RegisteredStrategy> found = new ArrayList<>();
        String from = after;
        boolean more = true;
        // One more than asked for says whether there is a next page.
        while (more && found.size() <= limit) {
            List<RegisteredStrategy> read = store.list(from, limit + 1);
            read.stream().filter(one -> visible.test(one.source())).forEach(found::add);
            more = read.size() > limit;
            from = more ? read.getLast().code() : from;
        }
        if (found.size() <= limit) {
            return new Page(found, Optional.empty());
        }
        List<RegisteredStrategy> page = found.subList(0, limit);
        return new Page(page, Optional.of(page.getLast().code()));
    }

    public Optional<RegisteredStrategy> find(String code) {
        return store.find(code);
    }

    /**
     * Registers a strategy, in the state DISCOVERY.
     *
     * @param done hears of it in the same transaction
     */
    public Outcome register(Candidate candidate, Consumer<RegisteredStrategy> done) {
        return switch (named(candidate.source())) {
            case Named.Unknown(String symbol, String why) -> new Outcome.NoSuchInstrument(symbol, why);
            case Named.Known(StrategySource source) -> work.durable(() -> add(candidate, source, done));
        };
    }

    private Outcome add(Candidate candidate, StrategySource source, Consumer<RegisteredStrategy> done) {
        Optional<Outcome> refused = candidate.benchmark().flatMap(code -> unknownBenchmark(candidate.code(), code));
        if (refused.isPresent()) {
            return refused.get();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        RegisteredStrategy strategy = new RegisteredStrategy(
                candidate.code(),
                candidate.name(),
                source,
                candidate.benchmark(),
                RegisteredStrategy.Stage.first(now),
                now,
                0);
        if (!store.add(strategy)) {
            return new Outcome.Taken();
        }
        done.accept(strategy);
        return new Outcome.Stored(strategy);
    }

    /** Changes a strategy; of two changes made from the same version the second is refused. */
    public Outcome change(String code, Change change) {
        return work.durable(() ->
                store.lock(code).map(strategy -> changed(strategy, change)).orElseGet(Outcome.NoSuchStrategy::new));
    }

    private Outcome changed(RegisteredStrategy strategy, Change change) {
        if (change.version().filter(version -> version != strategy.version()).isPresent()) {
            return new Outcome.OtherVersion(strategy.version());
        }
        Optional<String> benchmark = change.benchmark().isPresent()
                ? change.benchmark().filter(code -> !code.isEmpty())
                : strategy.benchmark();
        RegisteredStrategy after = strategy.with(change.name().orElse(strategy.name()), benchmark);
        return benchmark
                .flatMap(wanted -> unknownBenchmark(strategy.code(), wanted))
                .orElseGet(() -> new Outcome.Stored(after.equals(strategy) ? strategy : store.save(after)));
    }

    private Optional<Outcome> unknownBenchmark(String code, String benchmark) {
        return benchmark.equals(code) || store.find(benchmark).isEmpty()
                ? Optional.of(new Outcome.NoSuchBenchmark(benchmark))
                : Optional.empty();
    }

    /** A source whose instrument, where it names one, goes by the name of the catalogue. */
    private sealed interface Named {

        record Known(StrategySource source) implements Named {}

        record Unknown(String symbol, String why) implements Named {}
    }

    private Named named(StrategySource source) {
        return switch (source) {
            case StrategySource.HeldInstrument(String symbol) -> named(symbol, StrategySource.HeldInstrument::new);
            case StrategySource.ModelAccount(String code, String symbol) ->
                named(symbol, known -> new StrategySource.ModelAccount(code, known));
            case StrategySource.PortfolioBooks _, StrategySource.AccountBooks _, StrategySource.Imported _ ->
                new Named.Known(source);
        };
    }

    private Named named(String symbol, Function<String, StrategySource> source) {
        return catalog.find(symbol)
                .map(Instrument::symbol)
                .<Named>map(known -> new Named.Known(source.apply(known)))
                .orElseGet(() -> new Named.Unknown(symbol, catalog.refusal(symbol)));
    }
}
