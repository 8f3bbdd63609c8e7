package dev.tradesuite.orchestrator.trade;

/** Knows the accounts in the books. */
public interface TradeAccounts {

    StepAnswer<AccountFunds> account(String id);
}
