package dev.tradesuite.contracts.ledger;

import java.util.Set;

/**
 * What somebody owns. {@code GET /api/v1/owners/{kind}?owner=}, for services.
 *
 * @param ids of accounts, or numbers of portfolios
 */
public record OwnedIds(Set<String> ids) {

    public OwnedIds {
        ids = Set.copyOf(ids);
    }
}
