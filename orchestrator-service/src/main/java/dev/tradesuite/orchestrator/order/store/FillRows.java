package dev.tradesuite.orchestrator.order.store;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Queries on {@code order_fill}. */
interface FillRows extends Repository<FillEntity, UUID> {

    FillEntity save(FillEntity fill);

    List<FillEntity> findByOrderIdInOrderByNumber(Collection<UUID> orderIds);
}
