package dev.tradesuite.portfolio;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables that hang on strategies. */
public final class StrategyTables {

    private StrategyTables() {}

    /** Forgets every strategy and what is kept of it, and the keys of requests. */
    public static void clear(JdbcClient jdbc) {
        jdbc.sql("TRUNCATE strategy, idempotency_key CASCADE").update();
    }
}
