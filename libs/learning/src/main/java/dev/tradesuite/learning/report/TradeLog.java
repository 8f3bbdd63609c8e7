package dev.tradesuite.learning.report;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What trading on bars that were not trained on brought, by UTC day. Profits are fractions of the traded amount. */
public final class TradeLog {

    private static final long DAY_MILLIS = 86_400_000;

    private final NavigableMap<Long, Double> profits = new TreeMap<>();
    private int trades;
    private int won;
    private double buyAndHold;

    /** A day on which one could have traded. */
    public void openDay(long millis) {
        profits.putIfAbsent(dayOf(millis), 0.0);
    }

    /** Books a profit, below zero for a loss, on the day of that time. */
    public void book(long millis, double profit) {
        profits.merge(dayOf(millis), profit, Double::sum);
    }

    /** Counts a trade that has ended. */
    public void count(boolean profitable) {
        trades++;
        won += profitable ? 1 : 0;
    }

    /** Adds what holding the instrument over the period would have brought after costs. */
    public void held(double profit) {
        buyAndHold += profit;
    }

    /** Adds what another log has. */
    public void add(TradeLog other) {
        other.profits.forEach((day, profit) -> profits.merge(day, profit, Double::sum));
        trades += other.trades;
        won += other.won;
        buyAndHold += other.buyAndHold;
    }

    double[] dailyProfits() {
        return profits.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    NavigableMap<Integer, Double> monthlyProfits() {
        NavigableMap<Integer, Double> months = new TreeMap<>();
        profits.forEach((day, profit) -> {
            LocalDate date = LocalDate.ofEpochDay(day);
            months.merge(date.getYear() * 12 + date.getMonthValue(), profit, Double::sum);
        });
        return months;
    }

    int trades() {
        return trades;
    }

    int won() {
        return won;
    }

    double buyAndHold() {
        return buyAndHold;
    }

    private static long dayOf(long millis) {
        return Math.floorDiv(millis, DAY_MILLIS);
    }
}
