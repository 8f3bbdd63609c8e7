package dev.tradesuite.contracts.portfolio;

import java.time.LocalDate;
import java.util.Map;

/**
 * What a portfolio would have lost in a stretch of the past.
 *
 * @param from day of its first return
 * @param to day of its last return
 * @param loss positive fraction of the capital
 * @param contributions by code, which sum to the loss
 */
public record PastLoss(LocalDate from, LocalDate to, double loss, Map<String, Double> contributions) {}
