package dev.tradesuite.brain.advisor.web;

import dev.tradesuite.brain.advisor.AdvisorOpinions;
import dev.tradesuite.brain.model.overlay.OverlayService;
import dev.tradesuite.brain.model.overlay.OverlaySettings;
import dev.tradesuite.contracts.brain.MarketOpinions;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.constraint.KnownSymbol;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import java.time.Instant;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the language models say now. */
@RestController
@Tag(name = "Opinions", description = "What the language models say, from memory")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class OpinionController {

    private final AdvisorOpinions advisors;
    private final OverlayService overlay;
    private final OverlaySettings settings;
    private final InstrumentCatalog catalog;
    private final Clock clock;

    OpinionController(
            AdvisorOpinions advisors,
            OverlayService overlay,
            OverlaySettings settings,
            InstrumentCatalog catalog,
            Clock clock) {
        this.advisors = advisors;
        this.overlay = overlay;
        this.settings = settings;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** What each of them says of a symbol, with its age, or why it says nothing; none is asked. */
    @Operation(
            summary = "What the advisors and the overlay say of a symbol now, or why they say nothing; none is asked")
    @GetMapping("/api/v1/brain/opinions")
    MarketOpinions opinions(@RequestParam @NotBlank @KnownSymbol String symbol) {
        String known = catalog.find(symbol).orElseThrow().symbol();
        Instant now = clock.instant();
        return OpinionMapper.of(known, now, advisors.of(known, now), overlay.standing(known), settings.model());
    }
}
