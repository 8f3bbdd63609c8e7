package dev.tradesuite.orchestrator.cycle.client;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.orchestrator.cycle.CycleCounts;
import dev.tradesuite.orchestrator.cycle.CycleFailure;
import dev.tradesuite.orchestrator.cycle.CycleSettings;
import dev.tradesuite.orchestrator.cycle.StrategyControllers;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceClients;
import dev.tradesuite.support.client.ServiceUnavailableException;
import dev.tradesuite.support.strategy.StrategyAddresses;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Strategy controllers over HTTP. */
@Component
final class StrategyControllersClient implements StrategyControllers {

    private static final int AT_ONCE = 512;

    private final Map<String, CycleExecutionApi> controllers = new LinkedHashMap<>();
    private final StrategyAddresses addresses;
    private final JsonMapper json;

    /** What the orchestrator keeps of a report. */
    private record KeptReport(CycleReport.@Nullable Counts counts) {}

    StrategyControllersClient(
            StrategyAddresses addresses, ServiceClients clients, CycleSettings settings, JsonMapper json) {
        this.addresses = addresses;
        this.json = json;
        for (String type : addresses.types()) {
            controllers.put(
                    type, clients.create(CycleExecutionApi.class, type, url(type), settings.timeout(), AT_ONCE));
        }
    }

    @Override
    public boolean isMapped(String strategyType) {
        return controllers.containsKey(strategyType);
    }

    @Override
    public Outcome execute(String strategyType, long portfolioId, UUID cycleId, long fence) {
        CycleExecutionApi controller =
                Optional.ofNullable(controllers.get(strategyType)).orElseThrow();
        try {
            String report = controller.execute(portfolioId, cycleId, fence);
            CycleReport.Counts counts = json.readValue(report, KeptReport.class).counts();
            return counts == null
                    ? unreadable(strategyType)
                    : new Outcome.Done(
                            new CycleCounts(counts.signals(), counts.trades(), counts.denied(), counts.settled()),
                            report);
        } catch (JacksonException _) {
            return unreadable(strategyType);
        } catch (RemoteProblemException e) {
            return new Outcome.NotDone(refused(strategyType, e.problem()));
        } catch (ServiceUnavailableException e) {
            return new Outcome.NotDone(unavailable(strategyType, e));
        }
    }

    private Outcome unreadable(String type) {
        return new Outcome.NotDone(
                new CycleFailure(ProblemCode.SERVICE_OFFLINE, inWords(type) + " failed: its answer cannot be read"));
    }

    private CycleFailure unavailable(String type, ServiceUnavailableException e) {
        String controller = inWords(type);
        return switch (e.reason()) {
            case OFFLINE ->
                new CycleFailure(
                        ProblemCode.STRATEGY_OFFLINE,
                        nothingListens(e)
                                ? controller + " is not running"
                                : "%s broke the connection: %s".formatted(controller, e.detail()));
            case TIMEOUT ->
                new CycleFailure(
                        ProblemCode.STRATEGY_TIMEOUT,
                        "%s did not end the cycle in time: %s".formatted(controller, e.detail()));
            case OVERLOADED, CIRCUIT_OPEN ->
                new CycleFailure(ProblemCode.STRATEGY_OFFLINE, "%s: %s".formatted(controller, e.detail()));
            case ERROR ->
                new CycleFailure(ProblemCode.SERVICE_OFFLINE, "%s failed: %s".formatted(controller, e.detail()));
        };
    }

    private static boolean nothingListens(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof ConnectException || cause instanceof UnknownHostException);
    }

    /** What a controller refuses it says best itself. */
    private static CycleFailure refused(String type, Problem problem) {
        ProblemCode code = Stream.of(ProblemCode.values())
                .filter(known -> known.name().equals(problem.code()))
                .findFirst()
                .orElse(ProblemCode.INTERNAL);
        String fields =
                problem.errors().stream().map(StrategyControllersClient::field).collect(Collectors.joining("; "));
        return new CycleFailure(
                code,
                "%s strategy controller: %s%s"
                        .formatted(type, problem.detail(), fields.isEmpty() ? "" : ": " + fields));
    }

    private static String field(FieldError error) {
        return error.field() + " " + error.message();
    }

    private String inWords(String type) {
        return "%s strategy controller (port %d)".formatted(type, StrategyAddresses.port(url(type)));
    }

    private URI url(String type) {
        return addresses.of(type).orElseThrow();
    }
}
