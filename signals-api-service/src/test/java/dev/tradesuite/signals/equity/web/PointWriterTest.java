package dev.tradesuite.signals.equity.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.signals.equity.AccountPoint;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

class PointWriterTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final Instant AT = Instant.parse("2026-03-02T10:05:00Z");

    @Test
    void aPointHasFourFields() {
        assertThat(written(List.of(new AccountPoint(AT, new BigDecimal("1E+4"), 1.0e-7, -0.25))))
                .isEqualTo("[{\"timestamp\":\"2026-03-02T10:05:00Z\",\"equity_value\":10000,\"return_pct\":1.0E-7,"
                        + "\"drawdown_pct\":-0.25}]");
        assertThat(written(List.of())).isEqualTo("[]");
    }

    @Test
    void manyPointsAreWhatTheyAreFieldByField() {
        List<AccountPoint> points = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            points.add(new AccountPoint(
                    AT.plusSeconds(300L * i), BigDecimal.valueOf(10_000_00000L + 7919L * i, 5), i / 7.0, -i * 1e-9));
        }
        assertThat(JSON.readTree(written(points))).isEqualTo(JSON.readTree(fieldByField(points)));
    }

    private static String written(List<AccountPoint> points) {
        StringWriter text = new StringWriter();
        try (JsonGenerator to = JSON.createGenerator(text)) {
            to.writeStartArray();
            new PointWriter(to).write(points);
            to.writeEndArray();
        }
        return text.toString();
    }

    private static String fieldByField(List<AccountPoint> points) {
        StringWriter text = new StringWriter();
        try (JsonGenerator to = JSON.createGenerator(text)) {
            to.writeStartArray();
            for (AccountPoint point : points) {
                to.writeStartObject();
                to.writeStringProperty("timestamp", point.at().toString());
                to.writeNumberProperty("equity_value", point.equity());
                to.writeNumberProperty("return_pct", point.returnPercent());
                to.writeNumberProperty("drawdown_pct", point.drawdownPercent());
                to.writeEndObject();
            }
            to.writeEndArray();
        }
        return text.toString();
    }
}
