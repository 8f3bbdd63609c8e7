package dev.tradesuite.signals.series;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Remembers what was computed of accounts until one of them changes, which every bar does to it.
 *
 * <p>The accounts a request is about are read from the store each time, so what another instance has booked is noticed.
 * Safe for many threads; two that ask for the same at once may both compute it.
 *
 * @param <Q> what is asked, its symbol, run and strategies aside
 * @param <A> the answer
 */
public final class BarCache<Q, A> {

    private final Map<Question<Q>, Answer<A>> kept;

    /** @param mostKept answers that are remembered, the least used ones are forgotten first */
    public BarCache(int mostKept) {
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Question<Q>, Answer<A>> eldest) {
                return size() > mostKept;
            }
        };
    }

    /** @param strategies ids of those that are asked for */
    private record Question<Q>(ModelSeries series, List<Integer> strategies, Q asked) {}

    /** @param accounts as they were when it was computed; they differ after every bar */
    private record Answer<A>(List<ModelAccount> accounts, A answer) {}

    /**
     * The answer.
     *
     * @param selection accounts that have a series
     * @param compute computes it of these accounts
     */
    public A get(ModelSelection selection, Q asked, Supplier<A> compute) {
        List<ModelAccount> accounts = selection.accounts();
        Question<Q> question = new Question<>(
                selection.series().orElseThrow(),
                accounts.stream().map(account -> account.strategy().id()).toList(),
                asked);
        synchronized (kept) {
            Answer<A> answer = kept.get(question);
            if (answer != null && answer.accounts().equals(accounts)) {
                return answer.answer();
            }
        }
        A computed = compute.get();
        synchronized (kept) {
            kept.put(question, new Answer<>(accounts, computed));
        }
        return computed;
    }
}
