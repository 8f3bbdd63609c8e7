package dev.tradesuite.controller.history.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradesuite.controller.history.PriceHistorySettings;
import dev.tradesuite.controller.history.PriceSlots;
import dev.tradesuite.controller.history.PriceSlots.SlotPrice;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.MarketSource;
import dev.tradesuite.strategy.feed.PriceStore;
import dev.tradesuite.strategy.feed.PriceWindows;
import dev.tradesuite.strategy.feed.PriceWindows.OutcomeKey;
import dev.tradesuite.strategy.feed.PriceWindows.PriceWindow;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.support.boot.ConfigMistake;
import dev.tradesuite.support.store.TimeColumns;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps prices in the schema all controllers share. What another controller of the same markets has written in a slot
 * stands; so two replicas see the same prices.
 *
 * <p>A database that is away costs purchases, not cycles: nothing is remembered meanwhile, and a strategy hears that
 * the past is not known.
 */
@Component
public final class JdbcPriceStore implements PriceStore {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcPriceStore.class);

    /** The windows of a snapshot or two, which the cycles of many portfolios ask for one after the other. */
    private static final int MOST_WINDOWS = 20_000;

    private final JdbcClient jdbc;
    private final String source;
    private final PriceHistorySettings settings;
    private final Cache<WindowKey, Map<OutcomeKey, PriceWindow>> windows = Caffeine.newBuilder()
            .maximumSize(MOST_WINDOWS)
            .executor(Runnable::run)
            .build();
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Instant latestSlot = Instant.MIN;

    JdbcPriceStore(JdbcClient jdbc, Strategy strategy, MarketSource source, PriceHistorySettings settings) {
        if (strategy.lookback().compareTo(settings.kept()) > 0) {
            throw new ConfigMistake(
                    "suite.strategy.history.kept is %s, and the strategy %s looks back %s"
                            .formatted(settings.kept(), strategy.type(), strategy.lookback()),
                    "Keep prices for at least as long as the strategy looks back.");
        }
        this.jdbc = jdbc;
        this.source = source.kind();
        this.settings = settings;
    }

    @Override
    public void remember(MarketSnapshot snapshot) {
        Instant slot = PriceSlots.slot(snapshot.takenAt());
        if (slot.equals(latestSlot)) {
            return;
        }
        try {
            insert(PriceSlots.of(snapshot, settings.mostMarkets()));
            forgetBefore(slot.minus(settings.kept()));
            latestSlot = slot;
        } catch (DataAccessException e) {
            LOG.warn("The prices of {} are not remembered: {}", snapshot.takenAt(), e.getMessage());
        }
    }

    @Override
    public PriceWindows before(Collection<Market> markets, Duration time) {
        Set<WindowKey> asked = markets.stream()
                .map(market -> new WindowKey(market.id(), market.at(), time))
                .collect(Collectors.toSet());
        try {
            Map<OutcomeKey, PriceWindow> found = new HashMap<>();
            windows(asked, time).values().forEach(found::putAll);
            return PriceWindows.of(found);
        } catch (DataAccessException e) {
            LOG.warn("The prices of the past cannot be read: {}", e.getMessage());
            return PriceWindows.UNKNOWN;
        }
    }

    /** One thread reads what many want; who waits finds it in the cache. */
    private Map<WindowKey, Map<OutcomeKey, PriceWindow>> windows(Set<WindowKey> asked, Duration time) {
        Map<WindowKey, Map<OutcomeKey, PriceWindow>> known = windows.getAllPresent(asked);
        if (known.size() == asked.size()) {
            return known;
        }
        reading.lock();
        try {
            return windows.getAll(asked, missing -> read(Set.copyOf(missing), time));
        } finally {
            reading.unlock();
        }
    }

    private record WindowKey(String marketId, Instant until, Duration time) {}

    private record WindowRow(String marketId, String outcome, int observations, double mean) {}

    private Map<WindowKey, Map<OutcomeKey, PriceWindow>> read(Set<? extends WindowKey> keys, Duration time) {
        List<WindowKey> asked = List.copyOf(keys);
        Map<String, Map<OutcomeKey, PriceWindow>> byMarket = jdbc
                .sql(
                        """
                        SELECT past.market_id, past.outcome, count(*) AS observations, avg(past.price) AS mean
                        FROM unnest(:ids::text[], :untils::text[]::timestamptz[]) AS asked (market_id, until)
                        JOIN price_slot past
                          ON past.source = :source AND past.market_id = asked.market_id
                         -- The slot of a price begins up to five minutes before it.
                         AND past.slot > asked.until - make_interval(secs => :seconds) - INTERVAL '5 minutes'
                         AND past.slot <= asked.until
                         AND past.at >= asked.until - make_interval(secs => :seconds)
                         AND past.at < asked.until
                        GROUP BY past.market_id, past.outcome
                        """)
                .param("ids", asked.stream().map(WindowKey::marketId).toArray(String[]::new))
                .param(
                        "untils",
                        asked.stream().map(key -> key.until().toString()).toArray(String[]::new))
                .param("source", source)
                .param("seconds", time.toSeconds())
                .query(WindowRow.class)
                .stream()
                .collect(Collectors.groupingBy(
                        WindowRow::marketId,
                        Collectors.toMap(
                                row -> new OutcomeKey(row.marketId(), row.outcome()),
                                row -> new PriceWindow(row.observations(), row.mean()))));
        return asked.stream()
                .collect(Collectors.toMap(key -> key, key -> byMarket.getOrDefault(key.marketId(), Map.of())));
    }

    private void insert(List<SlotPrice> prices) {
        jdbc.sql(
                        """
                        INSERT INTO price_slot (source, market_id, outcome, slot, at, price)
                        SELECT :source, seen.market_id, seen.outcome, seen.slot, seen.at, seen.price
                        FROM unnest(
                            :ids::text[], :outcomes::text[], :slots::text[]::timestamptz[], :ats::text[]::timestamptz[],
                            :prices::float8[]) AS seen (market_id, outcome, slot, at, price)
                        ON CONFLICT DO NOTHING
                        """)
                .param("source", source)
                .param("ids", prices.stream().map(SlotPrice::marketId).toArray(String[]::new))
                .param("outcomes", prices.stream().map(SlotPrice::outcome).toArray(String[]::new))
                .param(
                        "slots",
                        prices.stream().map(price -> price.slot().toString()).toArray(String[]::new))
                .param(
                        "ats",
                        prices.stream().map(price -> price.at().toString()).toArray(String[]::new))
                .param("prices", prices.stream().mapToDouble(SlotPrice::price).toArray())
                .update();
    }

    private void forgetBefore(Instant oldest) {
        jdbc.sql("DELETE FROM price_slot WHERE slot < :oldest")
                .param("oldest", TimeColumns.of(oldest))
                .update();
    }
}
