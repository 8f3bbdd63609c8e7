package dev.tradesuite.benchmarks.flow;

import dev.tradesuite.contracts.brain.IndicatorReadings;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The trades that are asked for. Each brings readings on which the brain wants it, so that every step has to run. */
final class Trades {

    private static final String SYMBOL = "EURUSD";
    private static final BigDecimal PRICE = new BigDecimal("1.0835");
    private static final BigDecimal STOP_PIPS = new BigDecimal("50");

    private static final IndicatorReadings RISING = new IndicatorReadings(
            38.0, 0.0006, 0.0002, 0.0010, 1.0840, 1.0828, 1.0860, 1.0835, 1.0810, 40.0, 30.0, 10.0, null);
    private static final IndicatorReadings FALLING = new IndicatorReadings(
            62.0, -0.0006, -0.0002, 0.0010, 1.0828, 1.0840, 1.0860, 1.0835, 1.0810, 40.0, 10.0, 30.0, null);

    private Trades() {}

    /** A what-if on 10,000 USD. */
    static TradeRequest supposed() {
        return request(Side.BUY, new BigDecimal("2.0"), null, new BigDecimal("10000"), null);
    }

    /** A trade for an account in the books, small enough that hundreds on their way to the books fit its margin. */
    static TradeRequest real(Side side, String account) {
        return request(side, new BigDecimal("0.1"), account, null, true);
    }

    private static TradeRequest request(
            Side side,
            BigDecimal riskPercent,
            @Nullable String account,
            @Nullable BigDecimal balance,
            @Nullable Boolean autoExecute) {
        return TradeRequest.of(SYMBOL, PRICE)
                .stopLossPips(STOP_PIPS)
                .riskStrategy(RiskStrategy.FIXED_RISK)
                .riskPercent(riskPercent)
                .leverage(BigDecimal.ONE)
                .accountId(account)
                .accountBalance(balance)
                .indicators(side == Side.BUY ? RISING : FALLING)
                .autoExecute(autoExecute)
                .build();
    }
}
