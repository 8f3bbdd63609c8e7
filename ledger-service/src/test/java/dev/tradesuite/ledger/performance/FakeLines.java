package dev.tradesuite.ledger.performance;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.signals.EquityResolution;
import dev.tradesuite.ledger.account.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Equity over time in memory, of one account and the same at every resolution. */
final class FakeLines implements EquityLines {

    final List<WorthPoint> points = new ArrayList<>();

    /** What the account began with; absent: it is not known. */
    @Nullable
    WorthPoint opening;

    /** Resolutions asked for. */
    final List<EquityResolution> asked = new ArrayList<>();

    FakeLines at(Instant moment, String equity, String netCashFlow, @Nullable Double growth) {
        points.add(new WorthPoint(
                moment,
                RunLabel.PAPER,
                new BigDecimal(equity),
                new BigDecimal(netCashFlow),
                BigDecimal.ZERO,
                growth,
                growth));
        return this;
    }

    @Override
    public List<WorthPoint> points(String accountId, EquityResolution resolution, Span span) {
        asked.add(resolution);
        return points.stream()
                .filter(point ->
                        span.from().map(from -> !point.at().isBefore(from)).orElse(true))
                .filter(point -> span.to().map(point.at()::isBefore).orElse(true))
                .toList();
    }

    @Override
    public Optional<WorthPoint> lastUntil(String accountId, EquityResolution resolution, Instant moment) {
        return points.stream().filter(point -> !point.at().isAfter(moment)).reduce((_, later) -> later);
    }

    @Override
    public Optional<WorthPoint> opening(String accountId) {
        return Optional.ofNullable(opening);
    }

    @Override
    public void ensureRoom(Instant from, Instant to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forget(Instant fiveMinutesBefore, Instant hoursBefore) {
        throw new UnsupportedOperationException();
    }
}
