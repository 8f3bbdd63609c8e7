package dev.tradesuite.signals.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.brain.BarSignals;
import dev.tradesuite.contracts.brain.ModelInfo;
import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.brain.StrategySignal;
import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.signals.FakeBrain;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.TestTopic;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SuiteIntegrationTest
@Import(BookingIT.Brain.class)
class BookingIT {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final List<String> CODES = List.of("RL_PPO", "ML_XGB", "ML_LGBM", "LLM_CLAUDE", "ENSEMBLE");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    FakeBrain brain;

    /** The brain in place of the real one. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Brain {

        @Bean(destroyMethod = "close")
        FakeBrain fakeBrain(JsonMapper json) {
            return FakeBrain.start(json);
        }

        @Bean
        DynamicPropertyRegistrar brainAddress(FakeBrain brain) {
            return registry -> registry.add("suite.services.brain.url", brain::url);
        }
    }

    @Test
    void aTradeOfTheEuroIsBookedToTheCent() {
        // Long at 1.1000 with size 0.5: 5,000 USD / 1.1 = 4,545.45454545 EUR. Half spread 0.8 pip and the rest of the
        // table cost the same at both fills; the price rises by 0.0100: 45.4545... USD.
        send(bars(
                "EURUSD",
                List.of(PositionSignal.LONG, PositionSignal.LONG, PositionSignal.FLAT),
                "1.1000",
                "1.1050",
                "1.1100"));

        awaitBars("EURUSD", 3);
        Map<String, Object> trade = jdbc.sql(
                        """
                        SELECT p.* FROM fact_strategy_positions p JOIN dim_strategy s USING (strategy_id)
                        WHERE p.symbol = 'EURUSD' AND s.strategy_code = 'RL_PPO'
                        """)
                .query()
                .singleRow();
        assertThat(trade.get("status")).isEqualTo("closed");
        assertThat(trade.get("exit_reason")).isEqualTo("SIGNAL_CHANGE");
        assertThat((BigDecimal) trade.get("quantity")).isEqualByComparingTo("4545.45454545");
        BigDecimal fees = (BigDecimal) trade.get("fees");
        assertThat(fees).isPositive();
        assertThat((BigDecimal) trade.get("realized_pnl"))
                .isEqualByComparingTo(new BigDecimal("45.45454545").subtract(fees));
        assertThat(jdbc.sql(
                                """
                        SELECT a.cash - a.starting_capital - p.realized_pnl
                        FROM paper_account a JOIN fact_strategy_positions p USING (run_id, symbol, timeframe, strategy_id)
                             JOIN dim_strategy s USING (strategy_id)
                        WHERE a.symbol = 'EURUSD' AND s.strategy_code = 'RL_PPO'
                        """)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("0");
        assertThat(jdbc.sql(
                                """
                        SELECT count(*) FROM fact_equity_curve WHERE symbol = 'EURUSD'
                          AND equity_value <> cash + unrealized_pnl
                        """)
                        .query(Integer.class)
                        .single())
                .isZero();
        Map<String, Object> day = jdbc.sql(
                        """
                        SELECT d.* FROM fact_strategy_performance d JOIN dim_strategy s USING (strategy_id)
                        WHERE d.symbol = 'EURUSD' AND s.strategy_code = 'RL_PPO'
                        """)
                .query()
                .singleRow();
        assertThat(day.get("n_trades")).isEqualTo(1);
        assertThat(day.get("n_wins")).isEqualTo(1);
        assertThat((BigDecimal) day.get("net_profit")).isEqualByComparingTo((BigDecimal) trade.get("realized_pnl"));
    }

    @Test
    void aBarThatComesTwiceOrLateChangesNothing() {
        List<BarSignals> bars = bars("GBPUSD", List.of(PositionSignal.LONG, PositionSignal.LONG), "1.30", "1.31");
        send(bars);
        awaitBars("GBPUSD", 2);
        send(bars);
        send(List.of(bars.getFirst()));
        List<BarSignals> next = bars(
                "GBPUSD",
                List.of(PositionSignal.LONG, PositionSignal.LONG, PositionSignal.LONG),
                "1.30",
                "1.31",
                "1.32");
        send(List.of(next.getLast()));

        awaitBars("GBPUSD", 3);
        assertThat(count("SELECT count(*) FROM fact_strategy_signals WHERE symbol = 'GBPUSD'"))
                .isEqualTo(15);
        assertThat(count("SELECT count(*) FROM fact_strategy_positions WHERE symbol = 'GBPUSD'"))
                .isEqualTo(5);
    }

    @Test
    void aBarThatIsCorrectedLaterHasAnotherCloseButMovesNoAccount() {
        List<PositionSignal> signals = List.of(PositionSignal.LONG, PositionSignal.LONG);
        send(bars("EURAUD", signals, "1.60", "1.61"));
        awaitBars("EURAUD", 2);
        String books =
                """
                SELECT string_agg(e::text || s.entry_price, ' ' ORDER BY e.timestamp_utc, e.strategy_id)
                FROM fact_equity_curve e JOIN fact_strategy_signals s USING (run_id, symbol, strategy_id, timestamp_utc)
                WHERE symbol = 'EURAUD'
                """;
        String before = text(books);

        send(bars("EURAUD", signals, "1.65", "1.62"));

        await().untilAsserted(
                        () -> assertThat(text("SELECT string_agg(trim_scale(price)::text, ' ' ORDER BY timestamp_utc)"
                                        + " FROM series_close WHERE symbol = 'EURAUD'"))
                                .isEqualTo("1.65 1.62"));
        assertThat(text("SELECT trim_scale(price)::text FROM series_price WHERE symbol = 'EURAUD'"))
                .isEqualTo("1.62");
        assertThat(text(books)).isEqualTo(before);
    }

    @Test
    void barsThatWereMissedAreAskedForAndLabelledBackfill() {
        List<BarSignals> bars = bars(
                "USDJPY",
                List.of(
                        PositionSignal.FLAT,
                        PositionSignal.SHORT,
                        PositionSignal.SHORT,
                        PositionSignal.LONG,
                        PositionSignal.FLAT),
                "150.00",
                "150.10",
                "149.00",
                "149.50",
                "149.90");
        brain.knows(bars);
        send(List.of(bars.getFirst()));
        awaitBars("USDJPY", 1);
        send(List.of(bars.getLast()));

        awaitBars("USDJPY", 5);
        assertThat(brain.asked()).contains("USDJPY");
        assertThat(jdbc.sql(
                                """
                        SELECT label FROM fact_equity_curve c JOIN dim_strategy s USING (strategy_id)
                        WHERE symbol = 'USDJPY' AND strategy_code = 'RL_PPO' ORDER BY timestamp_utc
                        """)
                        .query(String.class)
                        .list())
                .containsExactly("PAPER", "BACKFILL", "BACKFILL", "BACKFILL", "PAPER");
        // Short at 150.10, long at 149.50, flat at 149.90: two trades, each a change of signal.
        assertThat(jdbc.sql(
                                """
                        SELECT side || ' ' || trim_scale(entry_price) || ' ' || trim_scale(exit_price)
                        FROM fact_strategy_positions p JOIN dim_strategy s USING (strategy_id)
                        WHERE symbol = 'USDJPY' AND strategy_code = 'RL_PPO' ORDER BY position_id
                        """)
                        .query(String.class)
                        .list())
                .containsExactly("short 150.1 149.5", "long 149.5 149.9");
    }

    @Test
    void theFeedHearsOfABarInOrder() {
        try (TestTopic feed = TestTopic.of(Topics.SIGNALS_FEED)) {
            send(bars("XAUUSD", List.of(PositionSignal.LONG), "4300.00"));

            List<TestTopic.Message> told = feed.await(12, message -> message.json()
                    .path("data")
                    .path("symbol")
                    .asString()
                    .equals("XAUUSD"));
            assertThat(told)
                    .extracting(
                            message -> message.json().path("data").path("type").asString())
                    .containsExactly(
                            "signal",
                            "signal",
                            "signal",
                            "signal",
                            "signal",
                            "position_update",
                            "position_update",
                            "position_update",
                            "position_update",
                            "position_update",
                            "price_update",
                            "equity_update");
            JsonNode signal = told.getFirst().json().path("data");
            assertThat(signal.path("side").asString()).isEqualTo("buy");
            assertThat(signal.path("signal").asString()).isEqualTo("long");
            assertThat(told).allSatisfy(message -> assertThat(
                            message.json().path("data").path("timeframe").asString())
                    .isEqualTo("M5"));
            assertThat(told.getLast().json().path("data").path("equity_curves").size())
                    .isEqualTo(5);
        }
    }

    @Test
    void aMessageThatCannotBeReadGoesToTheDeadLettersAndTheNextIsBooked() {
        try (TestTopic signals = TestTopic.of(Topics.BRAIN_SIGNALS);
                TestTopic dead = TestTopic.of(Topics.BRAIN_SIGNALS + Topics.DEAD_LETTER_SUFFIX)) {
            signals.send(
                    "AUDUSD",
                    "{\"event_id\": \"" + UUID.randomUUID()
                            + "\", \"type\": \"bar.signals\", \"data\": {\"symbol\": 7}}");
            send(bars("AUDUSD", List.of(PositionSignal.FLAT), "0.65"));

            awaitBars("AUDUSD", 1);
            dead.await(message -> "AUDUSD".equals(message.key()));
        }
    }

    private void awaitBars(String symbol, int bars) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        jdbc.sql("SELECT count(*) FROM fact_equity_curve WHERE symbol = :symbol")
                                .param("symbol", symbol)
                                .query(Integer.class)
                                .single())
                .isEqualTo(bars * CODES.size()));
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private void send(List<BarSignals> bars) {
        try (TestTopic topic = TestTopic.of(Topics.BRAIN_SIGNALS)) {
            for (BarSignals bar : bars) {
                EventEnvelope<BarSignals> event = new EventEnvelope<>(
                        UUID.randomUUID(), "bar.signals", bar.bar().openTime(), "brain-service", null, bar);
                topic.send(bar.symbol(), json.writeValueAsString(event));
            }
        }
    }

    private static List<BarSignals> bars(String symbol, List<PositionSignal> signals, String... closes) {
        List<BarSignals> bars = new ArrayList<>();
        @Nullable Instant previous = null;
        for (int i = 0; i < closes.length; i++) {
            Instant open = START.plus(Timeframe.M5.length().multipliedBy(i));
            BigDecimal close = new BigDecimal(closes[i]);
            PositionSignal signal = signals.get(i);
            bars.add(new BarSignals(
                    symbol,
                    Timeframe.M5,
                    previous,
                    new Candle(open, close, close, close, close, null),
                    symbol.startsWith("USD") ? new BigDecimal("0.0066") : BigDecimal.ONE,
                    "test",
                    RunLabel.PAPER,
                    CODES.stream().map(code -> signal(code, signal, close)).toList()));
            previous = open;
        }
        return bars;
    }

    /** Stop and target a tenth of the price away: no bar of these tests meets them. */
    private static StrategySignal signal(String code, PositionSignal signal, BigDecimal close) {
        boolean isFlat = signal == PositionSignal.FLAT;
        BigDecimal tenth = close.movePointLeft(1);
        BigDecimal away = signal == PositionSignal.SHORT ? tenth.negate() : tenth;
        return new StrategySignal(
                code,
                signal,
                0.5,
                isFlat ? 0 : 0.5,
                isFlat ? null : close,
                isFlat ? null : close.subtract(away),
                isFlat ? null : close.add(away),
                "For a test.",
                null,
                Map.of("score", 0.4),
                List.of(),
                new ModelInfo(code, "rule-1", true),
                null,
                null,
                null);
    }
}
