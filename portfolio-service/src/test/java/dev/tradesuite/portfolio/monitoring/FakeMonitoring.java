package dev.tradesuite.portfolio.monitoring;

import dev.tradesuite.contracts.portfolio.LimitStanding;
import dev.tradesuite.contracts.portfolio.PortfolioLimit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Everything the monitoring talks to, in memory; two instances may share one. */
final class FakeMonitoring
        implements BreachStore,
                PeakStore,
                AccountRestrictionStore,
                MonitoringEvents,
                AccountRestrictions,
                WatchedBooks,
                InstrumentHistory {

    final List<String> told = new ArrayList<>();
    final List<String> restricted = new ArrayList<>();
    final Map<UUID, Instant> due = new HashMap<>();
    final Map<UUID, Restriction> waiting = new HashMap<>();
    final List<WatchedAccount> accounts = new ArrayList<>();
    final Map<String, InstrumentReturns> returns = new HashMap<>();
    final Map<String, PricePoint> prices = new HashMap<>();
    Optional<String> riskFails = Optional.empty();

    private final Set<Breach> breaches = new HashSet<>();
    private final Set<Breach> unrestricted = new HashSet<>();
    private final Map<String, Instant> toldAsOf = new HashMap<>();
    private final Map<String, EquityPeak> peaks = new HashMap<>();

    @Override
    public List<Breach> all() {
        return List.copyOf(breaches);
    }

    @Override
    public boolean begin(Breach breach, JudgedLimit limit, Instant at) {
        return breaches.add(breach) && unrestricted.add(breach);
    }

    @Override
    public List<Breach> unrestricted() {
        return List.copyOf(unrestricted);
    }

    @Override
    public boolean restrict(Breach breach) {
        return unrestricted.remove(breach);
    }

    @Override
    public boolean end(Breach breach) {
        unrestricted.remove(breach);
        return breaches.remove(breach);
    }

    @Override
    public boolean claimTelling(String accountId, Instant asOf, Instant notSince, Instant now) {
        Instant before = toldAsOf.get(accountId);
        if (before != null && !before.isBefore(asOf)) {
            return false;
        }
        toldAsOf.put(accountId, asOf);
        return true;
    }

    @Override
    public EquityPeak follow(WatchedAccount account) {
        return peaks.merge(account.id(), EquityPeak.first(account), (known, _) -> known.after(account));
    }

    @Override
    public void add(Restriction restriction, Instant now) {
        waiting.put(restriction.id(), restriction);
        due.put(restriction.id(), now);
    }

    @Override
    public Optional<Restriction> claim(Instant now, Instant leaseUntil) {
        Optional<Restriction> first = waiting.values().stream()
                .filter(each -> !due.getOrDefault(each.id(), now).isAfter(now))
                .findFirst()
                .map(each -> new Restriction(each.id(), each.accountId(), each.cause(), each.attempts() + 1));
        first.ifPresent(each -> {
            waiting.put(each.id(), each);
            due.put(each.id(), leaseUntil);
        });
        return first;
    }

    @Override
    public void done(UUID id, Instant at) {
        waiting.remove(id);
    }

    @Override
    public void retry(UUID id, Instant again, String failure) {
        due.put(id, again);
    }

    @Override
    public Waiting waiting() {
        return new Waiting(waiting.size(), riskFails);
    }

    @Override
    public void limitChanged(String accountId, JudgedLimit limit, boolean breached, Instant at) {
        told.add(
                "%s %s %s".formatted(accountId, limit.limit(), breached ? LimitStanding.BREACHED : LimitStanding.KEPT));
    }

    @Override
    public void told(LiveRisk risk) {
        told.add("%s %s".formatted(risk.accountId(), risk.worth().equity().toPlainString()));
    }

    @Override
    public Optional<String> reduceOnly(String accountId, String cause) {
        if (riskFails.isEmpty()) {
            restricted.add(accountId + ": " + cause);
        }
        return riskFails;
    }

    @Override
    public List<WatchedAccount> accounts() {
        return List.copyOf(accounts);
    }

    @Override
    public Optional<WatchedAccount> find(String id) {
        return accounts.stream().filter(account -> account.id().equals(id)).findFirst();
    }

    @Override
    public Map<String, InstrumentReturns> returns(Collection<String> symbols) {
        Map<String, InstrumentReturns> known = new HashMap<>(returns);
        known.keySet().retainAll(symbols);
        return known;
    }

    @Override
    public Map<String, PricePoint> prices(Collection<String> symbols) {
        Map<String, PricePoint> known = new HashMap<>(prices);
        known.keySet().retainAll(symbols);
        return known;
    }

    boolean isBeyond(PortfolioLimit limit) {
        return breaches.contains(new Breach("main", limit));
    }
}
