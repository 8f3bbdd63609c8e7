package dev.tradesuite.orchestrator.trade.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.orchestrator.PlaceOrderRequest;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class OrderRuleTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final RuleContext CONTEXT = new RuleContext(
            InstrumentCatalog.shipped().find("EURUSD").orElseThrow(), Instant.parse("2026-01-05T10:00:00Z"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'lots':0.1,'stop_loss':{'pips':50}",
                "'units':10000,'stop_loss':{'price':1.0785},'take_profit':{'price':1.0935}",
                "'notional':5000,'trailing_stop_pips':30",
                "'risk_percent':1,'stop_loss':{'pips':50},'take_profit':{'pips':100},'trailing_stop_pips':30",
                "'lots':0.1,'stop_loss':{'pips':50},'type':'limit','limit_price':1.08,'time_in_force':'fok'",
                "'lots':0.1,'stop_loss':{'pips':50},'type':'stop','stop_price':1.09,'expires_at':'2026-01-06T10:00:00Z'",
                "'lots':0.1,'stop_loss':{'pips':50},'type':'stop_limit','stop_price':1.09,'limit_price':1.091",
                "'lots':0.1,'reduce_only':true",
                "'lots':0.1,'reduce_only':true,'type':'stop','stop_price':1.09,'trailing_stop_pips':20"
            })
    void orderThatSaysWhatItWantsKeepsEveryRule(String fields) {
        assertThat(faults(fields)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // how much
                "'stop_loss':{'pips':50} | REQUIRED lots",
                "'lots':0.1,'units':1000,'stop_loss':{'pips':50} | CONTRADICTION units",
                "'lots':0.1,'notional':5,'risk_percent':1,'stop_loss':{'pips':50} | CONTRADICTION notional,"
                        + " CONTRADICTION riskPercent",
                // prices of the entry
                "'lots':0.1,'stop_loss':{'pips':50},'type':'limit' | REQUIRED limitPrice",
                "'lots':0.1,'stop_loss':{'pips':50},'type':'stop' | REQUIRED stopPrice",
                "'lots':0.1,'stop_loss':{'pips':50},'type':'stop_limit' | REQUIRED limitPrice, REQUIRED stopPrice",
                "'lots':0.1,'stop_loss':{'pips':50},'limit_price':1.08 | CONTRADICTION limitPrice",
                "'lots':0.1,'stop_loss':{'pips':50},'type':'limit','limit_price':1.08,'stop_price':1.09 |"
                        + " CONTRADICTION stopPrice",
                // stop and target
                "'lots':0.1 | REQUIRED stopLoss",
                "'lots':0.1,'stop_loss':{} | REQUIRED stopLoss.price",
                "'lots':0.1,'stop_loss':{'pips':50},'take_profit':{} | REQUIRED takeProfit.price",
                "'lots':0.1,'stop_loss':{'pips':50,'price':1.0785} | CONTRADICTION stopLoss.pips",
                "'lots':0.1,'stop_loss':{'pips':50},'take_profit':{'pips':50,'price':1.09} | CONTRADICTION"
                        + " takeProfit.pips",
                "'lots':0.1,'stop_loss':{'price':1.0885} | WRONG_SIDE stopLoss.price",
                "'lots':0.1,'stop_loss':{'price':1.0835} | WRONG_SIDE stopLoss.price",
                "'lots':0.1,'stop_loss':{'pips':50},'take_profit':{'price':1.08} | WRONG_SIDE takeProfit.price",
                "'lots':0.1,'stop_loss':{'price':1.0825},'type':'limit','limit_price':1.08 | WRONG_SIDE stopLoss.price",
                // A limit at 1.09 is filled at the market at once, at 1.0835.
                "'lots':0.1,'stop_loss':{'price':1.086},'type':'limit','limit_price':1.09 | WRONG_SIDE stopLoss.price",
                "'lots':0.1,'stop_loss':{'pips':50},'take_profit':{'price':1.08},'type':'limit','limit_price':1.09 |"
                        + " WRONG_SIDE takeProfit.price",
                "'lots':0.1,'stop_loss':{'pips':50},'type':'stop','stop_price':1.08 | WRONG_SIDE stopPrice",
                "'lots':0.1,'stop_loss':{'pips':20000} | OUT_OF_RANGE stopLoss.pips",
                "'lots':0.1,'trailing_stop_pips':20000 | OUT_OF_RANGE trailingStopPips",
                // how long
                "'lots':0.1,'stop_loss':{'pips':50},'type':'stop','stop_price':1.09,'time_in_force':'ioc' |"
                        + " CONTRADICTION timeInForce",
                "'lots':0.1,'stop_loss':{'pips':50},'type':'limit','limit_price':1.08,'time_in_force':'day','expires_at':'2026-01-06T10:00:00Z'"
                    + " | CONTRADICTION expiresAt",
                "'lots':0.1,'stop_loss':{'pips':50},'expires_at':'2026-01-06T10:00:00Z' | CONTRADICTION expiresAt",
                // exits
                "'risk_percent':1,'reduce_only':true | CONTRADICTION riskPercent",
                "'lots':0.1,'reduce_only':true,'stop_loss':{'pips':50} | CONTRADICTION stopLoss",
                "'lots':0.1,'reduce_only':true,'take_profit':{'pips':50} | CONTRADICTION takeProfit",
                "'lots':0.1,'reduce_only':true,'trailing_stop_pips':50 | CONTRADICTION trailingStopPips"
            })
    void badCombinationNamesItsField(String fields, String expected) {
        assertThat(faults(fields)).containsExactlyInAnyOrder(expected.split(", ", -1));
    }

    @Test
    void sellHasItsPricesOnTheOtherSide() {
        assertThat(faults("'lots':0.1,'side':'SELL','stop_loss':{'price':1.0885},'take_profit':{'price':1.0735}"))
                .isEmpty();
        assertThat(faults("'lots':0.1,'side':'SELL','stop_loss':{'price':1.0785}"))
                .containsExactly("WRONG_SIDE stopLoss.price");
        assertThat(faults("'lots':0.1,'side':'SELL','stop_loss':{'pips':50},'take_profit':{'pips':20000}"))
                .containsExactly("OUT_OF_RANGE takeProfit.pips");
    }

    @Test
    void everyFaultSaysWhatToDo() {
        assertThat(OrderRule.REQUIRED.faults(order("'side':'BUY'"), CONTEXT))
                .extracting(RuleFault::message)
                .containsExactly(
                        "is required, or one of units, notional and risk_percent",
                        "is required, or trailing_stop_pips, unless the order is reduce_only");
    }

    private static List<String> faults(String fields) {
        PlaceOrderRequest order = order(fields);
        return Arrays.stream(OrderRule.values())
                .flatMap(rule -> rule.faults(order, CONTEXT).stream().map(fault -> rule + " " + fault.field()))
                .toList();
    }

    private static PlaceOrderRequest order(String fields) {
        String side = fields.contains("'side'") ? "" : "'side':'BUY',";
        return JSON.readValue(
                "{'symbol':'EURUSD','current_price':1.0835,%s%s}"
                        .formatted(side, fields)
                        .replace('\'', '"'),
                PlaceOrderRequest.class);
    }
}
