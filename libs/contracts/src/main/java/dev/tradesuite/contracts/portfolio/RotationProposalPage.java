package dev.tradesuite.contracts.portfolio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proposals, the newest first. {@code GET /api/v1/rotation/proposals?state=&cursor=&limit=}.
 *
 * @param nextCursor of the next page; absent on the last one
 */
public record RotationProposalPage(List<RotationProposal> proposals, @Nullable String nextCursor) {}
