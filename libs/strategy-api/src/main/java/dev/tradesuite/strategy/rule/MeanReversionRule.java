package dev.tradesuite.strategy.rule;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.strategy.StrategyReason;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.strategy.feed.PriceWindows;
import dev.tradesuite.strategy.feed.PriceWindows.PriceWindow;
import dev.tradesuite.strategy.parameter.Parameter;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.parameter.Range;
import dev.tradesuite.strategy.parameter.Rule;
import dev.tradesuite.strategy.selection.CommonParameters;
import dev.tradesuite.strategy.selection.HeldOutcome;
import dev.tradesuite.strategy.selection.Miss;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.strategy.selection.Quotes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Buys an outcome that has fallen below its own recent mean, and sells it when it has come back, has fallen further or
 * was held long enough.
 *
 * <p>confidence = fall / (2 x {@code entry_drop}), 1 at most: a fall that is just enough has 0.5.
 */
public final class MeanReversionRule {

    /** The longest time the mean can be taken over. */
    public static final Duration LONGEST_LOOKBACK = Duration.ofHours(24);

    public static final Parameter LOOKBACK_HOURS = Parameter.integer(
            "lookback_hours", "hours", 6, Range.of("1", "24"), "The mean is that of the prices of this time.");

    public static final Parameter MIN_OBSERVATIONS = Parameter.integer(
            "min_observations",
            "count",
            4,
            Range.of("2", "288"),
            "The mean counts when it rests on so many prices, five minutes or more apart.");

    public static final Parameter ENTRY_DROP = Parameter.decimal(
            "entry_drop",
            "probability",
            "0.05",
            Range.of("0.001", "1"),
            "An outcome is bought when its price and its ask are this much below the mean.");

    public static final Parameter MIN_PROBABILITY = Parameter.decimal(
            "min_probability",
            "probability",
            "0.20",
            CommonParameters.PROBABILITY,
            "An outcome is bought when its price and its ask are at least this high: what is cheaper has been"
                    + " decided.");

    public static final Parameter MAX_PROBABILITY = Parameter.decimal(
            "max_probability",
            "probability",
            "0.80",
            CommonParameters.PROBABILITY,
            "An outcome is bought when its price and its ask are at most this high: little is left to win above.");

    public static final Parameter TAKE_PROFIT = Parameter.decimal(
            "take_profit",
            "probability",
            "0.03",
            Range.of("0.001", "1"),
            "A position is sold when it can be sold for this much more than was paid; an outcome is bought only when"
                    + " its ask leaves so much room below the mean.");

    public static final Parameter STOP_LOSS = Parameter.decimal(
            "stop_loss",
            "probability",
            "0.10",
            Range.of("0.001", "1"),
            "A position is sold when it can be sold for this much less than was paid.");

    public static final Parameter MAX_HOLDING_HOURS = Parameter.integer(
            "max_holding_hours",
            "hours",
            24,
            Range.of("1", "8760"),
            "A position is sold when it has been held for so long.");

    /** What it reads from a configuration. */
    public static final List<Parameter> PARAMETERS = List.of(
            LOOKBACK_HOURS,
            MIN_OBSERVATIONS,
            ENTRY_DROP,
            MIN_PROBABILITY,
            MAX_PROBABILITY,
            TAKE_PROFIT,
            STOP_LOSS,
            MAX_HOLDING_HOURS,
            CommonParameters.MAX_SPREAD,
            CommonParameters.COOLDOWN);

    /** What must hold between them. */
    public static final List<Rule> RULES = List.of(
            Rule.ordered(MIN_PROBABILITY, MAX_PROBABILITY),
            new Rule(
                    MIN_OBSERVATIONS,
                    "EMPTY_BAND",
                    config -> config.integer(MIN_OBSERVATIONS) > mostObservations(config),
                    config -> "expected at most %d: prices are remembered every five minutes for %s hours"
                            .formatted(mostObservations(config), config.integer(LOOKBACK_HOURS))));

    /** Means are sums of binary fractions; a difference this small is none. */
    private static final double ROUNDING = 1e-9;

    private MeanReversionRule() {}

    /** The time the mean is taken over. */
    public static Duration lookback(ParameterValues config) {
        return Duration.ofHours(config.integer(LOOKBACK_HOURS));
    }

    /**
     * The outcome of the market that has fallen enough, when it can be bought.
     *
     * @param history prices of the {@link #lookback}
     */
    public static Optional<OutcomeView> view(Market market, ParameterValues config, PriceWindows history) {
        return market.outcomes().stream()
                .flatMap(outcome -> view(market, outcome, config, history.window(market.id(), outcome.name())))
                .findFirst();
    }

    /** Says so when too few prices are known to take a mean of any market. */
    public static List<Reason> warnings(List<Market> markets, ParameterValues config, PriceWindows history) {
        if (!history.known()) {
            return List.of(StrategyReason.HISTORY_UNAVAILABLE.with("%d markets.".formatted(markets.size())));
        }
        if (markets.isEmpty() || markets.stream().anyMatch(market -> hasHistory(market, config, history))) {
            return List.of();
        }
        return List.of(StrategyReason.HISTORY_TOO_SHORT.with(
                "None of %d markets has %d prices.".formatted(markets.size(), config.integer(MIN_OBSERVATIONS))));
    }

