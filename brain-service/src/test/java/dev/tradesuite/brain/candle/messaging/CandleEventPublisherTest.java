package dev.tradesuite.brain.candle.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.candle.CandleEvents.DoubtfulCandle;
import dev.tradesuite.brain.candle.CandleEvents.NewCandle;
import dev.tradesuite.brain.candle.CandleSettings;
import dev.tradesuite.contracts.brain.CandleClosed;
import dev.tradesuite.contracts.brain.CandleImplausible;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CandleEventPublisherTest {

    private final List<String> keys = new ArrayList<>();
    private final List<Object> published = new ArrayList<>();
    private final CandleEventPublisher publisher = new CandleEventPublisher(
            (topic, key, type, data) -> {
                keys.add(topic + " " + key + " " + type);
                published.add(data);
            },
            new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("candles", CandleSettings.class));

    @Test
    void everyCandleIsAnEventOfItsSymbolInTheOrderGiven() {
        publisher.announce(List.of(candle("EURUSD", "feed"), candle("XAUUSD", "feed")));
        assertThat(keys).containsExactly("market.bars EURUSD candle.closed", "market.bars XAUUSD candle.closed");
        assertThat(published).first().isInstanceOfSatisfying(CandleClosed.class, closed -> assertThat(
                        closed.candle().close())
                .isEqualByComparingTo("1.2"));
    }

    @Test
    void aCandleThatIsMadeUpSaysSo() {
        publisher.announce(List.of(
                candle("EURUSD", "feed"),
                candle("EURUSD", "simulator"),
                candle("EURUSD.SIM", "another"),
                candle("EURUSD.REPLAY", "replay")));
        assertThat(published)
                .asInstanceOf(InstanceOfAssertFactories.list(CandleClosed.class))
                .extracting(CandleClosed::label)
                .containsExactly(RunLabel.PAPER, RunLabel.SIMULATED, RunLabel.SIMULATED, RunLabel.SIMULATED);
    }

    @Test
    void aDoubtfulCandleIsAnEventOfItsOwnThatMarksNothing() {
        NewCandle tick = candle("NZDUSD", "feed");
        publisher.announce(List.of(new DoubtfulCandle(
                tick.symbol(), tick.timeframe(), tick.candle(), tick.source(), new BigDecimal("0.59"))));

        assertThat(keys).containsExactly("market.bars NZDUSD candle.implausible");
        assertThat(published).singleElement().isInstanceOfSatisfying(CandleImplausible.class, doubt -> {
            assertThat(doubt.candle().close()).isEqualByComparingTo("1.2");
            assertThat(doubt.lastClose()).isEqualByComparingTo("0.59");
            assertThat(doubt.label()).isEqualTo(RunLabel.PAPER);
        });
    }

    private static NewCandle candle(String symbol, String source) {
        BigDecimal price = new BigDecimal("1.2");
        Candle candle = new Candle(Instant.parse("2026-01-05T10:00:00Z"), price, price, price, price, null);
        return new NewCandle(symbol, Timeframe.M5, candle, source);
    }
}
