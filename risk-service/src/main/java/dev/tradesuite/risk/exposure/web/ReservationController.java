package dev.tradesuite.risk.exposure.web;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.risk.ConfirmReservationRequest;
import dev.tradesuite.contracts.risk.ReleaseReservationRequest;
import dev.tradesuite.contracts.risk.Reservation;
import dev.tradesuite.contracts.risk.ReservationStatus;
import dev.tradesuite.contracts.risk.ReserveRequest;
import dev.tradesuite.contracts.risk.ReserveStakesRequest;
import dev.tradesuite.contracts.risk.ReservedStakes;
import dev.tradesuite.contracts.risk.RiskCheckRequest;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.account.ImplausibleReportException;
import dev.tradesuite.risk.account.client.BooksMapper;
import dev.tradesuite.risk.check.CorrelationSource;
import dev.tradesuite.risk.check.OrderSize;
import dev.tradesuite.risk.check.Proposal;
import dev.tradesuite.risk.check.ProposedExit;
import dev.tradesuite.risk.check.ProposedStake;
import dev.tradesuite.risk.check.ProposedTrade;
import dev.tradesuite.risk.check.TradeSubjects;
import dev.tradesuite.risk.check.web.RiskCheckMapper;
import dev.tradesuite.risk.exposure.ReservationRelease;
import dev.tradesuite.risk.exposure.Reservations;
import dev.tradesuite.risk.exposure.ReserveOrder;
import dev.tradesuite.risk.exposure.ReserveOutcome;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Holds room for orders. */
@RestController
@RequestMapping("/api/v1/risk/reservations")
@Tag(name = "Reservations", description = "Room held for orders until the books show them")
@PreAuthorize("hasAuthority('SCOPE_internal')")
class ReservationController {

    private final RiskCheckMapper trades;
    private final Reservations reservations;
    private final ReservationRelease releases;
    private final ReservationMeter meter;
    private final Clock clock;

    ReservationController(
            RiskCheckMapper trades,
            Reservations reservations,
            ReservationRelease releases,
            ReservationMeter meter,
            Clock clock) {
        this.trades = trades;
        this.reservations = reservations;
        this.releases = releases;
        this.meter = meter;
        this.clock = clock;
    }

    /**
     * Checks a trade and holds room for its order; a denial is an answer, not an error. Repeating it answers the
     * reservation that stands. Only what the books have counts: {@code existing_positions} are not looked at.
     */
    @PostMapping
    @Operation(
            summary = "Reserve for an order",
            description =
                    "Makes the six checks under the lock of the account and, when all pass, holds the loss and the"
                        + " margin of the trade. A denial is an answer with status DENIED and holds nothing. Asking"
                        + " again for the same order answers the reservation that stands; existing_positions are not"
                        + " looked at. An order that replaces a working one is judged without what is held for the"
                        + " unfilled part of that one; both are held until one of them has ended.")
    Reservation reserve(@Valid @RequestBody ReserveRequest request) {
        RiskCheckRequest trade = request.trade();
        ReserveOrder order = new ReserveOrder(
                request.orderId(),
                Objects.requireNonNull(trade.accountId()),
                proposal(request),
                trades.subjects(trade),
                trades.window(trade),
                replaced(request.replaces()));
        return ReservationMapper.write(
                order,
                meter.counting(() -> List.of(reservations.reserve(order))).getFirst());
    }

    private static ReserveOrder.@Nullable Replaced replaced(ReserveRequest.@Nullable Replaced named) {
        return named == null
                ? null
                : new ReserveOrder.Replaced(
                        named.orderId(), Objects.requireNonNullElse(named.filledLots(), BigDecimal.ZERO));
    }

    private Proposal proposal(ReserveRequest request) {
        ProposedTrade trade = trades.trade(request.trade());
        return Boolean.TRUE.equals(request.protective())
                ? new ProposedExit(trade.symbol(), trade.side(), trade.size())
                : trade;
    }

