package dev.tradesuite.ledger.account;

/**
 * What a fill did to an account.
 *
 * @param account after the fill
 * @param trade the fill as booked
 */
public record Booking(Account account, Trade trade) {}
