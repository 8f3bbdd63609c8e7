package dev.tradesuite.ledger.performance.web;

import dev.tradesuite.contracts.ledger.BooksEquity;
import dev.tradesuite.contracts.ledger.BooksEquity.WorthAt;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.signals.EquityResolution;
import dev.tradesuite.contracts.signals.NoDataReason;
import dev.tradesuite.ledger.performance.WorthPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Equity over time as the contract has it. */
public final class BooksEquityMapper {

    private BooksEquityMapper() {}

    /** That of an account. */
    public static BooksEquity ofAccount(
            String accountId, String currency, EquityResolution resolution, List<WorthPoint> found, int limit) {
        return of(accountId, null, currency, resolution, found, limit);
    }

    /** That of a portfolio. */
    public static BooksEquity ofPortfolio(
            long portfolioId, String currency, EquityResolution resolution, List<WorthPoint> found, int limit) {
        return of(null, portfolioId, currency, resolution, found, limit);
    }

    /** @param found the newest points, oldest first; one more than the limit says that there are others before */
    private static BooksEquity of(
            @Nullable String accountId,
            @Nullable Long portfolioId,
            String currency,
            EquityResolution resolution,
            List<WorthPoint> found,
            int limit) {
        boolean more = found.size() > limit;
        List<WorthPoint> page = more ? found.subList(found.size() - limit, found.size()) : found;
        return new BooksEquity(
                accountId,
                portfolioId,
                currency,
                resolution,
                page.isEmpty() ? null : page.getLast().label(),
                page.stream().map(BooksEquityMapper::point).toList(),
                more ? AskedMapper.cursor(page.getFirst().at()) : null,
                page.isEmpty() ? new Reason(NoDataReason.NO_EQUITY.name(), NoDataReason.NO_EQUITY.sentence()) : null);
    }

    private static WorthAt point(WorthPoint point) {
        Double growth = point.growth();
        Double peak = point.peakGrowth();
        return new WorthAt(
                point.at(),
                point.equity(),
                point.balance(),
                point.floatingPnl(),
                point.netCashFlow(),
                growth == null ? null : (growth - 1) * 100,
                // What never fell is 0 and not -0.
                growth == null || peak == null || peak <= 0 ? null : 0 - (peak - growth) / peak * 100,
                point.label());
    }
}
