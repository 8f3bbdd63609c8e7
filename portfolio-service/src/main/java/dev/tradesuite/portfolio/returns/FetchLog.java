package dev.tradesuite.portfolio.returns;

import dev.tradesuite.contracts.market.Reason;
import java.time.Instant;

/** Keeps how asking the source of each strategy went the last time. */
public interface FetchLog {

    void succeeded(String code, Instant now);

    void failed(String code, Reason why, Instant now);
}
