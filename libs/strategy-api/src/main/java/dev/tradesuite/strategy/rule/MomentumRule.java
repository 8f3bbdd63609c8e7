package dev.tradesuite.strategy.rule;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.strategy.parameter.Parameter;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.parameter.Rule;
import dev.tradesuite.strategy.selection.CommonParameters;
import dev.tradesuite.strategy.selection.Miss;
import dev.tradesuite.strategy.selection.Quotes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Buys the favourite of a market with two outcomes.
 *
 * <p>conviction = |yes - no| of the prices the venue shows. The favourite is the outcome with the higher price, and
 * that price is the confidence. As both prices sum to about 1, a favourite cannot cost more than (1 + conviction) / 2.
 * What is paid is the ask, so the band holds for the ask as well, |ask - (1 - ask)|, and so does the floor.
 */
public final class MomentumRule {

    public static final Parameter MIN_CONVICTION = Parameter.decimal(
            "market_min_conviction",
            "probability",
            "0.50",
            CommonParameters.PROBABILITY,
            "A market is looked at when the prices of its two outcomes are at least this far apart.");

    public static final Parameter MAX_CONVICTION = Parameter.decimal(
            "market_max_conviction",
            "probability",
            "0.60",
            CommonParameters.PROBABILITY,
            "A market is looked at when the prices of its two outcomes are at most this far apart.");

    public static final Parameter MIN_CONFIDENCE = Parameter.decimal(
            "min_confidence",
            "probability",
            "0.75",
            CommonParameters.PROBABILITY,
            "The favourite is bought when its price and its ask are at least this high.");

    /** What it reads from a configuration. */
    public static final List<Parameter> PARAMETERS =
            List.of(MIN_CONVICTION, MAX_CONVICTION, MIN_CONFIDENCE, CommonParameters.MAX_SPREAD);

    /** What must hold between them. */
    public static final List<Rule> RULES =
            List.of(Rule.ordered(MIN_CONVICTION, MAX_CONVICTION), confidenceWithinTheBand());

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private MomentumRule() {}

    /** Why the market is not looked at; empty when it has two outcomes whose prices are as far apart as wanted. */
    public static Optional<Miss> miss(Market market, ParameterValues config) {
        Optional<BigDecimal> conviction = conviction(market);
        return conviction.isEmpty()
                ? Optional.of(Miss.of("two_priced_outcomes"))
                : outsideTheBand(conviction.get(), config);
    }

    private static Optional<Miss> outsideTheBand(BigDecimal conviction, ParameterValues config) {
        return Miss.below(MIN_CONVICTION, conviction, config).or(() -> Miss.above(MAX_CONVICTION, conviction, config));
    }

    /** The favourite of a market without a {@link #miss}, when it is dear enough and can be bought at its price. */
    public static Optional<OutcomeView> view(Market market, ParameterValues config) {
        return favourite(market)
                .filter(favourite -> whyNot(favourite, config).isEmpty())
                .flatMap(favourite ->
                        Quotes.ask(favourite).map(ask -> view(market, favourite, ask, price(favourite), config)));
    }

    /** Why the favourite of a market without a {@link #miss} is not bought; empty when it is. */
    public static Optional<Miss> whyNot(Market market, ParameterValues config) {
        return favourite(market).flatMap(favourite -> whyNot(favourite, config));
    }

    /** The band and the floor hold for what is paid as well, and little may be lost by selling at once. */
    private static Optional<Miss> whyNot(Outcome favourite, ParameterValues config) {
        Optional<Miss> cheap = Miss.below(MIN_CONFIDENCE, price(favourite), config);
        BigDecimal ask = Quotes.ask(favourite).orElse(null);
        if (cheap.isPresent() || ask == null) {
            return cheap.or(() -> Optional.of(Miss.of("ask")));
        }
        BigDecimal convictionPaid = ask.subtract(BigDecimal.ONE.subtract(ask)).abs();
        return outsideTheBand(convictionPaid, config)
                .or(() -> Miss.below(MIN_CONFIDENCE, ask, config))
                .or(() -> wideSpread(favourite, config));
    }

    private static Optional<Miss> wideSpread(Outcome favourite, ParameterValues config) {
        Optional<BigDecimal> spread = Quotes.spread(favourite);
        return spread.isEmpty()
                ? Optional.of(Miss.of("bid"))
                : Miss.above(CommonParameters.MAX_SPREAD, spread.get(), config);
    }

    private static OutcomeView view(
            Market market, Outcome favourite, BigDecimal ask, BigDecimal price, ParameterValues config) {
        String reason = "%s at %s is the favourite by %s, within %s to %s, and at least %s; offered at %s"
                .formatted(
                        favourite.name(),
                        price.toPlainString(),
                        conviction(market).orElse(BigDecimal.ZERO).toPlainString(),
                        config.decimal(MIN_CONVICTION).toPlainString(),
                        config.decimal(MAX_CONVICTION).toPlainString(),
                        config.decimal(MIN_CONFIDENCE).toPlainString(),
                        ask.toPlainString());
        return new OutcomeView(market, favourite, ask, price.doubleValue(), reason);
    }

    /** |yes - no|; empty when the market has not two outcomes with a price. */
    static Optional<BigDecimal> conviction(Market market) {
        return favourite(market).map(_ -> price(market.outcomes().getFirst())
                .subtract(price(market.outcomes().getLast()))
                .abs());
    }

    private static Optional<Outcome> favourite(Market market) {
        List<Outcome> outcomes = market.outcomes();
        if (outcomes.size() != 2 || outcomes.stream().anyMatch(outcome -> outcome.price() == null)) {
            return Optional.empty();
        }
        Outcome first = outcomes.getFirst();
        Outcome second = outcomes.getLast();
        return Optional.of(price(first).compareTo(price(second)) >= 0 ? first : second);
    }

    private static BigDecimal price(Outcome outcome) {
        BigDecimal price = outcome.price();
        if (price == null) {
            throw new IllegalArgumentException(outcome.name() + " has no price");
        }
        return price;
    }

    private static Rule confidenceWithinTheBand() {
        return new Rule(
                MIN_CONFIDENCE,
                "EMPTY_BAND",
                config -> config.decimal(MIN_CONFIDENCE).compareTo(dearest(config)) > 0,
                config -> "expected at most %s = (1 + %s) / 2: no favourite of a market within the band costs more"
                        .formatted(dearest(config).toPlainString(), MAX_CONVICTION.name()));
    }

    private static BigDecimal dearest(ParameterValues config) {
        return config.decimal(MAX_CONVICTION).add(BigDecimal.ONE).multiply(HALF).stripTrailingZeros();
    }
}
