package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tradesuite.test.SuiteClient.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every answer has the fields of its schema and no others, with data and without. */
class ResponseShapeIT extends BookedModelsIT {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @ParameterizedTest
    @CsvSource({
        "models, /api/models?",
        "signals-latest, /api/models/signals/latest?",
        "performance-comparison, /api/models/performance/comparison?period=24h",
        "performance-comparison, /api/models/performance/comparison?period=all",
        "equity-curves, /api/models/equity-curves?hours=24",
        "equity-curves, /api/models/equity-curves?hours=720&resolution=1d",
        "positions-current, /api/models/positions/current?",
        "pnl-summary, /api/models/pnl/summary?period=today",
        "pnl-summary, /api/models/pnl/summary?period=all",
        "trades, /api/models/trades?",
        "trades, /api/models/trades?limit=3",
        "signals, /api/models/signals?",
        "signals, /api/models/signals?limit=3&side=buy",
        "performance-details, /api/models/performance/details?strategy=RL_PPO&period=24h",
        "performance-details, /api/models/performance/details?strategy=ENSEMBLE&period=all",
        "performance-details, /api/models/performance/details?strategy=LLM_CLAUDE&period=7d",
        "calibration, /api/models/calibration?strategy=RL_PPO",
        "calibration, /api/models/calibration?strategy=LLM_CLAUDE&bins=3"
    })
    void everyAnswerHasItsShape(String schema, String path) throws IOException {
        assertShape(schema, path);
        assertShape(schema, path + "&symbol=" + QUIET);
        assertShape(schema, path + "&symbol=NZDUSD");
        assertShape(schema, path + "&run=7");
    }

    @Test
    void everySignalIsExplainedInTheSameShape() throws IOException {
        for (long id : jdbc.sql(
                        """
                        SELECT signal_id FROM fact_strategy_signals WHERE symbol = :symbol
                        ORDER BY timestamp_utc LIMIT 60
                        """)
                .param("symbol", SYMBOL)
                .query(Long.class)
                .list()) {
            assertShape("signal-details", "/api/models/signals/" + id);
        }
    }

    private void assertShape(String schema, String path) throws IOException {
        Answer answer = client.get(path);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        assertThat(SCHEMAS.getSchema(read(schema)).validate(answer.text(), InputFormat.JSON).stream()
                        .map(Error::toString))
                .as(path)
                .isEmpty();
    }

    private static String read(String schema) throws IOException {
        try (InputStream in = ResponseShapeIT.class.getResourceAsStream("/schemas/%s.json".formatted(schema))) {
            return new String(Objects.requireNonNull(in, schema).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
