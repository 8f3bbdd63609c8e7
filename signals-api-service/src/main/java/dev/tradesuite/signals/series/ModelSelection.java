package dev.tradesuite.signals.series;

import dev.tradesuite.contracts.market.RunLabel;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose accounts an answer tells of.
 *
 * @param run 0 for the live one
 * @param symbol instrument; empty when none was asked for and nobody has an account
 * @param series its bars; empty when nobody has an account on them
 * @param accounts those that were asked for, in the order of the strategies
 */
public record ModelSelection(
        long run, Optional<String> symbol, Optional<ModelSeries> series, List<ModelAccount> accounts) {

    public ModelSelection {
        accounts = List.copyOf(accounts);
    }

    /** Close of the newest bar any of them has seen. */
    public Optional<Instant> newestClose() {
        return newest().map(ModelAccount.LastEquity::at);
    }

    /**
     * Where periods end that go back from what is known: the close of the newest bar, or the last trade of an imported
     * record that goes on beyond its last equity. Empty when there is no equity.
     */
    public Optional<Instant> end() {
        return newestClose().map(close -> accounts.stream()
                .flatMap(account -> Stream.ofNullable(account.recordedUntil()))
                .filter(close::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(close));
    }

    /** What kind of prices the newest point rests on. */
    public Optional<RunLabel> label() {
        return newest().map(ModelAccount.LastEquity::label);
    }

    /** When the first bar of any of them opened. */
    public Optional<Instant> firstBar() {
        return accounts.stream()
                .flatMap(account -> Stream.ofNullable(account.firstBar()))
                .min(Comparator.naturalOrder());
    }

    /** Ids of the strategies. */
    public Set<Integer> ids() {
        return accounts.stream().map(account -> account.strategy().id()).collect(Collectors.toUnmodifiableSet());
    }

    private Optional<ModelAccount.LastEquity> newest() {
        return accounts.stream()
                .flatMap(account -> Stream.ofNullable(account.last()))
                .max(Comparator.comparing(ModelAccount.LastEquity::at));
    }
}
