package dev.tradesuite.strategy.cycle;

import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.strategy.StrategyReason;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.strategy.cycle.PortfolioState.Position;
import dev.tradesuite.strategy.cycle.Ranking.Purchase;
import dev.tradesuite.strategy.feed.Markets;
import dev.tradesuite.strategy.feed.SharedMarkets;
import dev.tradesuite.strategy.parameter.Config;
import dev.tradesuite.strategy.selection.CommonParameters;
import dev.tradesuite.strategy.selection.Holding;
import dev.tradesuite.strategy.selection.Selection;
import dev.tradesuite.strategy.selection.SignalWish;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyInput;
import dev.tradesuite.strategy.selection.StrategyInput.Candidate;
import dev.tradesuite.strategy.selection.Warning;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A cycle from the moment it has begun at the books: markets, filters, signals, orders, prices, snapshot.
 *
 * <p>Used once, by one thread.
 *
 * @param <R> a report as the books keep it
 */
final class CycleRun<R> {

    private final CycleRequest request;
    private final OpenCycle<R> books;
    private final Config config;
    private final Strategy strategy;
    private final SharedMarkets source;
    private final Instant now;
    private final Steps steps;

    private final List<SignalWish> signals = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final Set<String> closed = new HashSet<>();
    private int openSlots;

    CycleRun(
            CycleRequest request,
            OpenCycle<R> books,
            Config config,
            Strategy strategy,
            SharedMarkets source,
            Instant now,
            Steps steps) {
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
        List<Holding> holdings = steps.time("held_markets", () -> holdings(markets));
        Ranking ranking = steps.time("signals", () -> ranking(candidates, holdings));
        steps.time("orders", () -> trade(ranking, holdings));
        int settled = steps.time("prices", () -> mark(holdings));

        Report.Counts counts = new Report.Counts(
                markets.events().size(),
                events.size(),
                events.stream().mapToInt(event -> event.markets().size()).sum(),
                candidates.stream()
                        .mapToInt(candidate -> candidate.markets().size())
                        .sum(),
                ranking.size(),
                openSlots,
                books.ordersThatAre(PortfolioOrder.Status.FILLED),
                books.ordersThatAre(PortfolioOrder.Status.DENIED),
                settled);
        return books.complete(new Report(
                request,
                strategy.type(),
                strategy.version(),
                source.kind(),
                source.label(),
                now,
                clock.instant(),
                counts,
                signals,
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

    private List<Holding> holdings(Markets markets) {
        List<Position> positions = books.portfolio().positions();
        Map<String, Market> known =
                source.find(positions.stream().map(Position::marketId).toList(), markets);
        return positions.stream()
                .map(position -> new Holding(
                        position.marketId(),
                        position.question(),
                        position.outcome(),
                        position.shares(),
                        position.averagePrice(),
                        position.openedAt(),
                        known.get(position.marketId())))
                .toList();
    }

    private Ranking ranking(List<Candidate> candidates, List<Holding> holdings) {
        Selection selection = strategy.select(new StrategyInput(now, config, candidates, holdings, source.history()));
        warnings.addAll(selection.warnings());
        Set<String> held = holdings.stream().map(Holding::marketId).collect(Collectors.toSet());
        return Ranking.of(selection.wishes(), held);
    }

    /** Sells first, because that frees slots and cash; then buys what fits. */
    private void trade(Ranking ranking, List<Holding> holdings) {
        for (SignalWish sale : ranking.sales()) {
            signals.add(sale);
            if (order(sale).filled()) {
                closed.add(sale.marketId());
            }
        }
        int stillOpen = holdings.size() - closed.size();
        openSlots = Math.max(0, config.integer(CommonParameters.MAX_POSITIONS) - stillOpen);
        for (Purchase purchase : ranking.affordable(openSlots, books.portfolio().cash(), warnings)) {
            signals.addAll(purchase.legs());
            if (purchase.isSet()) {
                buyAllOrNone(purchase);
            } else {
                order(purchase.legs().getFirst());
            }
        }
    }

    /**
     * Buys the legs of a set one after the other. The books know no order with several legs; when one is refused, what
     * has been bought is sold again at its bid at once.
     */
    private void buyAllOrNone(Purchase set) {
        List<SignalWish> bought = new ArrayList<>();
        for (SignalWish leg : set.legs()) {
            OrderResult result = order(leg);
            if (!result.filled()) {
                String refused =
                        "%s of market %s was refused: %s".formatted(leg.outcome(), leg.marketId(), result.reason());
                unwind(set, bought, refused);
                return;
            }
            bought.add(leg);
        }
    }

    private void unwind(Purchase set, List<SignalWish> bought, String refused) {
        if (bought.isEmpty()) {
            return;
        }
        List<String> kept = bought.stream()
                .filter(leg -> !soldAgain(leg, refused))
                .map(SignalWish::marketId)
                .toList();
        warnings.add(
                kept.isEmpty()
                        ? set.warning(StrategyReason.SET_UNWOUND, refused)
                        : set.warning(
                                StrategyReason.SET_INCOMPLETE,
                                "%s; still held: %s".formatted(refused, String.join(", ", kept))));
    }

    private boolean soldAgain(SignalWish leg, String refused) {
        BigDecimal bid = leg.exitPrice();
        if (bid == null) {
            return false;
        }
        SignalWish sale = new SignalWish(
                leg.marketId(),
                leg.question(),
                leg.outcome(),
                Side.SELL,
                bid,
                null,
                null,
                leg.feePercent(),
                leg.confidence(),
                "The set cannot be completed: " + refused,
                leg.set());
        signals.add(sale);
        return order(sale).filled();
    }

    private OrderResult order(SignalWish wish) {
        OrderResult result = books.order(wish, source.label());
        if (result.status() == null) {
            StrategyReason reason = StrategyReason.ORDER_NOT_TAKEN;
            warnings.add(new Warning(
                    reason, "%s Market %s: %s".formatted(reason.sentence(), wish.marketId(), result.reason())));
        }
        return result;
    }

    /** Tells the prices of what is still held. What was bought just now has the price of the same snapshot already. */
    private int mark(List<Holding> holdings) {
        List<HeldPrice> prices = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Holding holding : holdings) {
            Market market = holding.market();
            if (market == null) {
                unknown.add(holding.marketId());
            } else if (!closed.contains(holding.marketId())) {
                BigDecimal bid = holding.quote().map(quote -> quote.bid()).orElse(null);
                prices.add(new HeldPrice(holding.marketId(), holding.outcome(), bid, market.at(), market.winner()));
            }
        }
        if (!unknown.isEmpty()) {
            StrategyReason reason = StrategyReason.HELD_MARKET_UNKNOWN;
            warnings.add(
                    new Warning(reason, "%s Markets: %s.".formatted(reason.sentence(), String.join(", ", unknown))));
        }
        return prices.isEmpty() ? 0 : books.mark(prices);
    }
}
