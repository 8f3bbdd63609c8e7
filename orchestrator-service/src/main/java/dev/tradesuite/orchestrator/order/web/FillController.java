package dev.tradesuite.orchestrator.order.web;

import dev.tradesuite.broker.Broker;
import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.orchestrator.BrokerPositions;
import dev.tradesuite.contracts.orchestrator.BrokerPositions.SymbolPosition;
import dev.tradesuite.contracts.orchestrator.FillPage;
import dev.tradesuite.orchestrator.order.Brokers;
import dev.tradesuite.orchestrator.order.FillFeed;
import dev.tradesuite.orchestrator.order.FillFeed.FedFill;
import dev.tradesuite.orchestrator.order.FillFeed.Place;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the books compare themselves with: fills as they were booked here, and positions at the brokers. */
@RestController
@RequestMapping("/api/v1/orchestrator")
@Tag(name = "Orders", description = "Orders, fills and what protects positions")
class FillController {

    private static final String CURSOR = "[0-9]{1,17}_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private final FillFeed feed;
    private final Brokers brokers;

    FillController(FillFeed feed, Brokers brokers) {
        this.feed = feed;
        this.brokers = brokers;
    }

    /** Fills in the order in which they were booked. */
    @GetMapping("/fills")
    @PreAuthorize("hasAuthority('SCOPE_internal')")
    @Operation(summary = "Fills of all orders, in the order in which they were booked")
    FillPage fills(
            @RequestParam Instant since,
            @RequestParam(required = false) @Nullable @Pattern(regexp = CURSOR) String cursor,
            @RequestParam(defaultValue = "500") @Min(1) @Max(1000) int limit) {
        List<FedFill> found = feed.page(since, Optional.ofNullable(cursor).map(FillController::place), limit + 1);
        List<FedFill> page = found.subList(0, Math.min(limit, found.size()));
        FedFill last = page.isEmpty() ? null : page.getLast();
        return new FillPage(
                page.stream()
                        .map(each -> FilledOrderMapper.filled(each.order(), each.fill(), each.isLast(), null))
                        .toList(),
                last == null ? null : last.bookedAt(),
                last == null || found.size() <= limit ? null : cursor(last));
    }

    /** What an account holds at its broker. */
    @GetMapping("/broker-positions")
    @PreAuthorize("hasAuthority('SCOPE_internal')")
    @Operation(summary = "What an account holds at its broker")
    BrokerPositions positions(@RequestParam @NotBlank @AccountId String account) {
        Broker broker = brokers.of(account);
        return new BrokerPositions(
                account,
                broker.name(),
                feed.tradedSymbols(account).stream()
                        .map(symbol -> new SymbolPosition(symbol, broker.position(account, symbol)))
                        .toList());
    }

    private static String cursor(FedFill last) {
        return "%d_%s"
                .formatted(
                        ChronoUnit.MICROS.between(Instant.EPOCH, last.bookedAt()),
                        last.fill().id());
    }

    private static Place place(String cursor) {
        int split = cursor.indexOf('_');
        return new Place(
                Instant.EPOCH.plus(Long.parseLong(cursor.substring(0, split)), ChronoUnit.MICROS),
                UUID.fromString(cursor.substring(split + 1)));
    }
}
