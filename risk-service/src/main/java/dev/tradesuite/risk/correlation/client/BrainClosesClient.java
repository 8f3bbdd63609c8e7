package dev.tradesuite.risk.correlation.client;

import dev.tradesuite.contracts.brain.ClosesTable;
import dev.tradesuite.quant.returns.AlignedPrices;
import dev.tradesuite.quant.returns.PriceHistory;
import dev.tradesuite.risk.check.ReturnPeriod;
import dev.tradesuite.risk.correlation.CloseSource;
import dev.tradesuite.risk.correlation.SymbolPair;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stored closes from brain-service. */
@Component
class BrainClosesClient implements CloseSource {

    /** Rows to ask for beyond those needed: a row may have a close of one symbol only. */
    private static final int SPARE = 2;

    private final BrainClosesApi brain;

    BrainClosesClient(BrainClosesApi brain) {
        this.brain = brain;
    }

    @Override
    public AlignedPrices closes(SymbolPair pair, ReturnPeriod period, @Nullable Instant asOf, int most)
            throws UnavailableException {
        try {
            ClosesTable table = brain.closes(
                    pair.first() + "," + pair.second(),
                    period.name(),
                    SPARE * most,
                    asOf == null ? null : asOf.toString());
            return AlignedPrices.of(history(table, pair.first()), history(table, pair.second()));
        } catch (ServiceUnavailableException e) {
            throw new UnavailableException("brain-service does not answer: " + e.reason(), e);
        } catch (RemoteProblemException e) {
            throw new UnavailableException(
                    "brain-service answered %d %s"
                            .formatted(e.status(), e.problem().code()),
                    e);
        }
    }

    private static PriceHistory history(ClosesTable table, String symbol) {
        List<@Nullable BigDecimal> closes = table.symbols().stream()
                .filter(column -> column.symbol().equals(symbol))
                .findFirst()
                .map(ClosesTable.SymbolCloses::closes)
                .orElseGet(List::of);
        long[] times = new long[closes.size()];
        double[] prices = new double[closes.size()];
        int count = 0;
        for (int i = 0; i < closes.size(); i++) {
            BigDecimal close = closes.get(i);
            if (close != null) {
                times[count] = table.times().get(i).toEpochMilli();
                prices[count] = close.doubleValue();
                count++;
            }
        }
        return PriceHistory.of(Arrays.copyOf(times, count), Arrays.copyOf(prices, count));
    }
}
