package dev.tradesuite.orchestrator.strategy.client;

import dev.tradesuite.contracts.strategy.StrategyInfo;
import dev.tradesuite.orchestrator.strategy.ControllerProbe;
import dev.tradesuite.orchestrator.strategy.ControllerProbeSettings;
import dev.tradesuite.orchestrator.strategy.ControllerState;
import dev.tradesuite.orchestrator.strategy.StatusBoard;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceClients;
import dev.tradesuite.support.client.ServiceUnavailableException;
import dev.tradesuite.support.strategy.StrategyAddresses;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks for {@code GET /strategy/info}. */
@Component
final class ControllerProbeClient implements ControllerProbe {

    /** Probes of one controller at once; each status page open somewhere is one. */
    private static final int AT_ONCE = 64;

    private final Map<String, ControllerInfoApi> controllers = new LinkedHashMap<>();
    private final Duration limit;

    ControllerProbeClient(StrategyAddresses addresses, ServiceClients clients, ControllerProbeSettings settings) {
        this.limit = settings.probeLimit();
        for (String type : addresses.types()) {
            URI url = addresses.of(type).orElseThrow();
            controllers.put(type, clients.create(ControllerInfoApi.class, type, url, limit, AT_ONCE));
        }
    }

    @Override
    public ControllerState ask(String type) {
        try {
            StrategyInfo info =
                    Optional.ofNullable(controllers.get(type)).orElseThrow().info();
            return new ControllerState.Online(info.name(), info.description());
        } catch (ServiceUnavailableException e) {
            return new ControllerState.Offline(error(e));
        } catch (RemoteProblemException e) {
            return new ControllerState.Offline(
                    "Answered %d %s".formatted(e.status(), e.problem().code()));
        }
    }

    private String error(ServiceUnavailableException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnknownHostException unknown -> {
                    return "Unknown host " + unknown.getMessage();
                }
                case NoRouteToHostException _ -> {
                    return "No route to host";
                }
                case ConnectException refused
                when String.valueOf(refused.getMessage()).contains("refused") -> {
                    return "Connection refused";
                }
                default -> {
                    // The next cause may say more.
                }
            }
        }
        return switch (e.reason()) {
            case TIMEOUT -> StatusBoard.noAnswerWithin(limit);
            case OFFLINE, OVERLOADED, CIRCUIT_OPEN, ERROR -> capitalised(e.detail());
        };
    }

    private static String capitalised(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
