package dev.tradesuite.sizing.position.web;

import dev.tradesuite.contracts.sizing.PositionSize;
import dev.tradesuite.contracts.sizing.SizingRequest;
import dev.tradesuite.sizing.position.PositionSizer;
import dev.tradesuite.sizing.position.SizingTrade;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How large may this trade be? */
@RestController
@RequestMapping("/api/v1/sizing")
@Tag(name = "Sizing", description = "How large may this trade be?")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class SizingController {

    private final SizingMapper mapper;

    SizingController(SizingMapper mapper) {
        this.mapper = mapper;
    }

    /** The size with its arithmetic, or why there is none; both are answers, not errors. */
    @PostMapping("/calculate")
    @Operation(
            summary = "Size a trade",
            description = "Answers the size with its arithmetic. A trade that cannot be sized is an answer too, with"
                    + " outcome refused and the reason; an error is only for a request that is not valid.")
    PositionSize calculate(@Valid @RequestBody SizingRequest request) {
        SizingTrade trade = mapper.trade(request);
        return SizingMapper.answer(trade, PositionSizer.size(trade));
    }
}
