package dev.tradesuite.signals.stream.web;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.signals.StreamTicketInfo;
import dev.tradesuite.signals.stream.TicketService;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Gives tickets for the WebSocket feed. */
@RestController
@Tag(name = "Models", description = "What the models say and how their paper accounts do")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class StreamTicketController {

    private final TicketService tickets;
    private final Access access;

    StreamTicketController(TicketService tickets, Access access) {
        this.tickets = tickets;
        this.access = access;
    }

    /** A ticket that opens the feed once. */
    @Operation(
            summary = "Ticket that opens the WebSocket feed once",
            description = "For a browser, which can send no Authorization header there:"
                    + " open /ws/trading-signals?ticket= within 30 seconds. The connection ends when the token would.")
    @PostMapping("/api/models/stream-tickets")
    @ResponseStatus(HttpStatus.CREATED)
    StreamTicketInfo ticket(@Parameter(hidden = true) Authentication caller) {
        TicketService.Ticket ticket = tickets.give(tokenEnd(caller), StreamReaderMapper.reader(access.caller()));
        return new StreamTicketInfo(ticket.value(), ticket.validUntil());
    }

    private static Instant tokenEnd(Authentication caller) {
        Instant end = caller instanceof JwtAuthenticationToken token
                ? token.getToken().getExpiresAt()
                : null;
        if (end == null) {
            throw new ProblemException(ProblemCode.UNAUTHORIZED, "A ticket needs a bearer token with an end");
        }
        return end;
    }
}
