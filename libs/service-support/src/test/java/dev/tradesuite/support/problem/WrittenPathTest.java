package dev.tradesuite.support.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.brain.IndicatorReadings;
import dev.tradesuite.contracts.market.Candle;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Faults are told by the names that the request has for its fields, and each of them once. */
class WrittenPathTest {

    record Asked(
            @NotNull @Positive BigDecimal currentPrice,
            @Nullable List<@Valid Candle> candles,
            @Nullable @Valid IndicatorReadings indicators,
            @Nullable Map<String, @Positive BigDecimal> conversionRates) {}

    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private final BodyBinder binder =
            new BodyBinder(json, Validation.buildDefaultValidatorFactory().getValidator());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // a vote that cannot be bound, in both forms
                "{'current_price':1,'indicators':[{'source':'rsi','signal':'MAYBE'}]} | indicators[0].signal"
                        + " UNKNOWN_VALUE",
                "{'current_price':1,'indicators':{'votes':[{'source':'rsi','signal':'MAYBE'}]}} |"
                        + " indicators.votes[0].signal UNKNOWN_VALUE",
                "{'current_price':1,'indicators':[{'source':'a','signal':'BUY'},{'source':'rsi','signal':7,'value':'x'}]}"
                    + " | indicators[1].signal WRONG_TYPE,indicators[1].value WRONG_TYPE",
                // a vote that lacks something
                "{'current_price':1,'indicators':[{'source':'rsi'}]} | indicators[0].signal REQUIRED",
                "{'current_price':1,'indicators':[{'signal':'BUY','source':''}]} | indicators[0].source REQUIRED",
                "{'current_price':1,'indicators':[{'source':'rsi','signal':'BUY','colour':1}]} | indicators[0].colour"
                        + " UNKNOWN_FIELD",
                // with another fault beside it
                "{'current_price':'x','indicators':[{'source':'rsi','signal':'MAYBE'}]} | current_price"
                        + " WRONG_TYPE,indicators[0].signal UNKNOWN_VALUE",
                "{'current_price':-1,'indicators':[{'source':'rsi'}]} | current_price"
                        + " OUT_OF_RANGE,indicators[0].signal REQUIRED",
                // a candle by its short names
                "{'current_price':1,'candles':[{'t':1,'o':-1,'h':'x','l':1,'c':1}]} | candles[0].o"
                        + " OUT_OF_RANGE,candles[0].h WRONG_TYPE",
                "{'current_price':1,'candles':[{'t':1,'o':1,'h':1,'l':0,'c':1}]} | candles[0].l OUT_OF_RANGE",
                "{'current_price':1,'candles':[{'timestamp':'soon','open':1,'high':1,'low':1}]} | candles[0].timestamp"
                        + " WRONG_TYPE,candles[0].close REQUIRED",
                // what has no other name
                "{'current_price':1,'conversion_rates':{'EURUSD':-1}} | conversion_rates[EURUSD] OUT_OF_RANGE",
                "{} | current_price REQUIRED",
            })
    void faultIsToldOnceByTheNameItIsWrittenUnder(String body, String told) {
        assertThat(faults(body)).containsExactly(told.split(","));
    }

    @Test
    void bodyWithoutAFaultHasNone() {
        assertThat(faults("{'current_price':1,'candles':[{'t':1,'o':1,'h':1,'l':1,'c':1,'v':0}],"
                        + "'indicators':[{'source':'rsi','signal':'BUY','value':28}]}"))
                .isEmpty();
    }

    private List<String> faults(String body) {
        return binder
                .faults(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), json.constructType(Asked.class), true)
                .faults()
                .stream()
                .map(fault -> fault.field() + " " + fault.code())
                .toList();
    }
}
