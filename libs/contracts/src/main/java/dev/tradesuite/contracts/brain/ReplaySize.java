package dev.tradesuite.contracts.brain;

/**
 * How long a replay is. {@code GET /api/v1/brain/models/replay/size}.
 *
 * @param bars stored bars it judges
 */
public record ReplaySize(long bars) {}