    /** Checks stakes one after the other and holds them for their orders, on the books that come along. */
    @PostMapping("/stakes")
    @Operation(
            summary = "Reserve stakes in outcomes of markets",
            description =
                    "A stake is paid in full and can lose exactly itself, so loss at the stop, margin and size are the"
                        + " stake. The books that come along are taken in first, when they are newer; then the stakes"
                        + " are checked one after the other, all under one lock and in one transaction: each sees"
                        + " those before it as held. A SELL closes what is held: only trading states have a say, and"
                        + " nothing is held for it. A denial is an answer with status DENIED and holds nothing.")
    ReservedStakes reserve(@Valid @RequestBody ReserveStakesRequest request) {
        List<FieldError> faults = StakeBooks.faults(request, clock.instant());
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        List<ReserveOrder> orders =
                request.stakes().stream().map(stake -> order(request, stake)).toList();
        Set<UUID> booked = Set.copyOf(Objects.requireNonNullElse(request.bookedOrders(), List.of()));
        List<ReserveOutcome> outcomes = reserve(orders, request.books(), booked);
        return new ReservedStakes(IntStream.range(0, orders.size())
                .mapToObj(i -> ReservationMapper.write(orders.get(i), outcomes.get(i)))
                .toList());
    }

    private List<ReserveOutcome> reserve(List<ReserveOrder> orders, Account books, Set<UUID> booked) {
        try {
            return meter.counting(() -> reservations.reserve(orders, BooksMapper.report(books), booked));
        } catch (ImplausibleReportException e) {
            throw ProblemException.invalid(List.of(StakeBooks.tooFarAhead(books, e)));
        }
    }

    private static ReserveOrder order(ReserveStakesRequest request, ReserveStakesRequest.Stake stake) {
        // States of symbols are kept in upper case.
        String market = stake.marketId().toUpperCase(Locale.ROOT);
        return new ReserveOrder(
                stake.orderId(),
                request.books().id(),
                stake.side() == Side.SELL
                        ? new ProposedExit(stake.marketId(), Side.SELL, new OrderSize.Notional(stake.stake()))
                        : new ProposedStake(stake.marketId(), stake.stake()),
                new TradeSubjects(market, request.strategy(), request.portfolioId()),
                CorrelationSource.Window.NEWEST);
    }

    /** Where a reservation stands. */
    @GetMapping("/{order_id}")
    @Operation(summary = "Where a reservation stands")
    Reservation reservation(@PathVariable("order_id") UUID orderId) {
        return ReservationMapper.write(known(orderId));
    }

    /** The order was filled: held until the books show it. */
    @PostMapping("/{order_id}/confirm")
    @Operation(
            summary = "The order was filled",
            description =
                    "The reservation is held until the books show the fill. The events of the orders do the same.")
    Reservation confirm(@PathVariable("order_id") UUID orderId, @Valid @RequestBody ConfirmReservationRequest request) {
        dev.tradesuite.risk.exposure.Reservation standing = known(orderId);
        OrderSize size = standing.order().size();
        int rest = size.value().compareTo(request.filled());
        if (rest < 0) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "%s cannot be filled: order %s has %s"
                            .formatted(request.filled().toPlainString(), orderId, size));
        }
        if (standing.status() == ReservationStatus.RELEASED) {
            throw conflict(standing);
        }
        return ReservationMapper.write(reservations
                .filled(standing.accountId(), orderId, request.filled(), rest == 0)
                .orElseThrow());
    }

    /** The order came to nothing, or to no more than what was filled: the rest is free again. */
    @PostMapping("/{order_id}/release")
    @Operation(
            summary = "The order came to nothing",
            description =
                    "Only for an order that has ended: its owner is asked, the orchestrator, or ledger-service for a"
                            + " stake. What is not filled is free again; what is filled is held until the books show"
                            + " it.")
    Reservation release(@PathVariable("order_id") UUID orderId, @Valid @RequestBody ReleaseReservationRequest request) {
        return switch (releases.release(orderId, request.reason())) {
            case ReservationRelease.Result.Released(var released) -> ReservationMapper.write(released);
            case ReservationRelease.Result.Refused(String why) -> throw new ProblemException(ProblemCode.CONFLICT, why);
            case ReservationRelease.Result.NotNow(String why) ->
                throw new ProblemException(ProblemCode.SERVICE_OFFLINE, why);
            case ReservationRelease.Result.Unknown() -> throw unknown(orderId);
        };
    }

    private dev.tradesuite.risk.exposure.Reservation known(UUID orderId) {
        return reservations.find(orderId).orElseThrow(() -> unknown(orderId));
    }

    private static ProblemException unknown(UUID orderId) {
        return new ProblemException(ProblemCode.NOT_FOUND, "there is no reservation for order " + orderId);
    }

    private static ProblemException conflict(dev.tradesuite.risk.exposure.Reservation standing) {
        return new ProblemException(
                ProblemCode.CONFLICT,
                "the reservation of order %s is %s".formatted(standing.orderId(), standing.status()));
    }
}
