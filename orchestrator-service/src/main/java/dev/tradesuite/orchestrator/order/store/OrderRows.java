package dev.tradesuite.orchestrator.order.store;

import dev.tradesuite.orchestrator.order.OrderState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Queries on {@code trade_order}. */
interface OrderRows extends Repository<OrderEntity, UUID> {

    OrderEntity save(OrderEntity order);

    Optional<OrderEntity> findById(UUID id);

    /** In SQL: a list in JPQL becomes SQL anew at every call, which costs more than the query. */
    @Query(
            value = "SELECT * FROM trade_order WHERE client_order_id = ANY (:clientOrderIds) ORDER BY id FOR UPDATE",
            nativeQuery = true)
    List<OrderEntity> lock(String[] clientOrderIds);

    /** The states are written out, so that the index of open orders serves. */
    @Query(
            """
            select o from OrderEntity o
            where o.state in (dev.tradesuite.orchestrator.order.OrderState.NEW,
                              dev.tradesuite.orchestrator.order.OrderState.RESERVED,
                              dev.tradesuite.orchestrator.order.OrderState.SUBMITTED,
                              dev.tradesuite.orchestrator.order.OrderState.PARTIALLY_FILLED)
            order by o.id
            """)
    List<OrderEntity> findOpen();

    @Query(
            """
            select o from OrderEntity o
            where (:accountId is null or o.accountId = :accountId)
              and (:state is null or o.state = :state)
              and (:symbol is null or o.symbol = :symbol)
            order by o.id desc
            """)
    List<OrderEntity> find(
            @Nullable String accountId, @Nullable OrderState state, @Nullable String symbol, Limit limit);
}
