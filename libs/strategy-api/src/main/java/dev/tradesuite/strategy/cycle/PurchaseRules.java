package dev.tradesuite.strategy.cycle;

import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.strategy.StrategyReason;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.strategy.cycle.PortfolioState.RestingMarket;
import dev.tradesuite.strategy.feed.Markets;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.selection.CommonParameters;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.strategy.selection.Strategy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of the purchases a strategy wants the portfolio, its past and the venue allow; what they do not is told. */
final class PurchaseRules {

    private final PortfolioState portfolio;
    private final Strategy strategy;
    private final ParameterValues config;
    private final Instant now;
    private final CycleNotes notes;

    PurchaseRules(PortfolioState portfolio, Strategy strategy, ParameterValues config, Instant now, CycleNotes notes) {
        this.portfolio = portfolio;
        this.strategy = strategy;
        this.config = config;
        this.now = now;
        this.notes = notes;
    }

    /** All sales, and the purchases that are allowed. */
    List<OrderIntent> allowed(List<OrderIntent> intents, Markets markets) {
        if (portfolio.status() != PortfolioStatus.ACTIVE) {
            notes.warn(StrategyReason.BUYING_PAUSED.with("Portfolio %d.".formatted(portfolio.portfolioId())));
            notes.skipped(intents.stream().filter(intent -> intent.side() == Side.BUY), "active");
            return intents.stream().filter(intent -> intent.side() == Side.SELL).toList();
        }
        Set<String> resting = resting();
        List<OrderIntent> rested =
                without(intents, StrategyReason.COOLING_DOWN, intent -> resting.contains(intent.marketId()));
        return without(rested, StrategyReason.BELOW_MINIMUM_SIZE, intent -> isTooSmall(intent, markets));
    }

    /** Markets that rest after a stop loss, where the strategy has such a rest. */
    private Set<String> resting() {
        boolean rests = strategy.parameters().parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(CommonParameters.COOLDOWN.name()));
        if (!rests) {
            return Set.of();
        }
        Instant over = now.minus(Duration.ofHours(config.integer(CommonParameters.COOLDOWN)));
        return portfolio.resting().stream()
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

    /** The intents without those purchases, nor any of a set with one of them. */
    private List<OrderIntent> without(
            List<OrderIntent> intents, StrategyReason reason, Predicate<OrderIntent> unwanted) {
        List<OrderIntent> dropped = intents.stream()
                .filter(intent -> intent.side() == Side.BUY)
                .filter(unwanted)
                .toList();
        if (dropped.isEmpty()) {
            return intents;
        }
        notes.warn(reason.with("Markets: %s."
                .formatted(
                        dropped.stream().map(OrderIntent::marketId).distinct().collect(Collectors.joining(", ")))));
        notes.skipped(dropped.stream(), reason.name().toLowerCase(Locale.ROOT));
        Set<String> sets = dropped.stream()
                .flatMap(intent -> Stream.ofNullable(intent.set()))
                .collect(Collectors.toSet());
        return intents.stream()
                .filter(intent -> !dropped.contains(intent) && (intent.set() == null || !sets.contains(intent.set())))
                .toList();
    }
}
