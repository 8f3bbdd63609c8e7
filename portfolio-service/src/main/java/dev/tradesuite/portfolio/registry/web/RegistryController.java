package dev.tradesuite.portfolio.registry.web;

import dev.tradesuite.contracts.portfolio.RegisteredStrategyPage;
import dev.tradesuite.portfolio.registry.RegistryService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The registry of strategies. */
@RestController
@RequestMapping("/api/v1/strategies")
@Tag(name = "Strategies", description = "Strategies as assets")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class RegistryController {

    private final RegistryService registry;

    RegistryController(RegistryService registry) {
        this.registry = registry;
    }

    @GetMapping
    @Operation(
            summary = "Registered strategies by code",
            description = "The answer's next, given as after, leads to the next page; the last page has none.")
    RegisteredStrategyPage list(
            @RequestParam(defaultValue = "") @Size(max = 64) String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return RegisteredStrategyMapper.page(registry.list(after, limit));
    }
}
