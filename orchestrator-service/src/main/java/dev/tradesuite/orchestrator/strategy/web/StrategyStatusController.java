package dev.tradesuite.orchestrator.strategy.web;

import dev.tradesuite.contracts.cycle.OrchestratorStatus;
import dev.tradesuite.contracts.cycle.OrchestratorStatus.ControllerInfo;
import dev.tradesuite.contracts.cycle.OrchestratorStatus.ControllerStatus;
import dev.tradesuite.contracts.cycle.StrategyMapping;
import dev.tradesuite.orchestrator.strategy.ControllerState;
import dev.tradesuite.orchestrator.strategy.StatusBoard;
import dev.tradesuite.support.strategy.StrategyAddresses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which strategies are mapped, and which can run. */
@RestController
@RequestMapping(path = "/orchestrator", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
@Tag(name = "Strategies")
class StrategyStatusController {

    private static final String ONLINE = "online";

    private final StrategyAddresses addresses;
    private final StatusBoard board;
    private final Clock clock;

    StrategyStatusController(StrategyAddresses addresses, StatusBoard board, Clock clock) {
        this.addresses = addresses;
        this.board = board;
        this.clock = clock;
    }

    @GetMapping("/strategies")
    @Operation(summary = "Where the cycles of each strategy go")
    StrategyMapping strategies() {
        return new StrategyMapping(addresses.types().stream()
                .map(type -> new StrategyMapping.Entry(type, url(type).toString(), port(type)))
                .toList());
    }

    @GetMapping("/status")
    @Operation(summary = "Which strategy controllers answer; within 3 s, whatever is down")
    OrchestratorStatus status() {
        Instant asked = clock.instant();
        StatusBoard.Status found = board.ask();
        Map<String, ControllerStatus> controllers = new LinkedHashMap<>();
        found.controllers().forEach((type, state) -> controllers.put(type, controller(type, state)));
        return new OrchestratorStatus(
                asked, ONLINE, controllers, found.health().name().toLowerCase(Locale.ROOT));
    }

    private ControllerStatus controller(String type, ControllerState state) {
        return switch (state) {
            case ControllerState.Online(String name, String description) ->
                new ControllerStatus(ONLINE, port(type), new ControllerInfo(name, description), null);
            case ControllerState.Offline(String error) -> new ControllerStatus("offline", port(type), null, error);
        };
    }

    private URI url(String type) {
        return addresses.of(type).orElseThrow();
    }

    private int port(String type) {
        return StrategyAddresses.port(url(type));
    }
}
