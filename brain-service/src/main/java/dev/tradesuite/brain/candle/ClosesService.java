package dev.tradesuite.brain.candle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Reads the closes of several symbols onto one time axis, for returns and correlations.
 *
 * <p>Finer candles stand in where the timeframe asked for is not stored, which reads many rows; so the answer for a
 * symbol is kept until a slot that counts can have changed, and threads with the same question wait for one reading.
 */
public final class ClosesService {

    /** Times the length of the answer that the database is asked to look back, until there are enough slots. */
    private static final List<Long> LOOK_BACK = List.of(2L, 10L);

    private final CandleReader reader;
    private final SeriesIndex index;
    private final SeriesReader series;
    private final Cache<Question, Answer> answers;

    /**
     * Creates a reader that has nothing in memory yet.
     *
     * @param series knows where the candles of a market begin
     * @param kept most answers kept
     */
    public ClosesService(CandleReader reader, SeriesIndex index, SeriesReader series, int kept) {
        this.reader = reader;
        this.index = index;
        this.series = series;
        this.answers =
                Caffeine.newBuilder().maximumSize(kept).executor(Runnable::run).build();
    }

    /**
     * The newest {@code limit} slots that were over at a moment and in which at least one symbol has a close.
     *
     * @param symbols symbols of the instrument catalogue, without repeats
     */
    public CloseTable closes(List<String> symbols, Timeframe timeframe, Instant asOf, int limit) {
        Instant moment = TimeBounds.clamp(asOf);
        long newestSlot = Slots.newestOver(moment, timeframe);
        Map<String, List<SlotClose>> bySymbol = new LinkedHashMap<>();
        for (String symbol : symbols) {
            bySymbol.put(symbol, closes(new Question(symbol, timeframe, newestSlot, limit)));
        }
        return CloseTable.of(timeframe, moment, limit, bySymbol);
    }

    private List<SlotClose> closes(Question question) {
        CandleClock clock = series.clock(new SeriesKey(question.symbol(), question.timeframe()));
        List<SeriesState> stored = index.ofSymbol(question.symbol()).stream()
                .filter(state -> state.key().timeframe().compareTo(question.timeframe()) <= 0)
                .toList();
        List<Mark> marks =
                stored.stream().map(state -> Mark.of(state, question, clock)).toList();
        return answers.asMap()
                .compute(
                        question,
                        (_, known) -> known != null && known.marks().equals(marks)
                                ? known
                                : new Answer(marks, read(question, stored, clock)))
                .closes();
    }

    /** Looks back as far as the answer is long, then further, then to the first candle. */
    private List<SlotClose> read(Question question, List<SeriesState> stored, CandleClock clock) {
        if (stored.isEmpty()) {
            return List.of();
        }
        List<CandleReader.CloseSource> sources =
                stored.stream().map(state -> source(state, clock)).toList();
        long first = slots(stored, SeriesState::first, clock).min().orElseThrow();
        long last = Math.min(slots(stored, SeriesState::last, clock).max().orElseThrow(), question.newestSlot());
        long answer = question.limit() * question.timeframe().length().toMillis();
        for (long times : LOOK_BACK) {
            long start = last - times * answer;
            if (start > first) {
                List<SlotClose> closes =
                        reader.closes(question.symbol(), clock, sources, start, last, question.limit());
                if (closes.size() == question.limit()) {
                    return closes;
                }
            }
        }
        return reader.closes(question.symbol(), clock, sources, first, last, question.limit());
    }

    /** Finer candles count as far as they make whole candles by the market's day. */
    private static CandleReader.CloseSource source(SeriesState state, CandleClock clock) {
        boolean isByClock = isByClock(state, clock);
        Instant end = isByClock ? clock.endOfWhole(state.lastCloseTime()) : TimeBounds.LATEST;
        return new CandleReader.CloseSource(state.key().timeframe(), end, isByClock);
    }

    private static boolean isByClock(SeriesState state, CandleClock clock) {
        Timeframe timeframe = state.key().timeframe();
        return timeframe != clock.timeframe() && clock.fits(state.last(), timeframe);
    }

    private static LongStream slots(
            List<SeriesState> stored, Function<SeriesState, Instant> openTime, CandleClock clock) {
        return stored.stream().mapToLong(state -> slot(state, openTime.apply(state), clock));
    }

    /** The slot in which a candle of a series stands. */
    private static long slot(SeriesState state, Instant openTime, CandleClock clock) {
        return isByClock(state, clock)
                ? Slots.of(clock.start(openTime).toEpochMilli(), clock.timeframe())
                : Slots.ofLastInstant(
                        openTime.plus(state.key().timeframe().length()).toEpochMilli() - 1, clock.timeframe());
    }

    private record Question(String symbol, Timeframe timeframe, long newestSlot, int limit) {}

    /**
     * What an answer rests on. Candles added in a slot after the newest that counts leave it as it is.
     *
     * @param last open time of the newest candle when it can stand in a slot that counts, else the bound
     */
    private record Mark(SeriesKey key, long historyVersion, long last) {

        static Mark of(SeriesState state, Question question, CandleClock clock) {
            long slot = slot(state, state.last(), clock);
            return new Mark(
                    state.key(),
                    state.historyVersion(),
                    slot > question.newestSlot() ? Long.MAX_VALUE : state.last().toEpochMilli());
        }
    }

    private record Answer(List<Mark> marks, List<SlotClose> closes) {}
}
