package dev.tradesuite.orchestrator.cycle.client;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.orchestrator.cycle.CycleCounts;
import dev.tradesuite.orchestrator.cycle.CycleFailure;
import dev.tradesuite.orchestrator.cycle.CycleReports;
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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
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
    private final CycleReports books;
    private final JsonMapper json;

    /** What a controller answers, and what the books keep of the cycle; more is in both. */
    private record KeptReport(
            @Nullable UUID cycleId,
            @Nullable Long portfolioId,
            @Nullable RunLabel label,
            CycleReport.@Nullable Counts counts) {

        boolean isOf(long portfolio, UUID cycle) {
            return cycle.equals(cycleId) && Long.valueOf(portfolio).equals(portfolioId);
        }
    }

    StrategyControllersClient(
            StrategyAddresses addresses,
            CycleReports books,
            ServiceClients clients,
            CycleSettings settings,
            JsonMapper json) {
        this.addresses = addresses;
        this.books = books;
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
        return ask(
                strategyType,
                portfolioId,
                cycleId,
                controller -> controller.execute(portfolioId, cycleId, fence),
                (told, _) -> inTheBooks(strategyType, told, portfolioId, cycleId));
    }

    @Override
    public Outcome dryRun(String strategyType, long portfolioId, UUID cycleId) {
        return ask(
                strategyType,
                portfolioId,
                cycleId,
                controller -> controller.dryRun(portfolioId, cycleId),
                (told, answer) -> new Outcome.Done(counts(told), answer));
    }

    private Outcome ask(
            String type,
            long portfolioId,
            UUID cycleId,
            Function<CycleExecutionApi, String> call,
            BiFunction<KeptReport, String, Outcome> taken) {
        CycleExecutionApi controller =
                Optional.ofNullable(controllers.get(type)).orElseThrow();
        try {
            String answer = call.apply(controller);
            if (answer == null || answer.isBlank()) {
                return failed(type, "it answered nothing");
            }
            KeptReport told = json.readValue(answer, KeptReport.class);
            return told.isOf(portfolioId, cycleId) && told.counts() != null
                    ? taken.apply(told, answer)
                    : failed(
                            type,
                            "it was asked for cycle %s of portfolio %d and reports on cycle %s of portfolio %s"
                                    .formatted(cycleId, portfolioId, told.cycleId(), told.portfolioId()));
        } catch (JacksonException _) {
            return failed(type, "its answer cannot be read");
        } catch (RemoteProblemException e) {
            return new Outcome.NotDone(refused(type, e.problem()));
        } catch (ServiceUnavailableException e) {
            return new Outcome.NotDone(unavailable(type, e));
        }
    }

    private static CycleCounts counts(KeptReport report) {
        CycleReport.Counts counts = Objects.requireNonNull(report.counts(), "counts of a report");
        return new CycleCounts(counts.signals(), counts.trades(), counts.denied(), counts.settled());
    }

    /** What a controller says of itself counts for nothing: the trades of a cycle are those that the books know. */
    private Outcome inTheBooks(String type, KeptReport told, long portfolioId, UUID cycleId) {
        try {
            Optional<String> report = books.find(portfolioId, cycleId);
            if (report.isEmpty()) {
                return failed(type, "it says that the cycle has ended, and the books know of no end");
            }
            KeptReport kept = json.readValue(report.get(), KeptReport.class);
            return told.label() != kept.label()
                    ? failed(type, "it reports %s trades, the books %s ones".formatted(told.label(), kept.label()))
                    : new Outcome.Done(counts(kept), report.get());
        } catch (ServiceUnavailableException e) {
            return new Outcome.NotDone(new CycleFailure(
                    ProblemCode.SERVICE_OFFLINE,
                    "The cycle ended, and ledger-service does not say how: " + e.detail()));
        }
    }

    private Outcome failed(String type, String how) {
        return new Outcome.NotDone(
                new CycleFailure(ProblemCode.SERVICE_OFFLINE, "%s failed: %s".formatted(inWords(type), how), how));
    }

    private CycleFailure unavailable(String type, ServiceUnavailableException e) {
        String controller = inWords(type);
        return switch (e.reason()) {
            case OFFLINE ->
                nothingListens(e)
                        ? new CycleFailure(
                                ProblemCode.STRATEGY_OFFLINE, controller + " is not running", "Connection refused")
                        : new CycleFailure(
                                ProblemCode.STRATEGY_OFFLINE,
                                "%s broke the connection: %s".formatted(controller, e.detail()),
                                "Connection broken");
            case TIMEOUT ->
                new CycleFailure(
                        ProblemCode.STRATEGY_TIMEOUT,
                        "%s did not end the cycle in time: %s".formatted(controller, e.detail()),
                        "Timed out");
            case OVERLOADED, CIRCUIT_OPEN ->
                new CycleFailure(ProblemCode.STRATEGY_OFFLINE, "%s: %s".formatted(controller, e.detail()), e.detail());
            case ERROR ->
                new CycleFailure(
                        ProblemCode.SERVICE_OFFLINE, "%s failed: %s".formatted(controller, e.detail()), e.detail());
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
