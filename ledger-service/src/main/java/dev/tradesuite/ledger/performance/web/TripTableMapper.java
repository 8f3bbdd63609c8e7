package dev.tradesuite.ledger.performance.web;

import dev.tradesuite.contracts.ledger.RoundTripPage;
import dev.tradesuite.contracts.ledger.RoundTripPage.LedgerTrip;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Round trips as comma-separated values (RFC 4180); what is absent is empty. */
final class TripTableMapper {

    static final String TEXT_CSV = "text/csv";

    private static final String HEADER =
            "id,account_id,portfolio_id,symbol,outcome,side,quantity,entry_price,entry_time,"
                + "exit_price,exit_time,duration_seconds,gross_pnl,fees,net_pnl,mae,mfe,result,exit_reason,strategy,"
                + "entry_order_id,exit_order_id,decision_id,label";
    private static final String END_OF_LINE = "\r\n";

    private TripTableMapper() {}

    /** The page as a table; where the next one begins is in a header. */
    static ResponseEntity<String> answer(RoundTripPage page) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8));
        if (page.nextCursor() != null) {
            answer.header("Next-Cursor", page.nextCursor());
        }
        return answer.body(csv(page.roundTrips()));
    }

    /** One line each below the names of the fields. */
    static String csv(List<LedgerTrip> trips) {
        return Stream.concat(Stream.of(HEADER), trips.stream().map(TripTableMapper::row))
                .collect(Collectors.joining(END_OF_LINE, "", END_OF_LINE));
    }

    private static String row(LedgerTrip trip) {
        return line(
                trip.id(),
                trip.accountId(),
                trip.portfolioId(),
                trip.symbol(),
                trip.outcome(),
                trip.side(),
                trip.quantity(),
                trip.entryPrice(),
                trip.entryTime(),
                trip.exitPrice(),
                trip.exitTime(),
                trip.durationSeconds(),
                trip.grossPnl(),
                trip.fees(),
                trip.netPnl(),
                trip.mae(),
                trip.mfe(),
                trip.result().wireName(),
                trip.exitReason(),
                trip.strategy(),
                trip.entryOrderId(),
                trip.exitOrderId(),
                trip.decisionId(),
                trip.label());
    }

    private static String line(@Nullable Object... values) {
        return Arrays.stream(values).map(TripTableMapper::field).collect(Collectors.joining(","));
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
