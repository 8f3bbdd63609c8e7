package dev.tradesuite.portfolio.optimisation.web;

import dev.tradesuite.contracts.portfolio.AllocationCheck;
import dev.tradesuite.contracts.portfolio.BlackLittermanAnswer;
import dev.tradesuite.contracts.portfolio.BlackLittermanRequest;
import dev.tradesuite.contracts.portfolio.DiscreteAllocationAnswer;
import dev.tradesuite.contracts.portfolio.DiscreteAllocationRequest;
import dev.tradesuite.contracts.portfolio.HierarchicalAnswer;
import dev.tradesuite.contracts.portfolio.HierarchicalRequest;
import dev.tradesuite.contracts.portfolio.PortfolioRiskAnswer;
import dev.tradesuite.contracts.portfolio.PortfolioRiskRequest;
import dev.tradesuite.contracts.portfolio.ValidateAllocationRequest;
import dev.tradesuite.portfolio.optimisation.AllocationCheckService;
import dev.tradesuite.portfolio.optimisation.HierarchyService;
import dev.tradesuite.portfolio.optimisation.PortfolioRiskService;
import dev.tradesuite.portfolio.optimisation.UnitService;
import dev.tradesuite.portfolio.optimisation.ViewService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Questions around weights; nothing is stored. */
@RestController
@RequestMapping("/api/v1/portfolio")
@Tag(name = "Optimisation")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class AllocationController {

    private final AllocationCheckService checks;
    private final ViewService views;
    private final HierarchyService hierarchies;
    private final UnitService units;
    private final PortfolioRiskService risks;

    AllocationController(
            AllocationCheckService checks,
            ViewService views,
            HierarchyService hierarchies,
            UnitService units,
            PortfolioRiskService risks) {
        this.checks = checks;
        this.views = views;
        this.hierarchies = hierarchies;
        this.units = units;
        this.risks = risks;
    }

    @PostMapping("/validate-allocation")
    @Operation(
            summary = "Which constraints weights break, and by how much",
            description = "Broken constraints are an answer, not an error.")
    AllocationCheck validate(@Valid @RequestBody ValidateAllocationRequest request) {
        return AllocationCheckMapper.answer(checks.check(AllocationCheckMapper.question(request)));
    }

    @PostMapping("/black-litterman")
    @Operation(summary = "Expected returns and covariance after views")
    BlackLittermanAnswer blackLitterman(@Valid @RequestBody BlackLittermanRequest request) {
        return ViewMapper.answer(views.learn(ViewMapper.question(request)));
    }

    @PostMapping("/hierarchical")
    @Operation(summary = "The tree of assets, and weights along it")
    HierarchicalAnswer hierarchical(@Valid @RequestBody HierarchicalRequest request) {
        return HierarchyMapper.answer(hierarchies.tree(HierarchyMapper.question(request)));
    }

    @PostMapping("/discrete-allocation")
    @Operation(summary = "Units that come closest to weights")
    DiscreteAllocationAnswer discrete(@Valid @RequestBody DiscreteAllocationRequest request) {
        return UnitMapper.answer(
                request, units.allocate(UnitMapper.wish(request), Boolean.TRUE.equals(request.exact())));
    }

    @PostMapping("/risk")
    @Operation(
            summary = "What weights can lose",
            description = "Value at risk and expected shortfall by all methods, drawdowns, contributions and stress;"
                    + " losses are positive fractions of the capital.")
    PortfolioRiskAnswer risk(@Valid @RequestBody PortfolioRiskRequest request) {
        return RiskMapper.answer(risks.measure(RiskMapper.question(request)));
    }
}
