package dev.tradesuite.brain.candle.web;

import dev.tradesuite.contracts.brain.AddCandlesRequest;
import dev.tradesuite.contracts.brain.CandleClosed;
import dev.tradesuite.contracts.brain.CandleImplausible;
import dev.tradesuite.contracts.brain.CandlePage;
import dev.tradesuite.contracts.brain.ClosesTable;
import dev.tradesuite.contracts.brain.ImportReport;
import dev.tradesuite.contracts.brain.LatestPrices;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.brain.StoredCandles;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.test.ContractSamples;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The samples of the candles: a Monday morning of the euro. */
class CandleSamplesTest {

    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-01-05T10:00:00Z");
    private static final Candle CANDLE = new Candle(
            MORNING,
            new BigDecimal("1.08310"),
            new BigDecimal("1.08395"),
            new BigDecimal("1.08302"),
            new BigDecimal("1.0835"),
            new BigDecimal("761"));

    @Test
    void addedCandles() {
        ContractSamples.compare("AddCandlesRequest", new AddCandlesRequest(Timeframe.M5, List.of(CANDLE), "feed"));
    }

    @Test
    void newCandle() {
        ContractSamples.compare(
                "CandleClosed", new CandleClosed("EURUSD", Timeframe.M5, CANDLE, "feed", RunLabel.PAPER));
    }

    @Test
    void implausibleCandle() {
        ContractSamples.compare(
                "CandleImplausible",
                new CandleImplausible(
                        "EURUSD", Timeframe.M5, CANDLE, "feed", RunLabel.PAPER, new BigDecimal("1.1835")));
    }

    @Test
    void page() {
        ContractSamples.compare(
                "CandlePage", new CandlePage("EURUSD", Timeframe.M5, null, List.of(CANDLE), List.of(MORNING)));
    }

    @Test
    void storedCandles() {
        ContractSamples.compare(
                "StoredCandles",
                new StoredCandles(List.of(new StoredCandles.StoredSeries(
                        "EURUSD", Timeframe.M5, MONDAY, MORNING, new BigDecimal("1.0835"), 121))));
    }

    @Test
    void latestPrices() {
        ContractSamples.compare(
                "LatestPrices",
                new LatestPrices(List.of(
                        new LatestPrices.LatestPrice(
                                "EURUSD",
                                new BigDecimal("1.0835"),
                                Instant.parse("2026-01-05T10:05:00Z"),
                                new BigDecimal("0.00042"),
                                null),
                        new LatestPrices.LatestPrice(
                                "USDCOP",
                                new BigDecimal("3680.4"),
                                Instant.parse("2026-01-05T10:05:00Z"),
                                null,
                                Reason.of(
                                        SignalReason.NOT_ENOUGH_CANDLES,
                                        "There are 3 closed candles of USDCOP M5; the average true range needs"
                                                + " 14.")))));
    }

    @Test
    void closes() {
        ContractSamples.compare(
                "ClosesTable",
                new ClosesTable(
                        Timeframe.D1,
                        Instant.parse("2026-01-07T09:00:00Z"),
                        List.of(MONDAY, Instant.parse("2026-01-06T00:00:00Z")),
                        List.of(
                                new ClosesTable.SymbolCloses(
                                        "EURUSD",
                                        List.of(new BigDecimal("1.0835"), new BigDecimal("1.0861")),
                                        2,
                                        List.of(Timeframe.D1, Timeframe.M5)),
                                new ClosesTable.SymbolCloses(
                                        "USDCOP",
                                        Arrays.asList(new BigDecimal("3680.4"), null),
                                        1,
                                        List.of(Timeframe.M5)))));
    }

    @Test
    void importReport() {
        ContractSamples.compare(
                "ImportReport",
                new ImportReport(
                        "eurusd.csv",
                        Timeframe.M5,
                        5,
                        2,
                        0,
                        1,
                        2,
                        Map.of("OFF_GRID", 1L, "CONFLICTING_DUPLICATE", 1L),
                        List.of(
                                new ImportReport.RefusedRow(
                                        4,
                                        "OFF_GRID",
                                        "No candle of the timeframe opens at this time. Found: no M5 candle opens at"
                                                + " 2026-01-05T10:06:00Z"),
                                new ImportReport.RefusedRow(
                                        6,
                                        "CONFLICTING_DUPLICATE",
                                        "Another candle with other prices holds this time; the first one read is kept."
                                                + " Found: EURUSD of 2026-01-05T10:00:00Z: found 1.1 1.4 1.0 1.2, kept"
                                                + " 1.1 1.3 1.0 1.2")),
                        List.of(new ImportReport.SymbolReport(
                                "EURUSD",
                                2,
                                0,
                                1,
                                1,
                                0,
                                0,
                                0,
                                1,
                                0,
                                0,
                                MORNING,
                                Instant.parse("2026-01-05T10:20:00Z"),
                                1,
                                0,
                                List.of(new ImportReport.Gap(MORNING, Instant.parse("2026-01-05T10:20:00Z"), 3)))),
                        List.of("EURUSD: candles are mostly 20 min apart, not 5 min; the timeframe M5 may be wrong."),
                        12,
                        416));
    }
}
