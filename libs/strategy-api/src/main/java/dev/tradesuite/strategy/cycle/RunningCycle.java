package dev.tradesuite.strategy.cycle;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.strategy.StrategyReason;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.strategy.cycle.PortfolioState.OpenPosition;
import dev.tradesuite.strategy.cycle.Ranking.Purchase;
import dev.tradesuite.strategy.feed.Markets;
import dev.tradesuite.strategy.feed.SharedMarkets;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.selection.CommonParameters;
import dev.tradesuite.strategy.selection.HeldOutcome;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.strategy.selection.Selection;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyInput;
import dev.tradesuite.strategy.selection.StrategyInput.Candidate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A cycle from the moment it has begun at the books: markets, filters, signals, one call with prices and orders,
 * snapshot.
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

    private final List<Reason> warnings = new ArrayList<>();
    private int openSlots;

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
        List<HeldOutcome> holdings = steps.time("held_markets", () -> holdings(markets));
        Ranking ranking = steps.time("signals", () -> ranking(candidates, holdings));
        List<OrderIntent> intents = chosen(ranking, holdings);
        CycleIntents batch = new CycleIntents(source.label(), prices(holdings), intents);
        if (!batch.isEmpty()) {
            steps.time("orders", () -> books.book(batch));
        }

        CycleSummary.Counts counts = new CycleSummary.Counts(
                markets.events().size(),
                events.size(),
                events.stream().mapToInt(event -> event.markets().size()).sum(),
                candidates.stream()
                        .mapToInt(candidate -> candidate.markets().size())
                        .sum(),
                ranking.size(),
                openSlots);
        return books.complete(new CycleSummary(
                request,
                strategy.type(),
                strategy.version(),
                source.kind(),
                source.label(),
                now,
                clock.instant(),
                counts,
                intents,
                steps.taken(),
                markets.snapshot(),
                warnings));
    }

    private List<MarketEvent> keptEvents(Markets markets) {
        return markets.events().stream()
                .filter(event -> strategy.keeps(event, config))
                .toList();
    }

    private List<Candidate> candidates(List<MarketEvent> events) {
        return events.stream()
                .map(event -> new Candidate(
                        event,
                        event.markets().stream()
                                .filter(market -> strategy.keeps(market, config))
                                .toList()))
                .filter(candidate -> !candidate.markets().isEmpty())
                .toList();
    }

    private List<HeldOutcome> holdings(Markets markets) {
        List<OpenPosition> positions = books.portfolio().positions();
        Map<String, Market> known =
                source.find(positions.stream().map(OpenPosition::marketId).toList(), markets);
        return positions.stream()
                .map(position -> new HeldOutcome(
                        position.marketId(),
                        position.question(),
                        position.outcome(),
                        position.shares(),
                        position.averagePrice(),
                        position.openedAt(),
                        known.get(position.marketId())))
                .toList();
    }

    private Ranking ranking(List<Candidate> candidates, List<HeldOutcome> holdings) {
        Selection selection = strategy.select(new StrategyInput(now, config, candidates, holdings, source.history()));
        warnings.addAll(selection.warnings());
        Set<String> held = holdings.stream().map(HeldOutcome::marketId).collect(Collectors.toSet());
        return Ranking.of(selection.intents(), held);
    }

    /**
     * The sales, and the purchases that fit. What is sold or has come to its end leaves its slot to a purchase, because
     * the books settle and sell before they buy.
     */
    private List<OrderIntent> chosen(Ranking ranking, List<HeldOutcome> holdings) {
        Set<String> leaving =
                ranking.sales().stream().map(OrderIntent::marketId).collect(Collectors.toCollection(HashSet::new));
        holdings.stream()
                .filter(HeldOutcome::isResolved)
                .map(HeldOutcome::marketId)
                .forEach(leaving::add);
        openSlots = Math.max(0, config.integer(CommonParameters.MAX_POSITIONS) - (holdings.size() - leaving.size()));
        List<OrderIntent> intents = new ArrayList<>(ranking.sales());
        for (Purchase purchase : ranking.affordable(openSlots, books.portfolio().cash(), warnings)) {
            intents.addAll(purchase.legs());
        }
        return intents;
    }

    /** What is known of what is held. What is bought in this cycle gets its price with the order. */
    private List<HeldPrice> prices(List<HeldOutcome> holdings) {
        List<HeldPrice> prices = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (HeldOutcome holding : holdings) {
            Market market = holding.market();
            if (market == null) {
                unknown.add(holding.marketId());
            } else {
                prices.add(new HeldPrice(
                        holding.marketId(),
                        holding.outcome(),
                        holding.quote().map(quote -> quote.bid()).orElse(null),
                        market.at(),
                        market.winner()));
            }
        }
        if (!unknown.isEmpty()) {
            warnings.add(StrategyReason.HELD_MARKET_UNKNOWN.with("Markets: %s.".formatted(String.join(", ", unknown))));
        }
        return prices;
    }
}
