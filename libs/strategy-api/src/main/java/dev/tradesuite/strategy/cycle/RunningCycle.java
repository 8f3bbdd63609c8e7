package dev.tradesuite.strategy.cycle;

import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.strategy.StrategyReason;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.strategy.cycle.PortfolioState.OpenPosition;
import dev.tradesuite.strategy.cycle.PortfolioState.RestingMarket;
import dev.tradesuite.strategy.cycle.Ranking.Purchase;
import dev.tradesuite.strategy.feed.Markets;
import dev.tradesuite.strategy.feed.SharedMarkets;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.selection.CommonParameters;
import dev.tradesuite.strategy.selection.HeldOutcome;
import dev.tradesuite.strategy.selection.Miss;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.strategy.selection.Selection;
import dev.tradesuite.strategy.selection.SkippedMarket;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyInput;
import dev.tradesuite.strategy.selection.StrategyInput.Candidate;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cycle from the moment it has begun at the books: markets, filters, signals, one call with prices and orders,
 * snapshot.
 *
 * <p>Used once, by one thread.
 *
 * @param <R> a report as the books keep it
 */
final class RunningCycle<R> {

    /** A report stays readable. */
    private static final int MOST_SKIPPED = 100;

    private final CycleRequest request;
    private final OpenCycle<R> books;
    private final ParameterValues config;
    private final Strategy strategy;
    private final SharedMarkets source;
    private final Instant now;
    private final StepTimer steps;

