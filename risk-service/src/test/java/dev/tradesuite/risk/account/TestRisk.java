package dev.tradesuite.risk.account;

import dev.tradesuite.risk.check.TestAccount;
import dev.tradesuite.risk.state.FakeTradingStates;
import dev.tradesuite.risk.state.TradingStateService;
import dev.tradesuite.test.FixedClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What accounts need around them, in memory: stores, a clock and the books. */
public final class TestRisk {

    public final FixedClock clock = FixedClock.at(TestAccount.NOW.toString());
    public final FakeRiskAccounts accounts = new FakeRiskAccounts();
    public final FakeTradingStates states = new FakeTradingStates();
    public final List<Breach> told = new ArrayList<>();
    public final Map<String, BooksSource.Answer> ledger = new HashMap<>();

    public final TradingStateService stateService = new TradingStateService(states, _ -> {}, clock);
    public final BreachMonitor monitor =
            new BreachMonitor(accounts, stateService, (_, breach, _) -> told.add(breach), RiskDay.MIDNIGHT_UTC, clock);
    public final AccountBooks books = new AccountBooks(
            accounts,
            id -> ledger.getOrDefault(id, new BooksSource.Answer.NoSuchAccount()),
            monitor,
            RiskDay.MIDNIGHT_UTC,
            TestAccount.DEFAULT_LIMITS);

    /** Takes in a report, as an event of the books does. */
    public void report(BooksReport report) {
        books.takeIn(report, account -> account);
    }

    public RiskAccount account(String id) {
        return accounts.find(id).orElseThrow();
    }
}
