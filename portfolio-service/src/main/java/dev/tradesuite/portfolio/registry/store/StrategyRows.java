package dev.tradesuite.portfolio.registry.store;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Queries on {@code strategy}. */
interface StrategyRows extends Repository<StrategyEntity, String> {

    Optional<StrategyEntity> findById(String code);

    @Query("select s from StrategyEntity s where s.code > :after order by s.code")
    List<StrategyEntity> list(String after, Limit most);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from StrategyEntity s where s.code = :code")
    Optional<StrategyEntity> lock(String code);

    StrategyEntity saveAndFlush(StrategyEntity entity);

    @Modifying
    @Query(
            nativeQuery = true,
            value =
                    """
                    INSERT INTO strategy (code, name, source, benchmark, state, state_since, registered_at)
                    VALUES (:code, :name, :source, :benchmark, 'DISCOVERY', :registeredAt, :registeredAt)
                    ON CONFLICT (code) DO NOTHING
                    """)
    int insertIfAbsent(String code, String name, String source, @Nullable String benchmark, Instant registeredAt);
}
