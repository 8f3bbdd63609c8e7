package dev.tradesuite.orchestrator.order.web;

import dev.tradesuite.contracts.orchestrator.Order;
import dev.tradesuite.contracts.orchestrator.OrderPage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Orders as comma-separated values (RFC 4180); what is absent is empty. */
final class OrderTableMapper {

    static final String TEXT_CSV = "text/csv";

    private static final String HEADER =
            "order_id,client_order_id,account_id,symbol,side,type,lots,filled_lots,average_fill_price,limit_price,"
                    + "stop_price,time_in_force,reduce_only,status,reason,broker,label,decision_id,parent_order_id,"
                    + "replaces_order_id,created_at,updated_at";
    private static final String END_OF_LINE = "\r\n";

    private OrderTableMapper() {}

    /** The page as a table; where the next one begins is in a header. */
    static ResponseEntity<String> answer(OrderPage page) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8));
        if (page.nextCursor() != null) {
            answer.header("Next-Cursor", page.nextCursor());
        }
        return answer.body(csv(page.orders()));
    }

    /** One line each below the names of the fields. */
    static String csv(List<Order> orders) {
        return Stream.concat(Stream.of(HEADER), orders.stream().map(OrderTableMapper::row))
                .collect(Collectors.joining(END_OF_LINE, "", END_OF_LINE));
    }

    private static String row(Order order) {
        return line(
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

    private static String line(@Nullable Object... values) {
        return Arrays.stream(values).map(OrderTableMapper::field).collect(Collectors.joining(","));
    }

    private static String field(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case String text -> quoted(text);
            default -> value.toString();
        };
    }

    /** A text that a spreadsheet would take for a formula begins with an apostrophe. */
    private static String quoted(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
