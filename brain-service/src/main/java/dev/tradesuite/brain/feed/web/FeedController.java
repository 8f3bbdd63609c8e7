package dev.tradesuite.brain.feed.web;

import dev.tradesuite.brain.feed.FeedService;
import dev.tradesuite.brain.feed.FeedService.FeedStatus;
import dev.tradesuite.brain.feed.FeedService.SymbolStatus;
import dev.tradesuite.contracts.brain.FeedInfo;
import dev.tradesuite.contracts.brain.FeedInfo.FeedSymbol;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the feeds go. */
@RestController
@Tag(name = "Feeds", description = "Where bars come from by themselves")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class FeedController {

    private final FeedService feeds;

    FeedController(FeedService feeds) {
        this.feeds = feeds;
    }

    /** Every feed that is on: its state, newest bars, what is missing, and what went wrong last. */
    @Operation(summary = "List the feeds of bars with their state, newest bars and last error")
    @GetMapping("/api/v1/brain/feeds")
    List<FeedInfo> list() {
        return feeds.statuses().stream().map(FeedController::info).toList();
    }

    private static FeedInfo info(FeedStatus status) {
        return new FeedInfo(
                status.feed().name(),
                status.feed().kind(),
                status.feed().timeframe(),
                status.feed().adapter().label(),
                status.state(),
                status.lastError().orElse(null),
                status.reason().orElse(null),
                status.symbols().stream().map(FeedController::symbol).toList());
    }

    private static FeedSymbol symbol(SymbolStatus symbol) {
        return new FeedSymbol(
                symbol.symbol(),
                symbol.lastBar().orElse(null),
                symbol.ageSeconds().orElse(null),
                symbol.barsMissing().isPresent() ? symbol.barsMissing().getAsLong() : null);
    }
}
