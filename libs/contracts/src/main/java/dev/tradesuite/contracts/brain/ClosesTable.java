package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Closing prices of several symbols on one time axis, oldest first, for returns and correlations. {@code GET
 * /api/v1/candles/closes?symbols=EURUSD,GBPUSD&timeframe=D1&limit=260&as_of=}.
 *
 * <p>A row is a slot of the time axis: a stretch of the timeframe's length that starts at a multiple of it from
 * 1970-01-01T00:00Z. A candle belongs to the slot that holds its last instant, so a daily candle that opens at 22:00
 * UTC stands in the row of the day on which it closes, beside one that opens at 00:00 UTC of that day.
 *
 * <p>For every symbol and slot the close is taken from the stored candle of the timeframe asked for, the adjusted close
 * where the source states one. Where none is stored, it is the last close of the day or hour put together from the
 * candles of the next finer stored timeframe, by the market's own day, once they reach its end. Only slots that were
 * over at {@code asOf} count, so the last row is never a candle still forming.
 *
 * <p>The rows are the newest {@code limit} slots in which at least one of the symbols has a close; a symbol without one
 * in a row has null there. Nothing is carried forward: take two symbols' rows in which both have a close, and compute
 * returns between neighbouring rows of those.
 *
 * @param timeframe length of a slot
 * @param asOf moment up to which slots count, UTC
 * @param times start of every slot, oldest first
 * @param symbols one entry for every symbol asked for, in the order of the question, also for those without candles
 */
public record ClosesTable(Timeframe timeframe, Instant asOf, List<Instant> times, List<SymbolCloses> symbols) {

    /**
     * Closes of one symbol.
     *
     * @param symbol instrument
     * @param closes as long as {@code times}; null where the symbol has no candle
     * @param count how many of them are not null
     * @param timeframes stored timeframes the closes come from, coarsest first; empty when there are none
     */
    public record SymbolCloses(
            String symbol, List<@Nullable BigDecimal> closes, int count, List<Timeframe> timeframes) {}
}
