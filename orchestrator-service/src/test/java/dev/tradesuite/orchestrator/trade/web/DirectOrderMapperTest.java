package dev.tradesuite.orchestrator.trade.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.DecisionSource;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.PlaceOrderRequest;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.trade.SizeChoice;
import dev.tradesuite.orchestrator.trade.StopChoice;
import dev.tradesuite.orchestrator.trade.TradeDefaults;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class DirectOrderMapperTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private Optional<BigDecimal> newest = Optional.empty();
    private final DirectOrderMapper mapper = new DirectOrderMapper(
            InstrumentCatalog.shipped(), new TradeDefaults("main", new BigDecimal("2"), BigDecimal.TWO), _ -> newest);

    @Test
    void bareOrderIsAtTheMarketForTheUsualAccount() {
        TradeIdea idea = idea("'lots':0.1,'stop_loss':{'pips':50},'current_price':1.0835");

        assertThat(idea.source()).isEqualTo(DecisionSource.DIRECT);
        assertThat(idea.wantedSide()).isEqualTo(Side.BUY);
        assertThat(idea.accountId()).contains("main");
        assertThat(idea.entry().type()).isEqualTo(OrderType.MARKET);
        assertThat(idea.entry().timeInForce()).isEqualTo(TimeInForce.GTC);
        assertThat(idea.size()).isEqualTo(SizeChoice.ofLots(Lots.of("0.1")));
        assertThat(idea.exit().stop()).isEqualTo(new StopChoice.Distance(Pips.of(50)));
        assertThat(idea.notices()).isEmpty();
    }

    @Test
    void unitsAreLotsOfTheContractSize() {
        assertThat(idea("'units':25000,'stop_loss':{'pips':50},'current_price':1.0835")
                        .size())
                .isEqualTo(SizeChoice.ofLots(Lots.of("0.25")));
    }

    @Test
    void targetAtADistanceIsOnTheSideOfTheProfit() {
        String order = "'lots':0.1,'stop_loss':{'pips':50},'take_profit':{'pips':100},'current_price':1.0835";

        assertThat(idea(order).exit().takeProfitPrice()).isEqualByComparingTo("1.0935");
        assertThat(idea(order + ",'side':'SELL'").exit().takeProfitPrice()).isEqualByComparingTo("1.0735");
        assertThat(idea(order + ",'type':'limit','limit_price':1.08").exit().takeProfitPrice())
                .as("from the entry, not from the market")
                .isEqualByComparingTo("1.09");
    }

    @Test
    void stopThatTrailsBeginsAtItsDistanceUnlessOneIsStated() {
        TradeIdea alone = idea("'lots':0.1,'trailing_stop_pips':30,'current_price':1.0835");
        TradeIdea beside = idea("'lots':0.1,'trailing_stop_pips':30,'stop_loss':{'price':1.07},'current_price':1.0835");

        assertThat(alone.exit().stop()).isEqualTo(new StopChoice.Trailing(Pips.of(30)));
        assertThat(alone.stopDistance(Side.BUY)).contains(Pips.of(30));
        assertThat(beside.exit().stop()).isEqualTo(new StopChoice.AtPrice(new BigDecimal("1.07")));
        assertThat(beside.exit().trailingStop()).isEqualTo(Pips.of(30));
    }

    @Test
    void exitHasNoStopOfItsOwn() {
        TradeIdea idea = idea("'lots':0.1,'reduce_only':true,'current_price':1.0835");

        assertThat(idea.entry().reduceOnly()).isTrue();
        assertThat(idea.exit().stop()).isEqualTo(new StopChoice.None());
    }

    @Test
    void dryRunSaysSo() {
        assertThat(idea("'lots':0.1,'stop_loss':{'pips':50},'current_price':1.0835,'dry_run':true")
                        .notices())
                .extracting(Reason::code)
                .containsExactly("DRY_RUN");
    }

    @Test
    void newestPriceStandsInForOneThatIsNotStated() {
        String order = "'lots':0.1,'stop_loss':{'pips':50}";
        assertThatThrownBy(() -> idea(order))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("state current_price");

        newest = Optional.of(new BigDecimal("1.08"));
        assertThat(idea(order).marketPrice()).isEqualByComparingTo("1.08");
    }

    private TradeIdea idea(String fields) {
        String side = fields.contains("'side'") ? "" : "'side':'BUY',";
        return mapper.toIdea(
                JSON.readValue(
                        "{'symbol':'eurusd',%s%s}".formatted(side, fields).replace('\'', '"'), PlaceOrderRequest.class),
                "hash");
    }
}
