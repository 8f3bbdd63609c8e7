package dev.tradesuite.orchestrator.cycle.client;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.orchestrator.cycle.Controllers;
import dev.tradesuite.orchestrator.cycle.Failure;
import dev.tradesuite.orchestrator.cycle.Report;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceClients;
import dev.tradesuite.support.client.ServiceUnavailableException;
import dev.tradesuite.support.strategy.StrategyAddresses;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Strategy controllers over HTTP. */
public final class HttpControllers implements Controllers {

    private static final int AT_ONCE = 512;

    private final Map<String, ExecuteApi> controllers = new LinkedHashMap<>();
    private final StrategyAddresses addresses;
    private final JsonMapper json;

    /** @param timeout longest wait for the end of a cycle */
    public HttpControllers(StrategyAddresses addresses, ServiceClients clients, Duration timeout, JsonMapper json) {
        this.addresses = addresses;
        this.json = json;
        for (String type : addresses.types()) {
            controllers.put(type, clients.create(ExecuteApi.class, type, url(type), timeout, AT_ONCE));
        }
    }

    @Override
    public boolean isMapped(String strategyType) {
        return controllers.containsKey(strategyType);
    }

    @Override
    public Outcome execute(String strategyType, long portfolioId, UUID cycleId, long fence) {
        ExecuteApi controller =
                Optional.ofNullable(controllers.get(strategyType)).orElseThrow();
        try {
            CycleReport report = controller.execute(portfolioId, cycleId, fence);
            return new Outcome.Done(
                    new Report(json.writeValueAsString(report), report.counts().trades()));
        } catch (RemoteProblemException e) {
            return new Outcome.NotDone(refused(strategyType, e.problem()));
        } catch (ServiceUnavailableException e) {
            return new Outcome.NotDone(unavailable(strategyType, e));
        }
    }

    private Failure unavailable(String type, ServiceUnavailableException e) {
        String controller = "%s strategy controller (port %d)".formatted(type, StrategyAddresses.port(url(type)));
        return switch (e.reason()) {
            case OFFLINE ->
                new Failure(
                        ProblemCode.STRATEGY_OFFLINE,
                        nothingListens(e)
                                ? controller + " is not running"
                                : "%s broke the connection: %s".formatted(controller, e.detail()));
            case TIMEOUT ->
                new Failure(
                        ProblemCode.STRATEGY_TIMEOUT,
                        "%s did not end the cycle in time: %s".formatted(controller, e.detail()));
            case OVERLOADED, CIRCUIT_OPEN ->
                new Failure(ProblemCode.STRATEGY_OFFLINE, "%s: %s".formatted(controller, e.detail()));
            case ERROR -> new Failure(ProblemCode.SERVICE_OFFLINE, "%s failed: %s".formatted(controller, e.detail()));
        };
    }

    private static boolean nothingListens(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof ConnectException || cause instanceof UnknownHostException);
    }

    /** What a controller refuses it says best itself. */
    private static Failure refused(String type, Problem problem) {
        ProblemCode code = Stream.of(ProblemCode.values())
                .filter(known -> known.name().equals(problem.code()))
                .findFirst()
                .orElse(ProblemCode.INTERNAL);
        String fields = problem.errors().stream().map(HttpControllers::field).collect(Collectors.joining("; "));
        return new Failure(
                code,
                "%s strategy controller: %s%s"
                        .formatted(type, problem.detail(), fields.isEmpty() ? "" : ": " + fields));
    }

    private static String field(FieldError error) {
        return error.field() + " " + error.message();
    }

    private URI url(String type) {
        return addresses.of(type).orElseThrow();
    }
}
