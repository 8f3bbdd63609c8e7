package dev.tradesuite.risk.exposure.web;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.risk.Reservation;
import dev.tradesuite.contracts.risk.ReservationStatus;
import dev.tradesuite.risk.exposure.Reservations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What orders on their way hold of the room of an account. */
@RestController
@Tag(name = "Accounts")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class HeldRoomController {

    private final Reservations reservations;

    HeldRoomController(Reservations reservations) {
        this.reservations = reservations;
    }

    /** Reservations of an account, newest first. */
    @GetMapping("/api/v1/risk/accounts/{account}/reservations")
    @Operation(summary = "List the reservations of an account, the newest first")
    List<Reservation> reservations(
            @PathVariable("account") @AccountId String account,
            @RequestParam(name = "status", required = false) @Nullable ReservationStatus status,
            @RequestParam(name = "limit", defaultValue = "100") @Min(1) @Max(1000) int limit) {
        // A denial holds nothing and is not kept, so none can be listed.
        if (status == ReservationStatus.DENIED) {
            return List.of();
        }
        return reservations.list(account, status, limit).stream()
                .map(ReservationMapper::write)
                .toList();
    }
}
