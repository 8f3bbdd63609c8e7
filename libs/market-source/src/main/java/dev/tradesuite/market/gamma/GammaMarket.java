package dev.tradesuite.market.gamma;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One market of the Gamma API.
 *
 * @param market as the port has it
 * @param open whether the venue has not closed it; an open one need not take orders
 */
record GammaMarket(Market market, boolean open) {

    private static final BigDecimal ONE = BigDecimal.ONE;

    /**
     * Reads it.
     *
     * <p>{@code outcomes} and {@code outcomePrices} are strings with a list inside, amounts are decimal strings beside
     * numbers ({@code liquidityNum}), and {@code bestBid}, {@code endDate} and others may be missing. An amount that
     * the venue does not state is 0, so that no filter lets the market through for want of a figure.
     *
     * @throws UnreadableException what is there makes no sense
     */
    static GammaMarket read(Fields fields, String eventId, Instant at) {
        String id = fields.required("id");
        List<String> names = names(fields);
        List<BigDecimal> prices = prices(fields, names.size());
        boolean closed = fields.flag("closed");
        String winner = closed ? winner(fields, names, prices) : null;
        boolean open = !closed && !fields.flag("archived");
        return new GammaMarket(
                new Market(
                        id,
                        eventId,
                        fields.required("question"),
                        open ? quoted(names, prices, Spread.read(fields)) : unquoted(names, prices),
                        amount(fields, "liquidity", "liquidityNum"),
                        amount(fields, "volume", "volumeNum"),
                        open
                                && fields.flag("active")
                                && fields.flag("acceptingOrders")
                                && fields.flag("enableOrderBook"),
                        fields.instant("endDate").orElse(null),
                        winner,
                        at),
                open);
    }

    boolean cameOutNo() {
        List<Outcome> outcomes = market.outcomes();
        return outcomes.size() == 2 && outcomes.get(1).name().equals(market.winner());
    }

    boolean endsBefore(Instant at) {
        Instant end = market.endsAt();
        return end != null && end.isBefore(at);
    }

    /**
     * The outcome that came true. The venue has resolved a market when it is closed, its {@code umaResolutionStatus} is
     * {@code resolved}, and one outcome pays 1 and every other 0. A market resolved to anything between, such as one
     * half each, has no winner.
     */
    private static @Nullable String winner(Fields fields, List<String> names, List<BigDecimal> prices) {
        boolean resolved = fields.text("umaResolutionStatus")
                .filter(status -> status.equalsIgnoreCase("resolved"))
                .isPresent();
        boolean pays = !prices.isEmpty()
                && prices.stream().allMatch(price -> price.signum() == 0 || price.compareTo(ONE) == 0)
                && prices.stream().filter(price -> price.signum() > 0).count() == 1;
        return resolved && pays
                ? names.get(prices.stream().map(BigDecimal::signum).toList().indexOf(1))
                : null;
    }

    private static List<String> names(Fields fields) {
        List<String> names = fields.list("outcomes").stream().map(String::strip).toList();
        if (names.size() < 2 || names.contains("") || new HashSet<>(names).size() < names.size()) {
            throw new UnreadableException("outcomes are not two or more different names: " + names);
        }
        return names;
    }

    private static List<BigDecimal> prices(Fields fields, int outcomes) {
        List<BigDecimal> prices = fields.decimals("outcomePrices");
        if (!prices.isEmpty() && prices.size() != outcomes) {
            throw new UnreadableException("%d outcomePrices for %d outcomes".formatted(prices.size(), outcomes));
        }
        prices.forEach(price -> probability("outcomePrices", price));
        return prices;
    }

    private static List<Outcome> unquoted(List<String> names, List<BigDecimal> prices) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Outcome(names.get(i), prices.isEmpty() ? null : prices.get(i), null, null))
                .toList();
    }

    /** The venue states the book of the first outcome; of two, the second is its mirror image. */
    private static List<Outcome> quoted(List<String> names, List<BigDecimal> prices, Spread first) {
        List<Outcome> outcomes = new ArrayList<>(unquoted(names, prices));
        if (outcomes.size() == 2) {
            Spread second = first.mirrored();
            outcomes.replaceAll(outcome -> {
                Spread spread = outcome.name().equals(names.getFirst()) ? first : second;
                return new Outcome(outcome.name(), outcome.price(), spread.bid(), spread.ask());
            });
        }
        return outcomes;
    }

    private static BigDecimal amount(Fields fields, String exact, String number) {
        BigDecimal amount =
                fields.decimal(exact).or(() -> fields.decimal(number)).orElse(BigDecimal.ZERO);
        if (amount.signum() < 0) {
            throw new UnreadableException("%s is negative: %s".formatted(exact, amount.toPlainString()));
        }
        return amount;
    }

    private static void probability(String name, BigDecimal price) {
        if (price.signum() < 0 || price.compareTo(ONE) > 0) {
            throw new UnreadableException("%s is not from 0 to 1: %s".formatted(name, price.toPlainString()));
        }
    }

    /**
     * Best bid and best ask of an outcome; absent when nobody bids or offers.
     *
     * @param bid above 0
     * @param ask below 1
     */
    private record Spread(@Nullable BigDecimal bid, @Nullable BigDecimal ask) {

        /** A bid of 0 and an ask of 1 stand for an empty side, and a bid above the ask is no book anybody can trade. */
        static Spread read(Fields fields) {
            Optional<BigDecimal> bid = side(fields, "bestBid");
            Optional<BigDecimal> ask = side(fields, "bestAsk");
            boolean crossed = bid.isPresent() && ask.isPresent() && bid.get().compareTo(ask.get()) > 0;
            return crossed ? new Spread(null, null) : new Spread(bid.orElse(null), ask.orElse(null));
        }

        Spread mirrored() {
            return new Spread(ask == null ? null : ONE.subtract(ask), bid == null ? null : ONE.subtract(bid));
        }

        private static Optional<BigDecimal> side(Fields fields, String name) {
            Optional<BigDecimal> price = fields.decimal(name);
            price.ifPresent(value -> probability(name, value));
            return price.filter(value -> value.signum() > 0 && value.compareTo(ONE) < 0);
        }
    }
}
