package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.brain.RowRefusal;

/**
 * A row that was not stored.
 *
 * @param line where it was read: line of the file, or position in a request, from 1
 * @param reason why
 * @param found what was found, in a few words
 */
public record RefusedRow(long line, RowRefusal reason, String found) {}