    private final List<Reason> warnings = new ArrayList<>();
    private final FilterTally filters = new FilterTally();
    private final List<SkippedMarket> skipped = new ArrayList<>();
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
        Ranking ranking = steps.time("signals", () -> ranking(markets, candidates, holdings, clock.instant()));
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
                filters.counts(),
                nearestFirst(skipped),
                intents,
                steps.taken(),
                markets.snapshot(),
                warnings));
    }

    private List<MarketEvent> keptEvents(Markets markets) {
        return markets.events().stream()
                .filter(event -> filters.passes(event.id(), event.title(), strategy.miss(event, config)))
                .toList();
    }

    private List<Candidate> candidates(List<MarketEvent> events) {
        return events.stream()
                .map(event -> new Candidate(
                        event,
                        event.markets().stream()
                                .filter(market ->
                                        filters.passes(market.id(), market.question(), strategy.miss(market, config)))
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

    private Ranking ranking(Markets markets, List<Candidate> candidates, List<HeldOutcome> holdings, Instant at) {
        if (isStale(markets, at)) {
            return Ranking.of(List.of(), Set.of());
        }
        Selection selection = strategy.select(new StrategyInput(now, config, candidates, holdings, source.history()));
        warnings.addAll(selection.warnings());
        skipped.addAll(selection.skipped());
        List<OrderIntent> intents = bought(selection.intents(), markets);
        Set<String> held = holdings.stream().map(HeldOutcome::marketId).collect(Collectors.toSet());
        skip(intents.stream().filter(intent -> intent.side() == Side.BUY && held.contains(intent.marketId())), "held");
        return Ranking.of(intents, held);
    }

    private void skip(Stream<OrderIntent> intents, String filter) {
        intents.map(intent -> new SkippedMarket(intent.marketId(), intent.question(), Miss.of(filter)))
                .forEach(skipped::add);
    }

    private static List<SkippedMarket> nearestFirst(List<SkippedMarket> markets) {
        return markets.stream()
                .sorted(Comparator.comparingDouble(market -> market.why().distance()))
                .limit(MOST_SKIPPED)
                .toList();
    }

    /** Whether no trade may rest on the markets, which is told. */
    private boolean isStale(Markets markets, Instant at) {
        Duration age = Duration.between(markets.snapshot().takenAt(), at);
        Optional<Duration> most = source.maxAge().filter(maxAge -> age.compareTo(maxAge) > 0);
        most.ifPresent(maxAge -> warnings.add(StrategyReason.DATA_STALE.with("Read at %s, %s ago; at most %s."
                .formatted(markets.snapshot().takenAt(), inWords(age), inWords(maxAge)))));
        return most.isPresent();
    }

    private static String inWords(Duration time) {
        return time.toHours() >= 1 ? time.toHours() + " h" : time.toMinutes() + " min";
    }

    /** The sales, and the purchases that the portfolio, its past and the venue allow. */
    private List<OrderIntent> bought(List<OrderIntent> intents, Markets markets) {
        if (books.portfolio().status() != PortfolioStatus.ACTIVE) {
            warnings.add(StrategyReason.BUYING_PAUSED.with(
                    "Portfolio %d.".formatted(books.portfolio().portfolioId())));
            skip(intents.stream().filter(intent -> intent.side() == Side.BUY), "active");
            return intents.stream().filter(intent -> intent.side() == Side.SELL).toList();
        }
        Set<String> resting = resting();
        List<OrderIntent> rested =
                without(intents, StrategyReason.COOLING_DOWN, intent -> resting.contains(intent.marketId()));
        return without(rested, StrategyReason.BELOW_MINIMUM_SIZE, intent -> isTooSmall(intent, markets));
    }

    private Set<String> resting() {
        boolean rests = strategy.parameters().parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(CommonParameters.COOLDOWN.name()));
        if (!rests) {
            return Set.of();
        }
        Instant over = now.minus(Duration.ofHours(config.integer(CommonParameters.COOLDOWN)));
        return books.portfolio().resting().stream()
                .filter(resting -> resting.since().isAfter(over))
                .map(RestingMarket::marketId)
                .collect(Collectors.toSet());
    }

    private static boolean isTooSmall(OrderIntent intent, Markets markets) {
        BigDecimal stake = intent.stake();
        return stake != null
                && markets.market(intent.marketId())
                        .map(market -> market.rules().minimumShares().multiply(intent.price()))
                        .filter(least -> stake.compareTo(least) < 0)
                        .isPresent();
    }

    /** The intents without those purchases, nor any of a set with one of them; which they are is told. */
    private List<OrderIntent> without(
            List<OrderIntent> intents, StrategyReason reason, Predicate<OrderIntent> unwanted) {
        List<OrderIntent> dropped = intents.stream()
                .filter(intent -> intent.side() == Side.BUY)
                .filter(unwanted)
                .toList();
        if (dropped.isEmpty()) {
            return intents;
        }
        warnings.add(reason.with("Markets: %s."
                .formatted(
                        dropped.stream().map(OrderIntent::marketId).distinct().collect(Collectors.joining(", ")))));
        skip(dropped.stream(), reason.name().toLowerCase(Locale.ROOT));
        Set<String> sets = dropped.stream()
                .flatMap(intent -> Stream.ofNullable(intent.set()))
                .collect(Collectors.toSet());
        return intents.stream()
                .filter(intent -> !dropped.contains(intent) && (intent.set() == null || !sets.contains(intent.set())))
                .toList();
    }

    /**
     * The sales, and the purchases that fit. What is sold or has come to its end leaves its slot and its cash to a
     * purchase, because the books settle and sell before they buy.
     */
    private List<OrderIntent> chosen(Ranking ranking, List<HeldOutcome> holdings) {
        Map<String, HeldOutcome> held =
                holdings.stream().collect(Collectors.toMap(HeldOutcome::marketId, Function.identity()));
        BigDecimal cash = books.portfolio().cash();
        Set<String> leaving = new HashSet<>();
        for (HeldOutcome holding : holdings) {
            Optional<BigDecimal> payout = holding.payout();
            if (payout.isPresent()) {
                leaving.add(holding.marketId());
                cash = cash.add(holding.shares().multiply(payout.get()));
            }
        }
        for (OrderIntent sale : ranking.sales()) {
            HeldOutcome sold = held.get(sale.marketId());
            if (sold != null && leaving.add(sale.marketId())) {
                cash = cash.add(Ranking.lessFee(sold.shares().multiply(sale.price()), sale));
            }
        }
        openSlots = Math.max(0, config.integer(CommonParameters.MAX_POSITIONS) - (holdings.size() - leaving.size()));
        List<OrderIntent> intents = new ArrayList<>(ranking.sales());
        List<Purchase> affordable = ranking.affordable(openSlots, cash, warnings);
        affordable.forEach(purchase -> intents.addAll(purchase.legs()));
        skip(
                ranking.purchases().stream()
                        .filter(purchase -> !affordable.contains(purchase))
                        .flatMap(purchase -> purchase.legs().stream()),
                "open_slots");
        return intents;
    }

    /** What is known of what is held. What is bought in this cycle gets its price with the order. */
    private List<HeldPrice> prices(List<HeldOutcome> holdings) {
        List<HeldPrice> prices = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        for (HeldOutcome holding : holdings) {
            Market market = holding.market();
            if (market == null) {
                unknown.add(holding.marketId());
            } else {
                if (holding.quote().isEmpty()) {
                    elsewhere.add("%s (%s)".formatted(holding.marketId(), holding.outcome()));
                }
                prices.add(new HeldPrice(
                        holding.marketId(),
                        holding.outcome(),
                        holding.quote().map(quote -> quote.bid()).orElse(null),
                        market.at(),
                        holding.payout().orElse(null)));
            }
        }
        if (!unknown.isEmpty()) {
            warnings.add(StrategyReason.HELD_MARKET_UNKNOWN.with("Markets: %s.".formatted(String.join(", ", unknown))));
        }
        if (!elsewhere.isEmpty()) {
            warnings.add(
                    StrategyReason.HELD_OUTCOME_UNKNOWN.with("Markets: %s.".formatted(String.join(", ", elsewhere))));
        }
        return prices;
    }
}
