package dev.tradesuite.signals.imported;

import dev.tradesuite.contracts.signals.RecordRefusal;

/**
 * A row that is not stored.
 *
 * @param file {@code trades} or {@code equity}
 * @param line in the file; the header is line 1
 * @param found what was found
 */
public record RefusedRecordRow(String file, int line, RecordRefusal reason, String found) {}
