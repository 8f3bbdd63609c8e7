package dev.tradesuite.market.gamma;

import dev.tradesuite.contracts.market.MarketReason;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.market.Resolution;
import dev.tradesuite.market.TradeRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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

    /** Powers a fee may be made with; another one is none that the venue has had. */
    private static final List<BigDecimal> EXPONENTS =
            List.of(ONE, BigDecimal.TWO, BigDecimal.valueOf(3), BigDecimal.valueOf(4));

    /**
     * Reads it.
     *
     * <p>{@code outcomes} and {@code outcomePrices} are strings with a list inside, amounts are decimal strings beside
     * numbers ({@code liquidityNum}), and {@code bestBid}, {@code endDate} and others may be missing. An amount that
     * the venue does not state is 0, so that no filter lets the market through for want of a figure. Of a closed market
     * only its outcomes and what they pay count; what else makes no sense does not keep it from being settled.
     *
     * @param findings gets what is wrong and does not keep the market from being read
     * @throws UnreadableException what is there makes no sense
     */
    static GammaMarket read(Fields fields, String eventId, Instant at, Findings findings) {
        String id = fields.required("id");
        List<String> names = names(fields);
        boolean closed = fields.flag("closed");
        List<BigDecimal> prices =
                closed ? readable(() -> prices(fields, names.size()), List.of()) : prices(fields, names.size());
        boolean open = !closed && !fields.flag("archived");
        Optional<TradeRules> rules = closed ? Optional.of(TradeRules.NONE) : rules(fields);
        if (rules.isEmpty()) {
            findings.add(MarketReason.FEE_UNKNOWN, id);
        }
        return new GammaMarket(
                new Market(
                        id,
                        eventId,
                        closed ? fields.text("question").orElse(id) : fields.required("question"),
                        open ? quoted(names, prices, Spread.read(fields)) : unquoted(names, prices),
                        figure(closed, fields, "liquidity", "liquidityNum"),
                        figure(closed, fields, "volume", "volumeNum"),
                        open
                                && rules.isPresent()
                                && fields.flag("active")
                                && fields.flag("acceptingOrders")
                                && fields.flag("enableOrderBook"),
                        endDate(fields, id, findings),
                        rules.orElse(TradeRules.NONE),
                        closed ? resolution(fields, names, prices, id, findings) : null,
                        at),
                open);
    }

    private static <T> T readable(Supplier<T> field, T otherwise) {
        try {
            return field.get();
        } catch (UnreadableException e) {
            return otherwise;
        }
    }

    private static BigDecimal figure(boolean closed, Fields fields, String exact, String number) {
        return closed ? readable(() -> amount(fields, exact, number), BigDecimal.ZERO) : amount(fields, exact, number);
    }

    private static @Nullable Instant endDate(Fields fields, String id, Findings findings) {
        try {
            return fields.instant("endDate").orElse(null);
        } catch (UnreadableException e) {
            findings.add(MarketReason.END_DATE_UNREADABLE, "%s (%s)".formatted(id, e.getMessage()));
            return null;
        }
    }

    /** What the venue asks of an order; empty when it takes a fee ({@code feesEnabled}) and does not say which. */
    private static Optional<TradeRules> rules(Fields fields) {
        BigDecimal minimum = amount(fields, "orderMinSize", "orderMinSize");
        if (!fields.flag("feesEnabled")) {
            return Optional.of(new TradeRules(BigDecimal.ZERO, 1, minimum));
        }
        return readable(
                () -> fields.nested("feeSchedule").flatMap(schedule -> schedule.decimal("rate")
                        .flatMap(rate -> fee(rate, schedule.decimal("exponent").orElse(ONE), minimum))),
                Optional.empty());
    }

    private static Optional<TradeRules> fee(BigDecimal rate, BigDecimal exponent, BigDecimal minimum) {
        boolean known = rate.signum() >= 0
                && rate.compareTo(ONE) <= 0
                && EXPONENTS.stream().anyMatch(whole -> whole.compareTo(exponent) == 0);
        return known ? Optional.of(new TradeRules(rate, exponent.intValue(), minimum)) : Optional.empty();
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
     * What the outcomes pay. The venue has resolved a market when it is closed and its {@code umaResolutionStatus} is
     * {@code resolved}; its prices are then what is paid, such as 1 and 0, or one half each.
     */
    private static @Nullable Resolution resolution(
            Fields fields, List<String> names, List<BigDecimal> prices, String id, Findings findings) {
        boolean resolved = fields.text("umaResolutionStatus")
                .filter(status -> status.equalsIgnoreCase("resolved"))
                .isPresent();
        if (!resolved) {
            return null;
        }
        if (!Resolution.canBe(prices)) {
            findings.add(MarketReason.RESOLUTION_UNREADABLE, id);
            return null;
        }
        Map<String, BigDecimal> payouts = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            payouts.put(names.get(i), prices.get(i));
        }
        return new Resolution(payouts);
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
