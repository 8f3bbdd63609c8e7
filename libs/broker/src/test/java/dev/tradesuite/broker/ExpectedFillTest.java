package dev.tradesuite.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The market is at 0.60. */
class ExpectedFillTest {

    @ParameterizedTest
    @CsvSource({
        "MARKET,     BUY,      ,     , 0.60",
        "MARKET,     SELL,     ,     , 0.60",
        // A limit rests, or takes the better market at once.
        "LIMIT,      BUY,  0.59,     , 0.59",
        "LIMIT,      BUY,  0.61,     , 0.60",
        "LIMIT,      SELL, 0.61,     , 0.61",
        "LIMIT,      SELL, 0.59,     , 0.60",
        // A stop waits for its trigger, or has passed it.
        "STOP,       BUY,      , 0.61, 0.61",
        "STOP,       BUY,      , 0.59, 0.60",
        "STOP,       SELL,     , 0.59, 0.59",
        "STOP,       SELL,     , 0.61, 0.60",
        // A stop limit costs its limit at worst; one that has passed its trigger is a limit order.
        "STOP_LIMIT, BUY,  0.62, 0.61, 0.62",
        "STOP_LIMIT, BUY,  0.62, 0.59, 0.60",
        "STOP_LIMIT, BUY,  0.58, 0.59, 0.58",
        "STOP_LIMIT, SELL, 0.58, 0.59, 0.58",
        "STOP_LIMIT, SELL, 0.58, 0.61, 0.60"
    })
    void isTheLimitTheTriggerOrTheMarket(
            OrderType type, Side side, @Nullable BigDecimal limit, @Nullable BigDecimal trigger, BigDecimal expected) {
        assertThat(ExpectedFill.of(type, side, limit, trigger, new BigDecimal("0.60")))
                .isEqualByComparingTo(expected);
    }
}
