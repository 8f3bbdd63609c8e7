package dev.tradesuite.strategy.cycle;

import dev.tradesuite.contracts.strategy.StrategyReason;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.strategy.cycle.Ranking.Purchase;
import dev.tradesuite.strategy.feed.Markets;
import dev.tradesuite.strategy.feed.SharedMarkets;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.selection.CommonParameters;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.strategy.selection.Selection;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyInput;
import dev.tradesuite.strategy.selection.StrategyInput.Candidate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A cycle from the moment it has begun at the books: markets, filters, signals, one call with prices and orders,
 * snapshot. {@link #toTheEnd} tells it from top to bottom.
 *
 * <p>Used once, by one thread.
 *
 * @param <R> a report as the books keep it
 */
final class RunningCycle<R> {

    private final CycleRequest request;
    private final OpenCycle<R> books;
    private final ParameterValues config;
    private final Strategy strategy;
    private final SharedMarkets source;
    private final Instant now;
    private final StepTimer steps;
    private final CycleNotes notes = new CycleNotes();

    RunningCycle(
            CycleRequest request,
            OpenCycle<R> books,
            ParameterValues config,
            Strategy strategy,
            SharedMarkets source,
            Instant now,
            StepTimer steps) {
        this.request = request;
        this.books = books;
        this.config = config;
        this.strategy = strategy;
        this.source = source;
        this.now = now;
        this.steps = steps;
    }

    R toTheEnd(Clock clock) {
        Markets markets = steps.time("markets", source::current);
        List<MarketEvent> events = steps.time("event_filter", () -> keptEvents(markets));
        List<Candidate> candidates = steps.time("market_filter", () -> candidates(events));
        Holdings holdings =
                steps.time("held_markets", () -> Holdings.of(books.portfolio().positions(), source, markets));
        Ranking ranking = steps.time("signals", () -> ranking(markets, candidates, holdings, clock.instant()));
        Room room = Room.after(
                ranking.sales(), holdings, books.portfolio().cash(), config.integer(CommonParameters.MAX_POSITIONS));
        List<OrderIntent> intents = chosen(ranking, room);
        CycleIntents batch = new CycleIntents(source.label(), holdings.prices(notes), intents);
        if (!batch.isEmpty()) {
            steps.time("orders", () -> books.book(batch));
        }
        return books.complete(summary(markets, counts(markets, events, candidates, ranking, room), intents, clock));
    }

    private List<MarketEvent> keptEvents(Markets markets) {
        return markets.events().stream()
                .filter(event -> notes.filters().passes(event.id(), event.title(), strategy.miss(event, config)))
                .toList();
    }

    private List<Candidate> candidates(List<MarketEvent> events) {
        return events.stream()
                .map(event -> new Candidate(
                        event,
                        event.markets().stream()
                                .filter(market -> notes.filters()
                                        .passes(market.id(), market.question(), strategy.miss(market, config)))
                                .toList()))
                .filter(candidate -> !candidate.markets().isEmpty())
                .toList();
    }

    private Ranking ranking(Markets markets, List<Candidate> candidates, Holdings holdings, Instant at) {
        if (isStale(markets, at)) {
            return Ranking.of(List.of(), Set.of());
        }
        Selection selection =
                strategy.select(new StrategyInput(now, config, candidates, holdings.outcomes(), source.history()));
        notes.warn(selection.warnings());
        notes.skipped(selection.skipped());
        List<OrderIntent> intents = new PurchaseRules(books.portfolio(), strategy, config, now, notes)
                .allowed(selection.intents(), markets);
        Set<String> held = holdings.marketIds();
        notes.skipped(
                intents.stream().filter(intent -> intent.side() == Side.BUY && held.contains(intent.marketId())),
                "held");
        return Ranking.of(intents, held);
    }

    /** Whether no trade may rest on the markets, which is told. */
    private boolean isStale(Markets markets, Instant at) {
        Duration age = Duration.between(markets.snapshot().takenAt(), at);
        Optional<Duration> most = source.maxAge().filter(maxAge -> age.compareTo(maxAge) > 0);
        most.ifPresent(maxAge -> notes.warn(StrategyReason.DATA_STALE.with("Read at %s, %s ago; at most %s."
                .formatted(markets.snapshot().takenAt(), inWords(age), inWords(maxAge)))));
        return most.isPresent();
    }

    private static String inWords(Duration time) {
        return time.toHours() >= 1 ? time.toHours() + " h" : time.toMinutes() + " min";
    }

    /** The sales, and the purchases there is room for. */
    private List<OrderIntent> chosen(Ranking ranking, Room room) {
        List<OrderIntent> intents = new ArrayList<>(ranking.sales());
        List<Purchase> affordable = ranking.affordable(room.slots(), room.cash(), notes.warnings());
        affordable.forEach(purchase -> intents.addAll(purchase.legs()));
        notes.skipped(
                ranking.purchases().stream()
                        .filter(purchase -> !affordable.contains(purchase))
                        .flatMap(purchase -> purchase.legs().stream()),
                "open_slots");
        return intents;
    }

    private static CycleSummary.Counts counts(
            Markets markets, List<MarketEvent> events, List<Candidate> candidates, Ranking ranking, Room room) {
        return new CycleSummary.Counts(
                markets.events().size(),
                events.size(),
                events.stream().mapToInt(event -> event.markets().size()).sum(),
                candidates.stream()
                        .mapToInt(candidate -> candidate.markets().size())
                        .sum(),
                ranking.size(),
                room.slots());
    }

    private CycleSummary summary(Markets markets, CycleSummary.Counts counts, List<OrderIntent> intents, Clock clock) {
        return new CycleSummary(
                request,
                strategy.type(),
                strategy.version(),
                source.kind(),
                source.label(),
                now,
                clock.instant(),
                counts,
                notes.filters().counts(),
                notes.nearest(),
                intents,
                steps.taken(),
                markets.snapshot(),
                notes.warnings());
    }
}
