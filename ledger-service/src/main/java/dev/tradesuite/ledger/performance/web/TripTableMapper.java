package dev.tradesuite.ledger.performance.web;

import dev.tradesuite.contracts.ledger.RoundTripPage;
import dev.tradesuite.contracts.ledger.RoundTripPage.LedgerTrip;
import dev.tradesuite.support.table.TableAnswer;
import java.util.List;
import org.springframework.http.ResponseEntity;

/** Round trips as comma-separated values (RFC 4180); what is absent is empty. */
final class TripTableMapper {

    private static final String HEADER =
            "id,account_id,portfolio_id,symbol,outcome,side,quantity,entry_price,entry_time,"
                + "exit_price,exit_time,duration_seconds,gross_pnl,fees,net_pnl,mae,mfe,result,exit_reason,strategy,"
                + "entry_order_id,exit_order_id,decision_id,label";

    private TripTableMapper() {}

    /** The page as a table; where the next one begins is in a header. */
    static ResponseEntity<String> answer(RoundTripPage page) {
        return TableAnswer.of(csv(page.roundTrips()), page.nextCursor());
    }

    /** One line each below the names of the fields. */
    static String csv(List<LedgerTrip> trips) {
        return TableAnswer.csv(HEADER, trips.stream().map(TripTableMapper::row));
    }

    private static List<String> row(LedgerTrip trip) {
        return TableAnswer.row(
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
}
