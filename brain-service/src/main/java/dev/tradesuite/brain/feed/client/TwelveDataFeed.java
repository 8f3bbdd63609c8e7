package dev.tradesuite.brain.feed.client;

import dev.tradesuite.brain.feed.FeedAdapter;
import dev.tradesuite.brain.feed.FeedAnswer;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Instrument;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Bars of the market from Twelve Data, three seconds after each has closed, for all symbols in one call.
 *
 * <p>A symbol of a call takes one credit. When there are fewer than symbols, those that wait longest are asked for, and
 * the others as credits come back. Bars of now go before history; history comes in pages of at most 5,000 bars, oldest
 * first.
 */
final class TwelveDataFeed implements FeedAdapter {

    private static final Duration DELAY = Duration.ofSeconds(3);
    private static final String SOURCE = "twelve-data";

    private final TwelveDataHttp http;
    private final IntUnaryOperator credits;
    private final Timeframe timeframe;
    private final Duration longestPage;

    /** @param credits spends as many of the wanted credits of the account as there are, and says how many */
    TwelveDataFeed(TwelveDataHttp http, IntUnaryOperator credits, Timeframe timeframe) {
        this.http = http;
        this.credits = credits;
        this.timeframe = timeframe;
        // One less than fit: the bar that is still open comes along.
        this.longestPage = timeframe.length().multipliedBy(TimeSeriesQuery.MOST_BARS - 1L);
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public RunLabel label() {
        return RunLabel.PAPER;
    }

    @Override
    public Duration delay() {
        return DELAY;
    }

    @Override
    public Map<Instrument, FeedAnswer> bars(Map<Instrument, Instant> from, Instant closedBy) {
        List<Instrument> asked = affordable(page(from, closedBy));
        if (asked.isEmpty()) {
            return Map.of();
        }
        Instant start = from.getOrDefault(asked.getFirst(), closedBy);
        Instant end = pageEnd(start, closedBy);
        Map<Instrument, FeedAnswer> answers =
                new LinkedHashMap<>(http.bars(new TimeSeriesQuery(asked, timeframe, start, end), from));
        if (end.isBefore(closedBy)) {
            // A bar may stand across the end of the page, and is not lost then.
            Instant readUntil = end.minus(timeframe.length());
            answers.replaceAll((_, answer) -> ofHistory(answer, readUntil));
        }
        return answers;
    }

    /** Who can be asked for in one call, longest missing first: those whose bars of now fit in it, else history. */
    private List<Instrument> page(Map<Instrument, Instant> from, Instant closedBy) {
        List<Map.Entry<Instrument, Instant>> waiting = from.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .toList();
        List<Instrument> ofNow = waiting.stream()
                .filter(one -> !pageEnd(one.getValue(), closedBy).isBefore(closedBy))
                .map(Map.Entry::getKey)
                .toList();
        if (!ofNow.isEmpty()) {
            return ofNow;
        }
        Instant end = pageEnd(waiting.getFirst().getValue(), closedBy);
        return waiting.stream()
                .filter(one -> one.getValue().isBefore(end))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<Instrument> affordable(List<Instrument> page) {
        return page.subList(0, credits.applyAsInt(page.size()));
    }

    private Instant pageEnd(Instant start, Instant closedBy) {
        Instant most = start.plus(longestPage);
        return most.isBefore(closedBy) ? most : closedBy;
    }

    /** A page of history without bars says that there were none; its next page is asked for then. */
    private static FeedAnswer ofHistory(FeedAnswer answer, Instant readUntil) {
        return switch (answer) {
            case FeedAnswer.Bars bars -> FeedAnswer.complete(bars.bars(), readUntil);
            case FeedAnswer.Refused refused -> refused;
            case FeedAnswer.Ended ended -> ended;
        };
    }
}
