package dev.tradesuite.launcher;

/** A trade the brain says BUY to: 2 % of 10,000 USD at a stop of 50 pips is 0.40 lots of EURUSD. */
final class Trades {

    static final String ANALYZE = "/api/v1/orchestrator/analyze";
    static final String EXECUTE = "/api/v1/orchestrator/execute";
    static final String BUY_EURUSD =
            """
            {
              "symbol": "EURUSD",
              "current_price": 1.0835,
              "stop_loss_pips": 50,
              "risk_strategy": "fixed_risk",
              "risk_percent": 2.0,
              "leverage": 1,
              "auto_execute": true,
              "indicators": {
                "rsi": 28, "macd": 0.0008, "macd_signal": 0.0003, "ema_fast": 1.0840, "ema_slow": 1.0820,
                "adx": 30, "plus_di": 30, "minus_di": 12, "atr": 0.0012
              }
            }
            """;

    private Trades() {}
}
