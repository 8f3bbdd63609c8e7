package dev.tradesuite.gateway.system.web;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.gateway.system.SystemStatusService;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** How the suite is, and who is asking. */
@RestController
class SystemController {

    private final SystemStatusService status;
    private final Clock clock;

    SystemController(SystemStatusService status, Clock clock) {
        this.status = status;
        this.clock = clock;
    }

    @Operation(summary = "State, version, traffic and waiting events of every service")
    @GetMapping("/api/v1/system/status")
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    Mono<SystemStatusInfo> status(ServerWebExchange exchange) {
        refuseAny(exchange);
        return status.status().map(SystemStatusInfo::of);
    }

    @Operation(summary = "Name, scopes and expiry of the token, and whether the suite trades with money")
    @GetMapping("/api/v1/me")
    @PreAuthorize("isAuthenticated()")
    Mono<CallerInfo> me(JwtAuthenticationToken caller, ServerWebExchange exchange) {
        refuseAny(exchange);
        Jwt token = caller.getToken();
        return status.mode()
                .map(mode -> new CallerInfo(
                        name(token),
                        token.getSubject(),
                        Optional.ofNullable(token.getClaimAsString("azp"))
                                .or(() -> Optional.ofNullable(token.getClaimAsString("client_id")))
                                .orElse(null),
                        scopes(token),
                        token.getExpiresAt(),
                        mode.orElse(null),
                        clock.instant()));
    }

    /** Whoever names something here expects an answer about it, and would not get one. */
    private static void refuseAny(ServerWebExchange exchange) {
        Set<String> given = exchange.getRequest().getQueryParams().keySet();
        if (!given.isEmpty()) {
            throw ProblemException.invalid(given.stream()
                    .sorted()
                    .map(name -> new FieldError(name, "UNKNOWN_FIELD", "is not known here; known: none", null))
                    .toList());
        }
    }

    private static String name(Jwt token) {
        return Stream.of("preferred_username", "name", "sub")
                .map(token::getClaimAsString)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static List<String> scopes(Jwt token) {
        return token.getClaim("scope") instanceof String words
                ? Arrays.stream(words.split(" "))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .sorted()
                        .toList()
                : Optional.ofNullable(token.getClaimAsStringList("scope")).orElse(List.of()).stream()
                        .distinct()
                        .sorted()
                        .toList();
    }
}
