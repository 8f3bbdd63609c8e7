package dev.tradesuite.portfolio.returns;

/**
 * A row as somebody handed it in.
 *
 * @param line where it stands, from 1
 * @param day empty when it is missing
 * @param value empty when it is missing
 */
public record ImportedRow(int line, String day, String value) {}
