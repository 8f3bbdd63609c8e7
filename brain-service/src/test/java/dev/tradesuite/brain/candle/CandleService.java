package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.brain.ImportReport;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service as the tests of candles use it. */
final class CandleService {

    private final SuiteClient client;

    CandleService(SuiteClient client) {
        this.client = client.with("trade:read", "trade:execute");
    }

    /** Removes every candle, also from memory. */
    static void empty(JdbcClient jdbc, SeriesIndex index) {
        jdbc.sql("TRUNCATE candle, candle_series").update();
        index.changed();
    }

    /** Imports CSV text; the parameters are those of the query. */
    ImportReport imported(String parameters, String csv) {
        Answer answer = importing(parameters, csv);
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return answer.as(ImportReport.class);
    }

    Answer importing(String parameters, String csv) {
        return importing(parameters, BodyPublishers.ofString(csv));
    }

    Answer importing(String parameters, byte[] body) {
        return importing(parameters, BodyPublishers.ofByteArray(body));
    }

    Answer importing(String parameters, BodyPublisher body) {
        return client.header("Content-Type", "text/csv").send("POST", "/api/v1/candles/import?" + parameters, body);
    }

    Answer post(String path, Object body) {
        return client.post(path, body);
    }

    Answer get(String path) {
        return client.get(path);
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return bytes.toByteArray();
    }
}
