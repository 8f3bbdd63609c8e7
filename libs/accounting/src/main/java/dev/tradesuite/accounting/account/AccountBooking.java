package dev.tradesuite.accounting.account;

/**
 * What a fill did to an account.
 *
 * @param account after the fill
 * @param trade the fill as booked
 */
public record AccountBooking(Account account, Trade trade) {}