    /** The intent to sell what is held, when it is time to. Nothing is sold while nobody bids. */
    public static Optional<OrderIntent> exit(HeldOutcome holding, ParameterValues config, Instant now) {
        return holding.bid().flatMap(bid -> whyToSell(holding, bid, config, now)
                .map(reason -> OrderIntent.sell(holding, bid, reason)));
    }

    private static boolean hasHistory(Market market, ParameterValues config, PriceWindows history) {
        return market.outcomes().stream()
                .anyMatch(outcome ->
                        history.window(market.id(), outcome.name()).observations() >= config.integer(MIN_OBSERVATIONS));
    }

    /** Why no outcome of the market is bought: of the one that comes nearest; empty when one is. */
    public static Optional<Miss> whyNot(Market market, ParameterValues config, PriceWindows history) {
        List<Optional<Miss>> misses = market.outcomes().stream()
                .map(outcome -> whyNot(outcome, config, history.window(market.id(), outcome.name())))
                .toList();
        return misses.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : misses.stream().flatMap(Optional::stream).min(Comparator.comparingDouble(Miss::distance));
    }

    private static Optional<Miss> whyNot(Outcome outcome, ParameterValues config, PriceWindow window) {
        BigDecimal price = outcome.price();
        BigDecimal ask = Quotes.ask(outcome).orElse(null);
        if (price == null || ask == null) {
            return Optional.of(Miss.of(price == null ? "price" : "ask"));
        }
        if (window.observations() < config.integer(MIN_OBSERVATIONS)) {
            return Miss.below(MIN_OBSERVATIONS, BigDecimal.valueOf(window.observations()), config);
        }
        double fallPaid = window.mean() - ask.doubleValue();
        double fall = Math.min(window.mean() - price.doubleValue(), fallPaid);
        return missing(ENTRY_DROP, fall, config)
                .or(() -> missing(TAKE_PROFIT, fallPaid, config))
                .or(() -> decided(price, config))
                .or(() -> decided(ask, config))
                .or(() -> wideSpread(outcome, config));
    }

    /** A fall that is too small; means are sums of binary fractions, and a difference of rounding is none. */
    private static Optional<Miss> missing(Parameter floor, double fall, ParameterValues config) {
        return fall >= config.number(floor) - ROUNDING
                ? Optional.empty()
                : Optional.of(new Miss(floor.name(), shown(fall), config.decimal(floor)));
    }

    private static BigDecimal shown(double fall) {
        return BigDecimal.valueOf(fall).setScale(4, RoundingMode.HALF_EVEN);
    }

    private static Optional<Miss> decided(BigDecimal price, ParameterValues config) {
        return Miss.below(MIN_PROBABILITY, price, config).or(() -> Miss.above(MAX_PROBABILITY, price, config));
    }

    /** A spread that is too wide, or reaches the stop loss at once. */
    private static Optional<Miss> wideSpread(Outcome outcome, ParameterValues config) {
        BigDecimal spread = Quotes.spread(outcome).orElse(null);
        if (spread == null) {
            return Optional.of(Miss.of("bid"));
        }
        return Miss.above(CommonParameters.MAX_SPREAD, spread, config)
                .or(() -> spread.compareTo(config.decimal(STOP_LOSS)) < 0
                        ? Optional.empty()
                        : Optional.of(new Miss(STOP_LOSS.name(), spread, config.decimal(STOP_LOSS))));
    }

    private static Stream<OutcomeView> view(
            Market market, Outcome outcome, ParameterValues config, PriceWindow window) {
        BigDecimal price = outcome.price();
        BigDecimal ask = Quotes.ask(outcome).orElse(null);
        if (price == null || ask == null || whyNot(outcome, config, window).isPresent()) {
            return Stream.empty();
        }
        double fall = window.mean() - price.doubleValue();
        String reason = String.format(
                Locale.ROOT,
                "%s at %s is %.4f below the mean %.4f of %d prices in %d hours; offered at %s",
                outcome.name(),
                price.toPlainString(),
                fall,
                window.mean(),
                window.observations(),
                config.integer(LOOKBACK_HOURS),
                ask.toPlainString());
        double confidence = Math.min(1, fall / (2 * config.number(ENTRY_DROP)));
        return Stream.of(new OutcomeView(market, outcome, ask, confidence, reason));
    }

    private static Optional<String> whyToSell(
            HeldOutcome holding, BigDecimal bid, ParameterValues config, Instant now) {
        BigDecimal gain = bid.subtract(holding.averagePrice());
        String figures = "bought at %s, bid %s"
                .formatted(holding.averagePrice().stripTrailingZeros().toPlainString(), bid.toPlainString());
        if (gain.compareTo(config.decimal(TAKE_PROFIT)) >= 0) {
            return Optional.of("It has come back: " + figures);
        }
        if (gain.negate().compareTo(config.decimal(STOP_LOSS)) >= 0) {
            return Optional.of("It has fallen further: " + figures);
        }
        Duration held = Duration.between(holding.openedAt(), now);
        if (held.compareTo(Duration.ofHours(config.integer(MAX_HOLDING_HOURS))) >= 0) {
            return Optional.of("It was held for %d hours: %s".formatted(held.toHours(), figures));
        }
        return Optional.empty();
    }

    private static int mostObservations(ParameterValues config) {
        return config.integer(LOOKBACK_HOURS) * 12;
    }
}
