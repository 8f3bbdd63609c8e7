package dev.tradesuite.portfolio.allocation.client;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.CashFlow;
import dev.tradesuite.contracts.ledger.CashFlowPage;
import dev.tradesuite.contracts.ledger.StrategyHolding;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.portfolio.allocation.AccountHoldings;
import dev.tradesuite.portfolio.allocation.HeldAccount;
import dev.tradesuite.portfolio.allocation.HeldShare;
import dev.tradesuite.portfolio.allocation.StrategyEarned;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Accounts as ledger-service has them. */
@Component
final class AccountHoldingsClient implements AccountHoldings {

    private static final int NOT_FOUND = 404;
    private static final int FLOWS_AT_ONCE = 1_000;

    private final AccountBooksApi ledger;

    AccountHoldingsClient(AccountBooksApi ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<HeldAccount> find(String id) {
        try {
            return Optional.of(held(ledger.account(id)));
        } catch (RemoteProblemException e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public List<StrategyEarned> earned(String id) {
        Map<String, BigDecimal> flows = cashFlows(id);
        List<StrategyHolding> holdings = ledger.holdings(id);
        TreeSet<String> codes = new TreeSet<>(flows.keySet());
        holdings.forEach(holding -> codes.add(holding.strategy()));
        return codes.stream()
                .map(code -> earned(
                        code,
                        holdings.stream()
                                .filter(holding -> holding.strategy().equals(code))
                                .toList(),
                        flows.getOrDefault(code, BigDecimal.ZERO)))
                .toList();
    }

    private static StrategyEarned earned(String code, List<StrategyHolding> holdings, BigDecimal flows) {
        Optional<BigDecimal> unrealised = Optional.of(BigDecimal.ZERO);
        BigDecimal realised = BigDecimal.ZERO;
        for (StrategyHolding holding : holdings) {
            realised = realised.add(holding.realisedPnl());
            if (holding.lots().signum() != 0) {
                Optional<BigDecimal> open = Optional.ofNullable(holding.unrealisedPnl());
                unrealised = unrealised.flatMap(sum -> open.map(sum::add));
            }
        }
        return new StrategyEarned(code, realised, unrealised, flows);
    }

    /** By strategy; what none caused is left to the account. */
    private Map<String, BigDecimal> cashFlows(String id) {
        Map<String, BigDecimal> flows = new TreeMap<>();
        String cursor = null;
        do {
            CashFlowPage page = ledger.cashFlows(id, cursor, FLOWS_AT_ONCE);
            for (CashFlow flow : page.cashFlows()) {
                String strategy = flow.strategy();
                if (strategy != null) {
                    flows.merge(strategy, flow.cashChange(), BigDecimal::add);
                }
            }
            cursor = page.nextCursor();
        } while (cursor != null);
        return flows;
    }

    private static HeldAccount held(Account account) {
        return new HeldAccount(
                account.id(),
                account.currency(),
                new HeldAccount.Money(
                        account.equity(),
                        account.balance(),
                        account.marginUsed(),
                        account.realisedPnl(),
                        account.netCashFlow(),
                        account.commissionPaid()),
                known(account.id(), account.holdings()).stream()
                        .map(holding -> new HeldShare(
                                holding.strategy(),
                                holding.symbol(),
                                holding.lots(),
                                Optional.ofNullable(holding.value())))
                        .toList(),
                account.equityAt());
    }

    private static List<StrategyHolding> known(String id, @Nullable List<StrategyHolding> holdings) {
        if (holdings == null) {
            throw new ProblemException(
                    ProblemCode.NOT_COMPUTABLE, "The books do not tell who holds what of account " + id);
        }
        return holdings;
    }
}
