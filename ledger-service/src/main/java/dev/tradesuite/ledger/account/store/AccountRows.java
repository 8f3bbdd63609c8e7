package dev.tradesuite.ledger.account.store;

import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Queries on {@code account} and {@code position}. */
interface AccountRows extends Repository<AccountEntity, String> {

    Optional<AccountEntity> findById(String id);

    @Query("select a from AccountEntity a left join fetch a.positions where a.id = :id")
    Optional<AccountEntity> findWithPositions(String id);

    @Query("select a from AccountEntity a left join fetch a.positions order by a.id")
    List<AccountEntity> findAllWithPositions();

    /** Waits for the row's lock; positions are to be read after it, so that they are those the lock protects. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from AccountEntity a where a.id = :id")
    Optional<AccountEntity> lock(String id);

    @Modifying
    @Query(
            nativeQuery = true,
            value =
                    """
                    INSERT INTO account (id, name, currency, label, status, initial_balance, realised_pnl,
                                         commission_paid, net_cash_flow, sequence, opened_at, updated_at)
                    VALUES (:id, :name, :currency, :label, 'ACTIVE', :initialBalance, 0.00, 0.00, 0.00, 1, :openedAt, :openedAt)
                    ON CONFLICT (id) DO NOTHING
                    """)
    int insertIfAbsent(
            String id, String name, String currency, String label, BigDecimal initialBalance, Instant openedAt);
}
