package dev.tradesuite.signals.activity.client;

import dev.tradesuite.contracts.brain.FeedInfo;
import dev.tradesuite.contracts.risk.LimitHeadroom;
import dev.tradesuite.signals.activity.WatchedSuite;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks brain-service, orchestrator-service and risk-service. */
@Component
final class WatchedSuiteClient implements WatchedSuite {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedSuiteClient.class);
    private static final int NOT_FOUND = 404;

    private final FeedStatesApi brain;
    private final ControllerStatesApi orchestrator;
    private final HeadroomApi risk;

    WatchedSuiteClient(FeedStatesApi brain, ControllerStatesApi orchestrator, HeadroomApi risk) {
        this.brain = brain;
        this.orchestrator = orchestrator;
        this.risk = risk;
    }

    @Override
    public Optional<List<WatchedFeed>> feeds() {
        return asked(() -> brain.feeds().stream().map(WatchedSuiteClient::feed).toList());
    }

    @Override
    public Optional<Map<String, Boolean>> controllers() {
        return asked(() -> orchestrator.status().strategyControllers().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().status().equals("online"))));
    }

    /** Of an account risk-service does not know there is nothing to say, now or later. */
    @Override
    public Optional<List<UsedLimit>> limits(String account) {
        return asked(() -> {
            try {
                return risk.headroom(account).limits().stream()
                        .flatMap(limit -> used(limit).stream())
                        .toList();
            } catch (RemoteProblemException e) {
                if (e.status() == NOT_FOUND) {
                    return List.of();
                }
                throw e;
            }
        });
    }

    private static WatchedFeed feed(FeedInfo told) {
        Phase phase =
                switch (told.state()) {
                    case STARTING, CATCHING_UP -> Phase.BEGINNING;
                    case RUNNING, MARKET_CLOSED, ENDED -> Phase.GOING;
                    case FAILING, FAILED -> Phase.FAILING;
                };
        @Nullable
        Long missing = told.symbols().stream()
                .map(FeedInfo.FeedSymbol::barsMissing)
                .filter(Objects::nonNull)
                .max(Long::compareTo)
                .orElse(null);
        return new WatchedFeed(told.name(), phase, missing, told.lastError());
    }

    private static Optional<UsedLimit> used(LimitHeadroom told) {
        return Stream.ofNullable(told.measured())
                .filter(_ -> told.limit().signum() > 0)
                .map(measured -> new UsedLimit(
                        told.name().name().toLowerCase(Locale.ROOT).replace('_', ' '), part(measured, told.limit())))
                .findFirst();
    }

    private static double part(BigDecimal measured, BigDecimal limit) {
        return measured.divide(limit, MathContext.DECIMAL64).doubleValue();
    }

    private static <T> Optional<T> asked(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (ServiceUnavailableException | RemoteProblemException e) {
            LOG.debug("Nothing is known of what is looked after: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
