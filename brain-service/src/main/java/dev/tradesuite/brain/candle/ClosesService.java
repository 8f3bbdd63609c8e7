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
    private final Cache<Question, Answer> answers;

    /**
     * Creates a reader that has nothing in memory yet.
     *
     * @param kept most answers kept
     */
    public ClosesService(CandleReader reader, SeriesIndex index, int kept) {
        this.reader = reader;
        this.index = index;
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
        List<SeriesState> stored = index.ofSymbol(question.symbol()).stream()
                .filter(state -> state.key().timeframe().compareTo(question.timeframe()) <= 0)
                .toList();
        List<Mark> marks =
                stored.stream().map(state -> Mark.of(state, question)).toList();
        return answers.asMap()
                .compute(
                        question,
                        (_, known) -> known != null && known.marks().equals(marks)
                                ? known
                                : new Answer(marks, read(question, stored)))
                .closes();
    }

    /** Looks back as far as the answer is long, then further, then to the first candle. */
    private List<SlotClose> read(Question question, List<SeriesState> stored) {
        if (stored.isEmpty()) {
            return List.of();
        }
        long first = slots(stored, SeriesState::first, question).min().orElseThrow();
        long last = Math.min(slots(stored, SeriesState::last, question).max().orElseThrow(), question.newestSlot());
        long answer = question.limit() * question.timeframe().length().toMillis();
        for (long times : LOOK_BACK) {
            long start = last - times * answer;
            if (start > first) {
                List<SlotClose> closes = read(question, start, last);
                if (closes.size() == question.limit()) {
                    return closes;
                }
            }
        }
        return read(question, first, last);
    }

    private List<SlotClose> read(Question question, long firstSlot, long lastSlot) {
        return reader.closes(question.symbol(), question.timeframe(), firstSlot, lastSlot, question.limit());
    }

    private static LongStream slots(
            List<SeriesState> stored, Function<SeriesState, Instant> openTime, Question question) {
        return stored.stream().mapToLong(state -> Slots.of(openTime.apply(state).toEpochMilli(), question.timeframe()));
    }

    private record Question(String symbol, Timeframe timeframe, long newestSlot, int limit) {}

    /**
     * What an answer rests on. Candles added in a slot after the newest that counts leave it as it is.
     *
     * @param last open time of the newest candle when it can stand in a slot that counts, else the bound
     */
    private record Mark(SeriesKey key, long historyVersion, long last) {

        static Mark of(SeriesState state, Question question) {
            long slot = Slots.of(state.last().toEpochMilli(), question.timeframe());
            return new Mark(
                    state.key(),
                    state.historyVersion(),
                    slot > question.newestSlot() ? Long.MAX_VALUE : state.last().toEpochMilli());
        }
    }

    private record Answer(List<Mark> marks, List<SlotClose> closes) {}
}
