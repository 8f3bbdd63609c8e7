package dev.tradesuite.brain.candle.web;

import org.springframework.util.unit.DataSize;

/**
 * What an import may take.
 *
 * @param maxSize size of a file when unpacked
 * @param parallel imports that run at the same time; others wait
 */
public record ImportLimits(DataSize maxSize, int parallel) {}
