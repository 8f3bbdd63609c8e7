package dev.tradesuite.momentum.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.market.MarketSource;
import dev.tradesuite.market.config.MarketSources;
import dev.tradesuite.strategy.cycle.ControllerStats;
import dev.tradesuite.strategy.cycle.CycleBooks;
import dev.tradesuite.strategy.cycle.CycleIntents;
import dev.tradesuite.strategy.cycle.CycleRequest;
import dev.tradesuite.strategy.cycle.CycleSummary;
import dev.tradesuite.strategy.cycle.FullCycle;
import dev.tradesuite.strategy.cycle.OpenCycle;
import dev.tradesuite.strategy.cycle.PortfolioState;
import dev.tradesuite.strategy.feed.PriceStore;
import dev.tradesuite.strategy.feed.SharedMarkets;
import dev.tradesuite.test.FixedClock;
import dev.tradesuite.test.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What whole cycles of many configurations buy of 500 real markets, beside what the raw file says they must: the rules
 * are written down here once more, on the fields of the venue, without a class of the suite. Skipped where the file
 * does not lie beside the checkout.
 */
class RealSelectionsTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Map<String, String> DEFAULTS = Map.of(
            "event_min_liquidity", "10000",
            "event_min_volume", "50000",
            "market_min_liquidity", "10000",
            "market_min_volume", "50000",
            "market_min_conviction", "0.50",
            "market_max_conviction", "0.60",
            "min_confidence", "0.75",
            "max_spread", "0.05",
            "max_positions", "10",
            "trade_amount", "100");

    private Path file;

    @BeforeEach
    void needsTheFile() {
        file = SharedData.require("prediction/polymarket_gamma_events_2026-01-31.derived.json.gz");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                // the defaults, and one parameter after the other
                "none",
                "event_min_liquidity=0",
                "event_min_liquidity=1000000",
                "event_min_volume=0",
                "event_min_volume=20000000",
                "market_min_liquidity=0",
                "market_min_liquidity=50000",
                "market_min_volume=0",
                "market_min_volume=1000000",
                "market_min_conviction=0",
                "market_min_conviction=0.55",
                "market_max_conviction=0.9",
                "market_max_conviction=1",
                "min_confidence=0.5",
                "min_confidence=0.78",
                "max_spread=0",
                "max_spread=0.002",
                "max_spread=1",
                "max_positions=1",
                "max_positions=0",
                "trade_amount=5",
                // several at once
                "market_min_conviction=0,market_max_conviction=1,min_confidence=0,max_positions=1000",
                "market_min_conviction=0,market_max_conviction=1,min_confidence=0,max_positions=25",
                "market_min_conviction=0.9,market_max_conviction=1,min_confidence=0.95,max_positions=50",
                "market_min_conviction=0,market_max_conviction=0.3,min_confidence=0.5,max_positions=100",
                "event_min_liquidity=0,event_min_volume=0,market_min_liquidity=0,market_min_volume=0,max_positions=1000",
                "event_min_liquidity=0,event_min_volume=0,market_min_liquidity=0,market_min_volume=0,"
                    + "market_min_conviction=0,market_max_conviction=1,min_confidence=0,max_spread=1,max_positions=1000",
                "market_min_conviction=0.2,market_max_conviction=0.8,min_confidence=0.6,max_spread=0.01,max_positions=7",
            })
    void cycleBuysWhatTheRawFileSaysItMust(String settings) throws IOException {
        Map<String, String> config = new HashMap<>(DEFAULTS);
        Map<String, Object> stated = new HashMap<>();
        if (settings != null) {
            for (String setting : settings.split(",", -1)) {
                String[] both = setting.split("=", -1);
                config.put(both[0], both[1]);
                stated.put(both[0], new BigDecimal(both[1]));
            }
        }

        assertThat(bought(stated)).containsExactlyElementsOf(expected(config));
    }

    /** Market, outcome and price of the orders of a cycle, in the order they are served. */
    private List<String> bought(Map<String, Object> config) {
        MarketSource source = MarketSources.file(file);
        FixedClock clock = FixedClock.at(source.snapshot().takenAt().toString());
        FullCycle<CycleSummary> cycles = new FullCycle<>(
                new MomentumStrategy(),
                new SharedMarkets(source, PriceStore.none(), Duration.ofSeconds(10), clock),
                _ -> new CycleBooks.Beginning.Begun<>(new Books(config)),
                new ControllerStats(clock),
                clock,
                Duration.ofSeconds(10));
        return cycles.run(new CycleRequest(7, new UUID(0, 1), 0)).signals().stream()
                .map(intent -> line(intent.marketId(), intent.outcome(), intent.price()))
                .toList();
    }

    private List<String> expected(Map<String, String> config) throws IOException {
        List<Favourite> favourites = new ArrayList<>();
        for (JsonNode event : events()) {
            if (!event.path("active").asBoolean()
                    || event.path("closed").asBoolean()
                    || below(event.path("liquidity"), text(config, "event_min_liquidity"))
                    || below(event.path("volume"), text(config, "event_min_volume"))) {
                continue;
            }
            for (JsonNode market : event.path("markets")) {
                Favourite favourite = favourite(market, config);
                if (favourite != null) {
                    favourites.add(favourite);
                }
            }
        }
        return favourites.stream()
                .sorted(Comparator.comparing(Favourite::shown)
                        .reversed()
                        .thenComparing(Favourite::market)
                        .thenComparing(Favourite::outcome))
                .limit(Long.parseLong(text(config, "max_positions")))
                .map(favourite -> line(favourite.market, favourite.outcome, favourite.ask))
                .toList();
    }

    /**
     * @param shown price the venue shows
     * @param ask what is paid
     */
    private record Favourite(String market, String outcome, BigDecimal shown, BigDecimal ask) {}

    private static @Nullable Favourite favourite(JsonNode market, Map<String, String> config) throws IOException {
        JsonNode names = JSON.readTree(market.path("outcomes").asString());
        JsonNode prices = JSON.readTree(market.path("outcomePrices").asString("[]"));
        boolean takesOrders = market.path("active").asBoolean()
                && !market.path("closed").asBoolean()
                && !market.path("archived").asBoolean()
                && market.path("acceptingOrders").asBoolean()
                && market.path("enableOrderBook").asBoolean();
        if (!takesOrders
                || prices.size() != 2
                || below(market.path("liquidity"), text(config, "market_min_liquidity"))
                || below(market.path("volume"), text(config, "market_min_volume"))) {
            return null;
        }
        BigDecimal first = new BigDecimal(prices.get(0).asString());
        BigDecimal second = new BigDecimal(prices.get(1).asString());
        boolean isFirst = first.compareTo(second) >= 0;
        BigDecimal shown = first.max(second);
        // The book of the venue is that of the first outcome; who buys the second sells the first.
        BigDecimal bid = side(market.path("bestBid"));
        BigDecimal ask = side(market.path("bestAsk"));
        if (bid != null && ask != null && bid.compareTo(ask) > 0) {
            return null;
        }
        BigDecimal paid = isFirst ? ask : bid == null ? null : BigDecimal.ONE.subtract(bid);
        BigDecimal least = number(config, "market_min_conviction");
        BigDecimal most = number(config, "market_max_conviction");
        BigDecimal stake = number(config, "trade_amount");
        BigDecimal minimumShares = new BigDecimal(market.path("orderMinSize").asString("0"));
        boolean wanted = bid != null
                && ask != null
                && paid != null
                && isWithin(first.subtract(second).abs(), least, most)
                && isWithin(
                        paid.multiply(BigDecimal.TWO).subtract(BigDecimal.ONE).abs(), least, most)
                && shown.compareTo(number(config, "min_confidence")) >= 0
                && paid.compareTo(number(config, "min_confidence")) >= 0
                && ask.subtract(bid).compareTo(number(config, "max_spread")) <= 0
                && stake.compareTo(minimumShares.multiply(paid)) >= 0;
        return wanted && paid != null
                ? new Favourite(
                        market.path("id").asString(), names.get(isFirst ? 0 : 1).asString(), shown, paid)
                : null;
    }

    /** A price that can be traded at; an empty side of the book is written as 0 or 1, or not at all. */
    private static @Nullable BigDecimal side(JsonNode price) {
        if (price.isMissingNode() || price.isNull()) {
            return null;
        }
        BigDecimal value = price.decimalValue();
        return value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0 ? value : null;
    }

    private static String text(Map<String, String> config, String name) {
        return Optional.ofNullable(config.get(name)).orElseThrow();
    }

    private static boolean isWithin(BigDecimal value, BigDecimal least, BigDecimal most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    private static boolean below(JsonNode figure, String least) {
        return new BigDecimal(figure.asString("0")).compareTo(new BigDecimal(least)) < 0;
    }

    private static BigDecimal number(Map<String, String> config, String name) {
        return new BigDecimal(config.get(name));
    }

    private static String line(String market, String outcome, BigDecimal price) {
        return "%s %s at %s"
                .formatted(market, outcome, price.stripTrailingZeros().toPlainString());
    }

    private JsonNode events() throws IOException {
        try (InputStream content = new GZIPInputStream(Files.newInputStream(file))) {
            return JSON.readTree(content);
        }
    }

    /** A portfolio that holds nothing and has more cash than it needs. */
    private record Books(Map<String, Object> config) implements OpenCycle<CycleSummary> {

        @Override
        public PortfolioState portfolio() {
            return new PortfolioState(
                    7,
                    "momentum",
                    PortfolioStatus.ACTIVE,
                    new BigDecimal("1000000"),
                    new HashMap<>(config),
                    List.of(),
                    List.of());
        }

        @Override
        public void book(CycleIntents batch) {
            assertThat(batch.prices()).isEmpty();
        }

        @Override
        public CycleSummary complete(CycleSummary summary) {
            return summary;
        }
    }
}
