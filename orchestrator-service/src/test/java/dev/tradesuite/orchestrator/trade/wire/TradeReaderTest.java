package dev.tradesuite.orchestrator.trade.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.trade.AccountChoice;
import dev.tradesuite.orchestrator.trade.StopChoice;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class TradeReaderTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final TradeReader reader =
            new TradeReader(InstrumentCatalog.shipped(), new TradeDefaults("main", new BigDecimal("2"), Pips.of(50)));

    @Test
    void bareRequestIsFilledInAndSaysSo() {
        TradeIdea idea = reader.toAnalyze(request(""));

        assertThat(idea.stop()).isEqualTo(new StopChoice.Distance(Pips.of(50)));
        assertThat(idea.account()).isEqualTo(new AccountChoice.InBooks("main"));
        assertThat(idea.leverage()).isEqualTo(Leverage.NOT_STATED);
        assertThat(idea.entry().type()).isEqualTo(OrderType.MARKET);
        assertThat(idea.wantedSide()).isNull();
        assertThat(codes(idea)).containsExactly("STOP_LOSS_DEFAULTED", "RISK_PERCENT_DEFAULTED");
        TradeRequest completed = idea.request().as(TradeRequest.class);
        assertThat(completed.stopLossPips()).isEqualByComparingTo("50");
        assertThat(completed.riskPercent()).isEqualByComparingTo("2");
    }

    @Test
    void fixedLotsNeedNoRiskPercent() {
        assertThat(codes(reader.toAnalyze(
                        request(",\"risk_strategy\":\"fixed_lot\",\"lots\":0.1,\"stop_loss_pips\":30"))))
                .isEmpty();
    }

    @Test
    void volatilityTakesNoStopFromTheRequest() {
        TradeIdea idea =
                reader.toAnalyze(request(",\"risk_strategy\":\"volatility\",\"stop_loss_pips\":30,\"risk_percent\":1"));

        assertThat(idea.stop()).isEqualTo(new StopChoice.FromVolatility());
        assertThat(idea.stopDistance()).isEmpty();
        assertThat(codes(idea)).containsExactly("STOP_FROM_VOLATILITY");
        assertThat(idea.request().as(TradeRequest.class).stopLossPips()).isNull();
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
                // Beside a limit of 1.06 a stop at 1.07 is above the entry.
                ",\"order_type\":\"limit\",\"limit_price\":1.06,\"stop_loss_price\":1.07 | SELL "
            })
    void pricesGiveTheSideAway(String more, Side side) {
        assertThat(reader.toAnalyze(request(more == null ? "" : more)).wantedSide())
                .isEqualTo(side);
    }

    @Test
    void distanceOfAStopPriceIsFromTheEntry() {
        TradeIdea market = reader.toAnalyze(request(",\"stop_loss_price\":1.0785"));
        TradeIdea limit =
                reader.toAnalyze(request(",\"stop_loss_price\":1.0785,\"order_type\":\"limit\",\"limit_price\":1.08"));

        assertThat(market.stopDistance()).contains(Pips.of(50));
        assertThat(limit.stopDistance()).contains(Pips.of(15));
        assertThat(limit.stopPrice(Side.BUY, Pips.of(15))).contains(new BigDecimal("1.0785"));
    }

    @Test
    void supposedAccountCountsForAnalyzeOnly() {
        TradeRequest request = request(
                ",\"account_balance\":5000,\"account_currency\":\"EUR\",\"account_id\":\"other\",\"risk_percent\":1,"
                    + "\"stop_loss_pips\":30,\"existing_positions\":[{\"symbol\":\"GBPUSD\",\"side\":\"BUY\",\"lots\":1}]");

        TradeIdea analyzed = reader.toAnalyze(request);
        TradeIdea executed = reader.toExecute(request);

        assertThat(analyzed.account()).isEqualTo(new AccountChoice.Supposed(new BigDecimal("5000"), "EUR"));
        assertThat(analyzed.notices()).isEmpty();
        assertThat(executed.account()).isEqualTo(new AccountChoice.InBooks("other"));
        assertThat(codes(executed)).containsExactly("ACCOUNT_BALANCE_IGNORED", "EXISTING_POSITIONS_IGNORED");
        assertThat(executed.request().as(TradeRequest.class).existingPositions())
                .isNull();
    }

    @Test
    void executionThatIsNotToSendSaysSo() {
        TradeIdea idea = reader.toExecuteNot(request(",\"risk_percent\":1,\"stop_loss_pips\":30"));

        assertThat(codes(idea)).containsExactly("NOT_EXECUTED");
    }

    @Test
    void symbolIsFoundWhateverItsCase() {
        TradeIdea idea = reader.toAnalyze(
                JSON.readValue("{\"symbol\":\"eurusd\",\"current_price\":1.0835}", TradeRequest.class));

        assertThat(idea.symbol()).isEqualTo("EURUSD");
        assertThat(idea.request().as(TradeRequest.class).symbol()).isEqualTo("EURUSD");
    }

    private static TradeRequest request(String more) {
        return JSON.readValue("{\"symbol\":\"EURUSD\",\"current_price\":1.0835%s}".formatted(more), TradeRequest.class);
    }

    private static List<String> codes(TradeIdea idea) {
        return idea.notices().stream().map(Reason::code).toList();
    }
}
