package dev.tradesuite.market.gamma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.market.Market;
import dev.tradesuite.test.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A day of settled five-minute markets on Bitcoin against the price feed they were settled by: Up comes true when the
 * price at the end is at or above the strike.
 */
class RecordedSettlementTest {

    private static final Instant NEXT_DAY = Instant.parse("2026-07-25T00:00:00Z");
    private static final long FRESH_MILLIS = 5_000;

    private static List<JsonNode> recorded = List.of();
    private static final NavigableMap<Long, BigInteger> FEED = new TreeMap<>();

    @BeforeAll
    static void readRecords() throws IOException {
        Path markets = SharedData.require("prediction/polymarket_btc5m_markets_2026-07-24.jsonl.gz");
        Path feed = SharedData.require("crypto/BTCUSD_1s_2026-07-24.csv.gz");
        recorded = lines(markets).stream().map(GammaJson.JSON::readTree).toList();
        lines(feed).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(row -> FEED.put(Long.parseLong(row[0]), new BigInteger(row[2])));
    }

    @Test
    void everyMarketIsReadAsResolvedWithItsRecordedWinner() {
        assertThat(recorded).hasSize(292).allSatisfy(record -> {
            Market market = market(record);
            assertThat(market.tradable()).isFalse();
            assertThat(market.winner())
                    .isEqualTo(record.path("outcome_prices").path(0).asString().equals("1") ? "Up" : "Down");
        });
    }

    /** 18 have no strike and 7 end in a gap of the feed; of the other 267 one was settled by another price. */
    @Test
    void recordedOutcomeIsWhatThePriceFeedSaysInAllButOneTestableCase() {
        List<JsonNode> testable =
                recorded.stream().filter(RecordedSettlementTest::testable).toList();
        assertThat(testable).hasSize(267);
        assertThat(testable.stream().filter(record -> recomputed(record)
                        .equals(market(record).winner())))
                .hasSize(266);
    }

    private static boolean testable(JsonNode record) {
        if (!record.hasNonNull("strike_value")) {
            return false;
        }
        Map.Entry<Long, BigInteger> last = FEED.floorEntry(endMillis(record));
        return last != null && endMillis(record) - last.getKey() <= FRESH_MILLIS;
    }

    private static String recomputed(JsonNode record) {
        BigInteger strike = new BigInteger(record.path("strike_value").asString());
        BigInteger end = FEED.floorEntry(endMillis(record)).getValue();
        return end.compareTo(strike) >= 0 ? "Up" : "Down";
    }

    private static long endMillis(JsonNode record) {
        return record.path("end_sec").asLong() * 1000;
    }

    private static Market market(JsonNode record) {
        return new GammaReader(GammaJson.JSON)
                .read(List.of(record.path("raw")), NEXT_DAY)
                .markets()
                .getFirst();
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        }
    }
}
