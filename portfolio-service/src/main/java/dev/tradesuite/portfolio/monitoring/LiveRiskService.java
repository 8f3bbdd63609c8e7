package dev.tradesuite.portfolio.monitoring;

import dev.tradesuite.contracts.portfolio.PortfolioLimit;
import dev.tradesuite.portfolio.monitoring.BreachStore.Breach;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What accounts can lose, from memory. An account that memory does not know is asked for when it is needed. Safe for
 * many threads.
 */
public final class LiveRiskService {

    /** After that the returns of an instrument are asked for again. */
    private static final Duration RETURNS_LAST = Duration.ofHours(1);

    private static final int AT_ONCE = 20;

    private final LiveMemory memory;
    private final LiveRiskCalculator calculator;
    private final WatchedBooks books;
    private final InstrumentHistory history;
    private final PeakStore peaks;
    private final Clock clock;
    private final Map<String, EquityPeak> knownPeaks = new ConcurrentHashMap<>();
    private volatile Set<Breach> breaches = Set.of();

    public LiveRiskService(
            LiveMemory memory,
            LiveRiskCalculator calculator,
            WatchedBooks books,
            InstrumentHistory history,
            PeakStore peaks,
            Clock clock) {
        this.memory = memory;
        this.calculator = calculator;
        this.books = books;
        this.history = history;
        this.peaks = peaks;
        this.clock = clock;
    }

    /** The risk of an account; empty when there is none. */
    public Optional<LiveRisk> risk(String accountId) {
        return heard(accountId).map(this::risk);
    }

    /** An account; asked for when memory does not know it. */
    public Optional<LiveMemory.Heard> heard(String accountId) {
        Optional<LiveMemory.Heard> known = memory.account(accountId);
        if (known.isEmpty()) {
            books.find(accountId).ifPresent(account -> memory.heard(account, clock.instant()));
            return memory.account(accountId);
        }
        return known;
    }

    /** The risk of an account as it is, or would be. */
    public LiveRisk risk(LiveMemory.Heard heard) {
        return calculator.risk(
                heard, peak(heard.account()), breached(heard.account().id()), clock.instant());
    }

    /** Stores the peak of an account as its newest report has it. */
    void followPeak(WatchedAccount account) {
        EquityPeak known = knownPeaks.get(account.id());
        if (known == null || known.sequence() < account.sequence()) {
            knownPeaks.put(account.id(), peaks.follow(account));
        }
    }

    private EquityPeak peak(WatchedAccount account) {
        return knownPeaks
                .computeIfAbsent(account.id(), _ -> peaks.follow(account))
                .after(account);
    }

    /** Which accounts are beyond which limits. */
    void remember(Collection<Breach> now) {
        breaches = Set.copyOf(now);
    }

    /** Limits an account was beyond when that was looked at last. */
    Set<PortfolioLimit> breached(String accountId) {
        Set<PortfolioLimit> limits = EnumSet.noneOf(PortfolioLimit.class);
        breaches.stream()
                .filter(breach -> breach.accountId().equals(accountId))
                .forEach(breach -> limits.add(breach.limit()));
        return limits;
    }

    /** Hears all accounts from the books, and so confirms what events told. */
    public void refreshAccounts() {
        Instant now = clock.instant();
        books.accounts().forEach(account -> memory.heard(account, now));
    }

    /** Asks for the returns of what is held, where they are not known or an hour old. */
    public void refreshReturns() {
        learn(memory.heldSymbols());
    }

    /** Asks for the returns of instruments, where they are not known or an hour old. */
    public void learn(Collection<String> symbols) {
        Instant oldest = clock.instant().minus(RETURNS_LAST);
        List<String> wanted = symbols.stream()
                .distinct()
                .filter(symbol -> memory.returns(symbol)
                        .filter(known -> known.askedAt().isAfter(oldest))
                        .isEmpty())
                .toList();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            history.returns(wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE)))
                    .forEach(memory::heard);
        }
    }
}
