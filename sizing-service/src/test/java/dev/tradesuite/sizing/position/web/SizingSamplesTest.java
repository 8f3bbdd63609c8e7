package dev.tradesuite.sizing.position.web;

import dev.tradesuite.contracts.sizing.PositionSize;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.contracts.sizing.SizingRequest;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.sizing.position.PositionSizer;
import dev.tradesuite.sizing.position.SizingSettings;
import dev.tradesuite.sizing.position.SizingTrade;
import dev.tradesuite.test.ContractSamples;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The samples of sizing are what it reads and writes today; the answer is the true one to the request beside it. */
class SizingSamplesTest {

    private static final SizingRequest REQUEST = new SizingRequest(
            "EURGBP",
            Side.BUY,
            RiskStrategy.KELLY,
            new BigDecimal("10000"),
            "USD",
            new BigDecimal("0.8531"),
            new BigDecimal("50"),
            new BigDecimal("2"),
            new BigDecimal("0.5"),
            new BigDecimal("60"),
            new SizingRequest.Kelly(0.6, 1.5, 120, 0.5),
            new SizingRequest.Volatility(new BigDecimal("0.0021"), new BigDecimal("2")),
            new SizingRequest.Margin(new BigDecimal("80"), new BigDecimal("1500"), new BigDecimal("250")),
            new SizingRequest.Costs(new BigDecimal("1"), new BigDecimal("0.5"), new BigDecimal("3.5")),
            Map.of("GBPUSD", new BigDecimal("1.27")));

    @Test
    void requestIsReadAsItsSampleSays() {
        ContractSamples.compare("SizingRequest", REQUEST);
    }

    @Test
    void answerIsWrittenAsItsSampleSays() {
        ContractSamples.compare("PositionSize", answer(REQUEST));
    }

    @Test
    void refusalIsWrittenAsItsSampleSays() {
        SizingRequest small = new SizingRequest(
                "EURUSD",
                null,
                null,
                new BigDecimal("100"),
                null,
                new BigDecimal("1.0835"),
                new BigDecimal("50"),
                new BigDecimal("2"),
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        ContractSamples.compare("PositionSize-refused", answer(small));
    }

    private static PositionSize answer(SizingRequest request) {
        SizingTrade trade = new SizingMapper(
                        InstrumentCatalog.shipped(), new SizingSettings(BigDecimal.ONE, new BigDecimal("80")))
                .trade(request);
        return SizingMapper.answer(trade, PositionSizer.size(trade));
    }
}
