package dev.tradesuite.risk.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Accounts in memory. What an exception interrupts is not written, as in a transaction. */
public final class FakeRiskAccounts implements RiskAccounts {

    public final Map<String, RiskAccount> rows = new TreeMap<>();
    public final Map<String, List<BookedPosition>> positions = new HashMap<>();
    public final List<Breach> breaches = new ArrayList<>();
    public final List<LimitChange> limitChanges = new ArrayList<>();
    public final List<HighWaterMarkChange> highWaterMarkChanges = new ArrayList<>();
    public final List<Instant> forgotten = new ArrayList<>();

    /** Accounts whose rows cannot be locked. */
    public final Set<String> broken = new HashSet<>();

    /** How often a row was written. */
    public int writes;

    /** What somebody else does between the first look at an account that is not known and the next step. */
    public Runnable meanwhile = () -> {};

    @Override
    public Optional<RiskAccount> find(String accountId) {
        return Optional.ofNullable(rows.get(accountId));
    }

    @Override
    public <T> Optional<T> locked(String accountId, Function<LockedAccount, T> work) {
        if (broken.contains(accountId)) {
            throw new IllegalStateException(accountId + " is broken");
        }
        RiskAccount row = rows.get(accountId);
        if (row == null) {
            Runnable others = meanwhile;
            meanwhile = () -> {};
            others.run();
            return Optional.empty();
        }
        LockedAccount account = new LockedAccount(row, this::write);
        T done = work.apply(account);
        account.write();
        return Optional.of(done);
    }

    @Override
    public boolean add(RiskAccount account, List<BookedPosition> open, Consumer<LockedAccount> work) {
        if (rows.putIfAbsent(account.id(), account) != null) {
            return false;
        }
        positions.put(account.id(), open);
        LockedAccount locked = new LockedAccount(account, this::write);
        work.accept(locked);
        locked.write();
        return true;
    }

    /** Writes a row, as the statement that adds reservations does. */
    public void write(RiskAccount account, @Nullable List<BookedPosition> reported) {
        writes++;
        rows.put(account.id(), account);
        if (reported != null) {
            positions.put(account.id(), reported);
        }
    }

    @Override
    public void record(String accountId, Breach breach, Instant at) {
        breaches.add(breach);
    }

    @Override
    public void record(LimitChange change) {
        limitChanges.add(change);
    }

    @Override
    public void record(HighWaterMarkChange change) {
        highWaterMarkChanges.add(change);
    }

    @Override
    public List<String> accountsBefore(LocalDate day) {
        return rows.values().stream()
                .filter(account -> account.figures().day().isBefore(day))
                .map(RiskAccount::id)
                .toList();
    }

    @Override
    public void forgetHistoryBefore(Instant moment) {
        forgotten.add(moment);
    }
}
