package dev.tradesuite.contracts.portfolio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A strategy as an asset. {@code GET /api/v1/strategies/{code}}.
 *
 * @param code by which everything else names it
 * @param name for people
 * @param source where its returns come from: {@code model:ML_XGB:EURUSD}, {@code portfolio:17}, {@code account:main},
 *     {@code hold:AAPL} or {@code imported}
 * @param benchmark code of the strategy it is compared with; absent for equal weights of all that are live
 * @param state how far it has come
 * @param registeredAt since when it is known
 * @param version grows with every change; a change that states it is refused when it is not the newest
 * @param fetch how asking the source for returns went; absent when it was never asked
 */
public record RegisteredStrategy(
        String code,
        String name,
        String source,
        @Nullable String benchmark,
        LifecycleState state,
        Instant registeredAt,
        long version,
        @Nullable SourceFetch fetch) {}
