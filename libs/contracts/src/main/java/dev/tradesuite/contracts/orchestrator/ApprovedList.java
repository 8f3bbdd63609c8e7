package dev.tradesuite.contracts.orchestrator;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of each of several approvals. {@code POST /api/v1/approvals/approve}
 *
 * @param items in the order of the request
 */
public record ApprovedList(List<Item> items) {

    /**
     * One of them.
     *
     * @param id approval
     * @param approval as it stands now; absent when it was not approved
     * @param code of the problem it would have been answered with alone, a string as in a problem; absent when it was
     *     approved
     * @param detail of that problem
     */
    public record Item(UUID id, @Nullable Approval approval, @Nullable String code, @Nullable String detail) {}
}
