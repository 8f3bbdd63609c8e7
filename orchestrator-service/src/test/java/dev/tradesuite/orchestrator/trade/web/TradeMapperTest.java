package dev.tradesuite.orchestrator.trade.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.trade.AccountChoice;
import dev.tradesuite.orchestrator.trade.MarketView;
import dev.tradesuite.orchestrator.trade.StopChoice;
import dev.tradesuite.orchestrator.trade.TradeDefaults;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class TradeMapperTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final TradeMapper mapper = new TradeMapper(
            InstrumentCatalog.shipped(), new TradeDefaults("main", new BigDecimal("2"), BigDecimal.TWO), JSON);

    @Test
    void bareRequestIsFilledInAndSaysSo() {
        TradeIdea idea = mapper.toAnalyze(request(""));

        assertThat(idea.exit().stop()).isEqualTo(new StopChoice.Unstated(BigDecimal.TWO));
        assertThat(idea.account()).isEqualTo(new AccountChoice.InBooks("main"));
        assertThat(idea.leverage()).isEqualTo(Leverage.NOT_STATED);
        assertThat(idea.entry().type()).isEqualTo(OrderType.MARKET);
        assertThat(idea.wantedSide()).isNull();
        assertThat(codes(idea)).containsExactly("RISK_PERCENT_DEFAULTED");
        assertThat(idea.size().riskPercent()).isEqualByComparingTo("2");
        assertThat(idea.view()).isEqualTo(MarketView.STORED);
    }

    @Test
    void aListOfIndicatorsIsHandedToTheBrainAsVotes() {
        TradeIdea idea =
                mapper.toAnalyze(request(",\"indicators\":[{\"source\":\"rsi\",\"signal\":\"BUY\",\"value\":28.5}]"));

        MarketView view = Objects.requireNonNull(idea.view());
        assertThat(view.readings()).isEmpty();
        assertThat(view.votes()).containsExactly(new MarketView.StatedVote("rsi", SignalAction.BUY, 28.5));
    }

    @Test
    void fixedLotsNeedNoRiskPercent() {
        assertThat(codes(mapper.toAnalyze(
                        request(",\"risk_strategy\":\"fixed_lot\",\"lots\":0.1,\"stop_loss_pips\":30"))))
                .isEmpty();
    }

    @Test
    void volatilityTakesNoStopFromTheRequest() {
        TradeIdea idea =
                mapper.toAnalyze(request(",\"risk_strategy\":\"volatility\",\"stop_loss_pips\":30,\"risk_percent\":1"));

        assertThat(idea.exit().stop()).isEqualTo(new StopChoice.FromVolatility());
        assertThat(idea.stopDistance(Side.BUY)).isEmpty();
        assertThat(codes(idea)).containsExactly("STOP_FROM_VOLATILITY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                   |      ",
                ",\"side\":\"SELL\"                                 | SELL ",
                ",\"stop_loss_price\":1.07                          | BUY  ",
                ",\"stop_loss_price\":1.09                          | SELL ",
                ",\"take_profit_price\":1.09                        | BUY  ",
                ",\"take_profit_price\":1.07                        | SELL ",
                ",\"order_type\":\"stop\",\"stop_price\":1.09       | BUY  ",
                ",\"order_type\":\"stop\",\"stop_price\":1.07       | SELL ",
                ",\"order_type\":\"limit\",\"limit_price\":1.07     |      ",
                // Beside a limit of 1.09 the fill is at the market for a BUY, and at the limit for a SELL.
                ",\"order_type\":\"limit\",\"limit_price\":1.09,\"stop_loss_price\":1.08 | BUY  ",
                ",\"order_type\":\"limit\",\"limit_price\":1.09,\"stop_loss_price\":1.10 | SELL ",
                ",\"order_type\":\"limit\",\"limit_price\":1.09,\"stop_loss_price\":1.086 |      "
            })
    void pricesGiveTheSideAway(String more, Side side) {
        assertThat(mapper.toAnalyze(request(more == null ? "" : more)).wantedSide())
                .isEqualTo(side);
    }

    @Test
    void distanceOfAStopPriceIsFromTheEntry() {
        TradeIdea market = mapper.toAnalyze(request(",\"stop_loss_price\":1.0785"));
        TradeIdea limit =
                mapper.toAnalyze(request(",\"stop_loss_price\":1.0785,\"order_type\":\"limit\",\"limit_price\":1.08"));

        assertThat(market.stopDistance(Side.BUY)).contains(Pips.of(50));
        assertThat(limit.stopDistance(Side.BUY)).contains(Pips.of(15));
        assertThat(limit.stopPrice(Side.BUY, Pips.of(15))).contains(new BigDecimal("1.0785"));
    }

    @Test
    void supposedAccountCountsForAnalyzeOnly() {
        TradeRequest request = request(
                ",\"account_balance\":5000,\"account_currency\":\"EUR\",\"account_id\":\"other\",\"risk_percent\":1,"
                    + "\"stop_loss_pips\":30,\"existing_positions\":[{\"symbol\":\"GBPUSD\",\"side\":\"BUY\",\"lots\":1}]");

        TradeIdea analyzed = mapper.toAnalyze(request);
        TradeIdea executed = mapper.toExecute(request);

        assertThat(analyzed.account()).isEqualTo(new AccountChoice.Supposed(new BigDecimal("5000"), "EUR"));
        assertThat(analyzed.notices()).isEmpty();
        assertThat(executed.account()).isEqualTo(new AccountChoice.InBooks("other"));
        assertThat(codes(executed)).containsExactly("ACCOUNT_BALANCE_IGNORED", "EXISTING_POSITIONS_IGNORED");
        assertThat(analyzed.supposed()).hasSize(1);
        assertThat(executed.supposed()).isEmpty();
    }

    @Test
    void executionThatIsNotToSendSaysSo() {
        TradeIdea idea = mapper.toExecuteNot(request(",\"risk_percent\":1,\"stop_loss_pips\":30"), "hash");

        assertThat(codes(idea)).containsExactly("NOT_EXECUTED");
    }

    @Test
    void symbolIsFoundWhateverItsCase() {
        TradeIdea idea = mapper.toAnalyze(
                JSON.readValue("{\"symbol\":\"eurusd\",\"current_price\":1.0835}", TradeRequest.class));

        assertThat(idea.symbol()).isEqualTo("EURUSD");
    }

    @Test
    void candlesReadingsAndModelGoToTheBrain() {
        TradeIdea idea = mapper.toAnalyze(
                request(
                        ",\"timeframe\":\"M5\",\"model\":\"votes\",\"indicators\":{\"rsi\":28.5,\"atr\":0.0012},\"candles\":[{"
                            + "\"open_time\":\"2026-01-05T10:00:00Z\",\"open\":1.08,\"high\":1.09,\"low\":1.07,\"close\":1.085}]"));

        assertThat(idea.view()).isNotNull().satisfies(view -> {
            assertThat(view.model()).isEqualTo("votes");
            assertThat(view.readings()).containsOnly(Map.entry("rsi", 28.5), Map.entry("atr", 0.0012));
            assertThat(view.candles()).singleElement().satisfies(candle -> assertThat(candle.close())
                    .isEqualByComparingTo("1.085"));
        });
    }

    @Test
    void stopLimitOrderEntersAtItsLimit() {
        TradeIdea idea =
                mapper.toAnalyze(request(",\"order_type\":\"stop_limit\",\"stop_price\":1.09,\"limit_price\":1.0905"));

        assertThat(idea.wantedSide()).isEqualTo(Side.BUY);
        assertThat(idea.statedPrice()).isEqualByComparingTo("1.0905");
        assertThat(idea.entry().stopPrice()).isEqualByComparingTo("1.09");
    }

    @Test
    void hashTellsRequestsApart() {
        assertThat(mapper.toAnalyze(request("")).requestHash())
                .isEqualTo(mapper.toAnalyze(request("")).requestHash())
                .isNotEqualTo(mapper.toAnalyze(request(",\"risk_percent\":1")).requestHash());
    }

    private static TradeRequest request(String more) {
        return JSON.readValue("{\"symbol\":\"EURUSD\",\"current_price\":1.0835%s}".formatted(more), TradeRequest.class);
    }

    private static List<String> codes(TradeIdea idea) {
        return idea.notices().stream().map(Reason::code).toList();
    }
}
