package dev.tradesuite.controller.history.store;

import static dev.tradesuite.controller.history.SlotMarkets.market;
import static dev.tradesuite.controller.history.SlotMarkets.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.controller.history.PriceHistorySettings;
import dev.tradesuite.controller.sample.LookingBackStrategy;
import dev.tradesuite.controller.sample.SampleApplication;
import dev.tradesuite.market.MarketSource;
import dev.tradesuite.strategy.feed.PriceStore;
import dev.tradesuite.strategy.feed.PriceWindows;
import dev.tradesuite.strategy.feed.PriceWindows.PriceWindow;
import dev.tradesuite.support.boot.ConfigMistake;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.ContextConfiguration;

@SuiteIntegrationTest(freshSchema = true)
@ContextConfiguration(classes = SampleApplication.class)
class JdbcPriceStoreIT {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final MarketSource source;
    private final PriceStore bean;

    JdbcPriceStoreIT(@Autowired JdbcClient jdbc, @Autowired MarketSource source, @Autowired PriceStore bean) {
        this.jdbc = jdbc;
        this.source = source;
        this.bean = bean;
    }

    @BeforeEach
    void forgetEverything() {
        jdbc.sql("TRUNCATE price_slot").update();
    }

    @Test
    void takesTheMeanOfThePricesBeforeThePresentOne() {
        PriceStore store = store(jdbc);
        seen(store, 0, "0.50");
        seen(store, 10, "0.60");
        seen(store, 20, "0.70");

        // (0.50 + 0.60 + 0.70) / 3 = 0.60; the end is excluded, the beginning is not: (0.50 + 0.60) / 2 = 0.55
        assertThat(window(store, 30, 30).mean()).isCloseTo(0.60, within(1e-12));
        assertThat(window(store, 20, 20)).satisfies(window -> {
            assertThat(window.observations()).isEqualTo(2);
            assertThat(window.mean()).isCloseTo(0.55, within(1e-12));
        });
        assertThat(window(store, 30, 9)).isEqualTo(PriceWindow.EMPTY);
    }

    @Test
    void replicaSeesWhatAnotherHasSeenAndSoDoesARestart() {
        seen(store(jdbc), 0, "0.50");
        seen(store(jdbc), 10, "0.60");

        assertThat(window(store(jdbc), 20, 30).observations()).isEqualTo(2);
        assertThat(window(bean, 20, 30).observations()).isEqualTo(2);
    }

    @Test
    void firstPriceOfASlotStands() {
        seen(store(jdbc), 0, "0.50");
        seen(store(jdbc), 4, "0.90");

        assertThat(window(store(jdbc), 20, 30)).isEqualTo(new PriceWindow(1, 0.5));
    }

    @Test
    void marketThatStandsStillIsOnePrice() {
        PriceStore store = store(jdbc);
        store.remember(snapshot(NOON, market("m", "0.5", 1, NOON)));
        store.remember(snapshot(NOON.plusSeconds(600), market("m", "0.5", 1, NOON)));

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void forgetsWhatIsOlderThanItIsKept() {
        PriceStore store = store(jdbc);
        seen(store, 0, "0.50");
        seen(store, 60, "0.60");
        assertThat(rows()).isEqualTo(2);

        seen(store, 25 * 60 + 5, "0.70");

        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void knowsThatItKnowsNothingWhenTheDatabaseIsAway() {
        DriverManagerDataSource nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/suite", "x", "x");
        PriceStore store = store(JdbcClient.create(nowhere));

        seen(store, 0, "0.50");

        assertThat(store.before(List.of(market("m", "0.5", 1, NOON)), DAY)).isEqualTo(PriceWindows.UNKNOWN);
    }

    @Test
    void refusesToKeepPricesForLessThanTheStrategyLooksBack() {
        PriceHistorySettings tooShort = new PriceHistorySettings(Duration.ofHours(23), 10);

        assertThatThrownBy(() -> new JdbcPriceStore(jdbc, new LookingBackStrategy(), source, tooShort))
                .isInstanceOf(ConfigMistake.class)
                .hasMessageContaining("suite.strategy.history.kept");
    }

    private PriceStore store(JdbcClient client) {
        return new JdbcPriceStore(
                client, new LookingBackStrategy(), source, new PriceHistorySettings(Duration.ofHours(25), 10));
    }

    private static void seen(PriceStore store, int minutes, String yes) {
        Instant at = NOON.plus(Duration.ofMinutes(minutes));
        store.remember(snapshot(at, market("m", yes, 1, at)));
    }

    private static PriceWindow window(PriceStore store, int nowMinutes, int backMinutes) {
        Instant at = NOON.plus(Duration.ofMinutes(nowMinutes));
        return store.before(List.of(market("m", "0.1", 1, at)), Duration.ofMinutes(backMinutes))
                .window("m", "Yes");
    }

    private int rows() {
        return jdbc.sql("SELECT count(*) FROM price_slot").query(Integer.class).single();
    }
}
