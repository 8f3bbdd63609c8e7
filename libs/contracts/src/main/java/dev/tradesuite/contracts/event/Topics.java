package dev.tradesuite.contracts.event;

/** Kafka topics. The key of a topic keeps the order of what belongs together. */
public final class Topics {

    /** Closed candles, keyed by symbol, from brain-service. */
    public static final String MARKET_BARS = "market.bars";

    /** Prices between candles, keyed by symbol, from brain-service; the next one replaces a lost one. */
    public static final String MARKET_PRICES = "market.prices";

    /** A closed candle with the signals of every model on it, keyed by symbol, from brain-service. */
    public static final String BRAIN_SIGNALS = "brain.signals";

    /** Decisions, orders and fills, keyed by account, from orchestrator-service. */
    public static final String ORDERS_EVENTS = "orders.events";

    /** What waits for a person to approve it, keyed by approval, from orchestrator-service. */
    public static final String APPROVALS_EVENTS = "approvals.events";

    /** Accounts, positions and snapshots, keyed by account or portfolio, from ledger-service. */
    public static final String LEDGER_EVENTS = "ledger.events";

    /** Breaches and changes of the trading state, keyed by account, from risk-service. */
    public static final String RISK_EVENTS = "risk.events";

    /** Cycles that have ended, keyed by portfolio, from orchestrator-service. */
    public static final String CYCLES_RESULTS = "cycles.results";

    /** Lifecycle, correlation, rotation and rebalancing, keyed by strategy or portfolio, from portfolio-service. */
    public static final String PORTFOLIO_EVENTS = "portfolio.events";

    /** What the WebSocket feed sends, in one partition, from signals-api-service; its offset is the feed's seq. */
    public static final String SIGNALS_FEED = "signals.feed";

    /** Where a message goes that cannot be handled. */
    public static final String DEAD_LETTER_SUFFIX = ".dlt";

    private Topics() {}
}
