package dev.tradesuite.orchestrator.stop;

import dev.tradesuite.contracts.ledger.PortfolioReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sells what portfolios hold, because a stop flattens. Shares are noted before they are sold, so that they are told of
 * whatever happens. A price may not come for weeks: what cannot be sold after a few attempts stays, with the reason.
 */
final class StopSales {

    /** Answers that say no, after which shares are left where they are. */
    static final int MOST_ATTEMPTS = 5;

    private final TradingStops stops;
    private final StopPortfolios portfolios;
    private final UnitOfWork work;
    private final Duration lease;
    private final Clock clock;

    StopSales(TradingStops stops, StopPortfolios portfolios, UnitOfWork work, Duration lease, Clock clock) {
        this.stops = stops;
        this.portfolios = portfolios;
        this.work = work;
        this.lease = lease;
        this.clock = clock;
    }

    /** Sells what there is; why it has to be tried again, or empty. */
    Optional<Reason> sell(TradingStop stop) {
        return switch (portfolios.find(stop.wish())) {
            case StopAnswer.Unanswered<List<StopPortfolios.Held>>(Reason why) -> Optional.of(why);
            case StopAnswer.Told<List<StopPortfolios.Held>>(List<StopPortfolios.Held> found) -> {
                Map<StopItem.Key, StopItem> known = stops.items(stop.id()).stream()
                        .filter(item -> item.key().kind() == StopItem.Kind.SHARES)
                        .collect(Collectors.toMap(StopItem::key, item -> item));
                Optional<Reason> waits = Optional.empty();
                for (StopPortfolios.Held portfolio : found) {
                    Optional<Reason> why = sell(stop, known, portfolio);
                    waits = why.isPresent() ? why : waits;
                }
                yield waits;
            }
        };
    }

    private Optional<Reason> sell(TradingStop stop, Map<StopItem.Key, StopItem> known, StopPortfolios.Held portfolio) {
        String account = TradingStop.Wish.accountOf(portfolio.id());
        List<StopItem> open = known.values().stream()
                .filter(item ->
                        item.key().accountId().equals(account) && !item.told().done())
                .toList();
        if (portfolio.positions() == 0 && open.isEmpty()) {
            return Optional.empty();
        }
        return switch (portfolios.shares(portfolio.id())) {
            case StopAnswer.Unanswered<List<StopPortfolios.Shares>>(Reason why) -> Optional.of(why);
            case StopAnswer.Told<List<StopPortfolios.Shares>>(List<StopPortfolios.Shares> held) -> {
                List<StopItem> items = new ArrayList<>();
                for (StopPortfolios.Shares shares : held) {
                    StopItem fresh = StopItem.of(account, shares, now());
                    items.add(known.getOrDefault(fresh.key(), fresh));
                }
                gone(stop, open, items);
                yield items.stream().allMatch(item -> item.told().attempts() >= MOST_ATTEMPTS)
                        ? Optional.empty()
                        : sell(stop, portfolio.id(), items);
            }
        };
    }

    /** What is not held any more was sold before this instance took the stop up, or settled. */
    private void gone(TradingStop stop, List<StopItem> open, List<StopItem> held) {
        Set<StopItem.Key> still = held.stream().map(StopItem::key).collect(Collectors.toSet());
        open.stream().filter(item -> !still.contains(item.key())).forEach(item -> note(stop, item.done(now())));
    }

    private Optional<Reason> sell(TradingStop stop, long portfolio, List<StopItem> items) {
        items.forEach(item -> note(stop, item));
        return switch (portfolios.sell(portfolio)) {
            case StopAnswer.Unanswered<Map<String, Reason>>(Reason why) -> {
                items.forEach(item -> note(stop, item.waiting(why, now())));
                yield Optional.of(why);
            }
            case StopAnswer.Told<Map<String, Reason>>(Map<String, Reason> left) -> {
                boolean again = false;
                for (StopItem item : items) {
                    StopItem told =
                            told(item, Optional.ofNullable(left.get(item.key().subject())));
                    note(stop, told);
                    again |= !told.told().done() && told.told().attempts() < MOST_ATTEMPTS;
                }
                yield again ? Optional.of(TradeReason.STOP_UNFINISHED.reason()) : Optional.empty();
            }
        };
    }

    private StopItem told(StopItem item, Optional<Reason> left) {
        return left.map(why -> isAnswer(why) ? item.tried(now()).waiting(why, now()) : item.waiting(why, now()))
                .orElseGet(() -> item.tried(now()).done(now()));
    }

    /** Risk that is silent says nothing about the price. */
    private static boolean isAnswer(Reason why) {
        return !why.code().equals(PortfolioReason.RISK_UNAVAILABLE.name());
    }

    private void note(TradingStop stop, StopItem item) {
        work.durable(() -> stops.note(stop, item, lease));
    }

    private Instant now() {
        return clock.instant();
    }
}
