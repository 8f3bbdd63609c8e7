package dev.tradesuite.ledger.prediction.store;

import dev.tradesuite.contracts.ledger.MarketPosition;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Queries on {@code market_position}. */
interface MarketPositionRows extends Repository<MarketPositionEntity, UUID> {

    Optional<MarketPositionEntity> findById(UUID id);

    /** The status is written out, so that the index of open positions serves. */
    @Query(
            """
            select p from MarketPositionEntity p
            where p.portfolioId in :portfolioIds
              and p.status = dev.tradesuite.contracts.ledger.MarketPosition.Status.OPEN
            """)
    List<MarketPositionEntity> findOpen(Collection<Long> portfolioIds);

    @Query(
            """
            select p from MarketPositionEntity p
            where p.portfolioId = :portfolioId and (:status is null or p.status = :status)
            order by p.openedAt desc, p.id desc
            """)
    List<MarketPositionEntity> find(long portfolioId, MarketPosition.@Nullable Status status, Limit limit);
}
