package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.signals.book.BarBookingService;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * The read endpoints over accounts that were booked bar by bar: one application and one schema for all who extend it.
 */
@SuiteIntegrationTest(freshSchema = true)
abstract class BookedModelsIT {

    static final String SYMBOL = "EURUSD.SIM";
    static final String QUIET = "XAUUSD.SIM";
    static final int BARS = 180;
    static final Instant LAST_CLOSE = close();

    @Autowired
    SuiteClient anybody;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BarBookingService books;

    SuiteClient client;

    static Instant close() {
        long bar = Duration.ofMinutes(5).toMillis();
        return Instant.ofEpochMilli(System.currentTimeMillis() / bar * bar);
    }

    @BeforeEach
    void models() {
        client = anybody.with("trade:read");
        if (count("SELECT count(*) FROM paper_account") == 0) {
            BookedModels models = new BookedModels(books);
            Instant first = LAST_CLOSE.minus(Duration.ofMinutes(5L * BARS));
            models.book(SYMBOL, first, BARS, BookedModelsIT::signal);
            models.book(QUIET, first, 3, (_, _) -> PositionSignal.FLAT);
            jdbc.sql("INSERT INTO run (run_id, kind, state) VALUES (7, 'BACKTEST', 'DONE')")
                    .update();
        }
    }

    /** Each model changes its mind at its own pace; the overlay never wants anything. */
    static PositionSignal signal(String code, int bar) {
        int pace = 4 + 3 * BookedModels.CODES.indexOf(code);
        List<PositionSignal> turns =
                List.of(PositionSignal.LONG, PositionSignal.FLAT, PositionSignal.SHORT, PositionSignal.SHORT);
        return code.equals("LLM_CLAUDE")
                ? PositionSignal.FLAT
                : bar == BARS - 1 && code.equals("RL_PPO") ? PositionSignal.LONG : turns.get(bar / pace % turns.size());
    }

    JsonNode get(String path) {
        Answer answer = client.get(path);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        return answer.json();
    }

    int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    BigDecimal number(String sql) {
        return jdbc.sql(sql).query(BigDecimal.class).single();
    }

    static List<String> fields(JsonNode node) {
        return List.copyOf(node.propertyNames());
    }

    static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path(field).asString())
                .toList();
    }

    static List<JsonNode> only(JsonNode list, String code) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.path("strategy_code").asString().equals(code))
                .toList();
    }

    static BigDecimal sum(Iterable<JsonNode> list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path(field).decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static Map<String, String> reasons(JsonNode strategy) {
        return StreamSupport.stream(strategy.path("unavailable").spliterator(), false)
                .collect(Collectors.toMap(each -> each.path("field").asString(), each -> each.path("reason")
                        .asString()));
    }

    static BigDecimal last(JsonNode curve) {
        JsonNode data = curve.path("data");
        return data.get(data.size() - 1).path("equity_value").decimalValue();
    }

    /** Equities of a curve, that of its start first. */
    static List<Double> equities(JsonNode curve) {
        List<Double> equities = new ArrayList<>();
        equities.add(curve.at("/summary/starting_equity").doubleValue());
        curve.path("data")
                .forEach(point -> equities.add(point.path("equity_value").doubleValue()));
        return equities;
    }

    static double deepestFall(List<Double> equities) {
        double peak = equities.getFirst();
        double deepest = 0;
        for (double equity : equities) {
            peak = Math.max(peak, equity);
            deepest = Math.min(deepest, (equity / peak - 1) * 100);
        }
        return deepest;
    }

    static double sharpe(List<Double> equities, double factor) {
        List<Double> returns = new ArrayList<>();
        for (int i = 1; i < equities.size(); i++) {
            returns.add(equities.get(i) / equities.get(i - 1) - 1);
        }
        double mean = returns.stream().mapToDouble(value -> value).average().orElseThrow();
        double squares = returns.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return mean / Math.sqrt(squares / (returns.size() - 1)) * factor;
    }
}
