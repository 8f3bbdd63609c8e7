package dev.tradesuite.backtest;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.strategy.StrategyReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a replay found.
 *
 * @param label always BACKTEST
 * @param strategy type of the strategy
 * @param strategyVersion version of its rules
 * @param config every parameter as it was used
 * @param from first day
 * @param to last day
 * @param markets markets with a price on some day
 * @param marketsWithoutPrice markets in the files that never had one
 * @param signals intents of all days, those for which there was no slot included
 * @param denied orders that the books refused, for want of cash most of all
 * @param initialBalance USD
 * @param equity one point for each day
 * @param trades every position
 * @param performance the figures
 * @param notes what the figures do not show
 */
public record BacktestResult(
        RunLabel label,
        String strategy,
        String strategyVersion,
        Map<String, Object> config,
        LocalDate from,
        LocalDate to,
        int markets,
        int marketsWithoutPrice,
        int signals,
        int denied,
        BigDecimal initialBalance,
        List<DailyValue> equity,
        List<BacktestTrade> trades,
        Performance performance,
        List<Reason> notes) {

    public BacktestResult {
        equity = List.copyOf(equity);
        trades = List.copyOf(trades);
        notes = List.copyOf(notes);
    }

    /** Value on the last day, USD. */
    public BigDecimal finalValue() {
        return equity.isEmpty() ? initialBalance : equity.getLast().value();
    }

    /** The result for people, line by line. */
    public List<String> summary() {
        Performance figures = performance;
        List<String> lines = new ArrayList<>();
        lines.add("%s of %s %s, %s to %s".formatted(label, strategy, strategyVersion, from, to));
        lines.add("markets        %d; %d more never had a price".formatted(markets, marketsWithoutPrice));
        lines.add("value          %s -> %s USD (%s)"
                .formatted(usd(initialBalance), usd(finalValue()), percent(figures.totalReturn())));
        if (historyIsTooShort()) {
            lines.add("trades         none: %s, see the note".formatted(StrategyReason.HISTORY_TOO_SHORT));
            notes.forEach(note -> lines.add("note           %s: %s".formatted(note.code(), note.message())));
            return List.copyOf(lines);
        }
        lines.add("trades         %d, of which %d have a result: %d won, %d lost"
                .formatted(figures.trades(), figures.decided(), figures.wins(), figures.losses()));
        Double winRate = figures.winRate();
        lines.add("win rate       " + (winRate == null ? "none: no trade has a result" : percent(winRate)));
        Double factor = figures.profitFactor();
        lines.add("profit factor  %s (profit %s, loss %s USD)"
                .formatted(
                        factor == null ? "none: no loss" : String.format(Locale.ROOT, "%.4f", factor),
                        usd(figures.grossProfit()),
                        usd(figures.grossLoss())));
        lines.add("without result %s USD at their last price".formatted(usd(figures.undecidedProfit())));
        lines.add("max drawdown   " + percent(figures.maxDrawdown()));
        lines.add("signals        %d; orders refused by the books: %d".formatted(signals, denied));
        notes.forEach(note -> lines.add("note           %s: %s".formatted(note.code(), note.message())));
        return List.copyOf(lines);
    }

    /** Whether the strategy looks back at more prices than the history has, so that the replay says nothing of it. */
    public boolean historyIsTooShort() {
        return notes.stream().anyMatch(note -> note.code().equals(StrategyReason.HISTORY_TOO_SHORT.name()));
    }

    /** Money as people read it; the files have every digit. */
    private static String usd(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.2f %%", fraction * 100);
    }
}
