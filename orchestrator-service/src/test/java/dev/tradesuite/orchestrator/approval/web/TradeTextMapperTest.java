package dev.tradesuite.orchestrator.approval.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.trade.AccountChoice;
import dev.tradesuite.orchestrator.trade.MarketView;
import dev.tradesuite.orchestrator.trade.SizeChoice;
import dev.tradesuite.orchestrator.trade.StopChoice;
import dev.tradesuite.orchestrator.trade.TradeEntry;
import dev.tradesuite.orchestrator.trade.TradeExit;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class TradeTextMapperTest {

    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");
    private static final BigDecimal PRICE = new BigDecimal("1.0835");

    private final InstrumentCatalog catalog = InstrumentCatalog.shipped();
    private final TradeTextMapper texts = new TradeTextMapper(
            catalog,
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build());

    static Stream<StopChoice> stops() {
        return Stream.of(
                new StopChoice.Distance(Pips.of(50)),
                new StopChoice.AtPrice(new BigDecimal("1.0785")),
                new StopChoice.FromVolatility(),
                new StopChoice.Trailing(Pips.of(30)),
                new StopChoice.Unstated(BigDecimal.TWO),
                new StopChoice.None());
    }

    @ParameterizedTest
    @MethodSource("stops")
    void ideaComesBackAsItWasKept(StopChoice stop) {
        TradeIdea idea = TradeIdea.of(catalog.find("EURUSD").orElseThrow(), PRICE)
                .wantedSide(Side.BUY)
                .entry(new TradeEntry(
                        OrderType.STOP_LIMIT,
                        new BigDecimal("1.0905"),
                        new BigDecimal("1.0900"),
                        TimeInForce.GTC,
                        TEN,
                        false))
                .exit(new TradeExit(stop, new BigDecimal("1.0935"), Pips.of(30)))
                .size(new SizeChoice(
                        RiskStrategy.KELLY,
                        BigDecimal.ONE,
                        Lots.of("0.4"),
                        null,
                        null,
                        new SizeChoice.KellyFigures(0.55, 1.5, 120, 0.5),
                        BigDecimal.TWO))
                .leverage(Leverage.ofNullable(BigDecimal.TEN))
                .account(new AccountChoice.InBooks("live-1"))
                .conversionPrices(Map.of("GBPUSD", new BigDecimal("1.27")))
                .view(new MarketView(
                        Timeframe.M5,
                        List.of(new MarketView.StatedCandle(TEN, PRICE, PRICE, PRICE, PRICE, null)),
                        Map.of("rsi", 28.5),
                        List.of(),
                        "votes",
                        null))
                .strategy("breakout")
                .notices(List.of(TradeReason.HIGH_LEVERAGE.reason()))
                .requestHash("ab")
                .build();

        assertThat(texts.idea(texts.trade(idea))).isEqualTo(idea);
    }

    @Test
    void ideaThatAsksNobodyComesBackToo() {
        TradeIdea idea = TradeIdea.of(catalog.find("EURUSD").orElseThrow(), PRICE)
                .view(null)
                .build();

        assertThat(texts.idea(texts.trade(idea))).isEqualTo(idea);
    }

    @Test
    void whatCannotBeReadIsRefused() {
        assertThatThrownBy(() -> texts.idea("{\"symbol\":7,\"exit\":{\"stop\":{\"kind\":\"other\"}}}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
