package dev.tradesuite.signals.book;

import dev.tradesuite.accounting.paper.PaperAccount;
import java.util.OptionalLong;

/**
 * A paper account with what the store calls its open position.
 *
 * @param strategyCode whose account it is
 * @param account the account
 * @param openPosition id of its open position; empty while it is flat
 */
public record StoredAccount(String strategyCode, PaperAccount account, OptionalLong openPosition) {}
