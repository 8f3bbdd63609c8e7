package dev.tradesuite.ledger.prediction.store;

import dev.tradesuite.contracts.ledger.PortfolioStatus;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Queries on {@code portfolio}. */
interface PortfolioRows extends Repository<PortfolioEntity, Long> {

    PortfolioEntity save(PortfolioEntity portfolio);

    Optional<PortfolioEntity> findById(long id);

    void flush();

    void deleteById(long id);

    /** Waits for the row's lock; positions are to be read after it, so that they are those the lock protects. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from PortfolioEntity p where p.id = :id")
    Optional<PortfolioEntity> lock(long id);

    @Query(
            """
            select p from PortfolioEntity p
            where (:status is null or p.status = :status) and (:strategyType is null or p.strategyType = :strategyType)
                and (:all = true or p.id in :only)
            order by p.id
            """)
    List<PortfolioEntity> find(
            @Nullable PortfolioStatus status,
            @Nullable String strategyType,
            boolean all,
            Set<Long> only,
            Pageable page);

    @Query(
            """
            select count(p) from PortfolioEntity p
            where (:status is null or p.status = :status) and (:strategyType is null or p.strategyType = :strategyType)
                and (:all = true or p.id in :only)
            """)
    long count(@Nullable PortfolioStatus status, @Nullable String strategyType, boolean all, Set<Long> only);
}
