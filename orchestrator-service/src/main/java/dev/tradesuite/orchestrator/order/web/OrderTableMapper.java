package dev.tradesuite.orchestrator.order.web;

import dev.tradesuite.contracts.orchestrator.Order;
import dev.tradesuite.contracts.orchestrator.OrderPage;
import dev.tradesuite.support.table.TableAnswer;
import java.util.List;
import org.springframework.http.ResponseEntity;

/** Orders as comma-separated values (RFC 4180); what is absent is empty. */
final class OrderTableMapper {

    private static final String HEADER =
            "order_id,client_order_id,account_id,symbol,side,type,lots,filled_lots,average_fill_price,limit_price,"
                    + "stop_price,time_in_force,reduce_only,status,reason,broker,label,decision_id,parent_order_id,"
                    + "replaces_order_id,created_at,updated_at";

    private OrderTableMapper() {}

    /** The page as a table; where the next one begins is in a header. */
    static ResponseEntity<String> answer(OrderPage page) {
        return TableAnswer.of(csv(page.orders()), page.nextCursor());
    }

    /** One line each below the names of the fields. */
    static String csv(List<Order> orders) {
        return TableAnswer.csv(HEADER, orders.stream().map(OrderTableMapper::row));
    }

    private static List<String> row(Order order) {
        return TableAnswer.row(
                order.orderId(),
                order.clientOrderId(),
                order.accountId(),
                order.symbol(),
                order.side(),
                order.type(),
                order.lots(),
                order.filledLots(),
                order.averageFillPrice(),
                order.limitPrice(),
                order.stopPrice(),
                order.timeInForce(),
                order.reduceOnly(),
                order.status(),
                order.reason() == null ? null : order.reason().code(),
                order.broker(),
                order.label(),
                order.decisionId(),
                order.parentOrderId(),
                order.replacesOrderId(),
                order.createdAt(),
                order.updatedAt());
    }
}
