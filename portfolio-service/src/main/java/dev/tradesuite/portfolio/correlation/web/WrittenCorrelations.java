package dev.tradesuite.portfolio.correlation.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.portfolio.correlation.CorrelationKey;
import dev.tradesuite.portfolio.correlation.CorrelationSnapshot;
import dev.tradesuite.portfolio.correlation.StrategyCorrelationSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reports as they are sent: what is asked for again is neither grouped nor written again. */
@Component
final class WrittenCorrelations {

    private static final long MOST_BYTES = 20_000_000;
    private static final Duration UNUSED = Duration.ofMinutes(20);

    private final CorrelationReportMapper reports;
    private final JsonMapper json;
    private final Cache<ReportKey, byte[]> kept;

    WrittenCorrelations(StrategyCorrelationSettings settings, JsonMapper json) {
        this.reports = new CorrelationReportMapper(settings.limits().pair(), settings.minReturns());
        this.json = json;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(MOST_BYTES)
                .weigher((ReportKey _, byte[] bytes) -> bytes.length)
                .expireAfterAccess(UNUSED)
                .build();
    }

    /**
     * The report of correlations, in JSON.
     *
     * @param absent why strategies have no return, by code
     */
    byte[] of(CorrelationKey key, CorrelationSnapshot snapshot, Map<String, Reason> absent) {
        return kept.get(
                new ReportKey(key, snapshot.version(), snapshot.asOf(), Map.copyOf(absent)),
                _ -> json.writeValueAsBytes(reports.report(snapshot, absent)));
    }

    /**
     * What decides a report.
     *
     * @param key what was asked for
     * @param version of the returns
     * @param asOf when they were read
     * @param absent why strategies have no return
     */
    private record ReportKey(CorrelationKey key, long version, Instant asOf, Map<String, Reason> absent) {}
}
