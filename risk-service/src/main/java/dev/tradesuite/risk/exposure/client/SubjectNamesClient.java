package dev.tradesuite.risk.exposure.client;

import dev.tradesuite.contracts.portfolio.RegisteredStrategyPage;
import dev.tradesuite.risk.exposure.KnownSubjects;
import dev.tradesuite.risk.exposure.KnownSubjects.Answer;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Who there is, from the services that keep them. */
@Component
class SubjectNamesClient implements KnownSubjects.Names {

    private static final int PAGE = 1000;

    private final PortfolioNamesApi portfolios;
    private final RegistryApi registry;
    private final AlertStrategiesApi alerts;

    SubjectNamesClient(PortfolioNamesApi portfolios, RegistryApi registry, AlertStrategiesApi alerts) {
        this.portfolios = portfolios;
        this.registry = registry;
        this.alerts = alerts;
    }

    @Override
    public Answer portfolio(String portfolioId) {
        boolean number = portfolioId.chars().allMatch(Character::isDigit);
        return number ? answer(() -> portfolios.portfolio(portfolioId).portfolioId() > 0) : Answer.UNKNOWN;
    }

    /** Strategies are registered as assets, or alerts are sent for them. */
    @Override
    public List<Answer> strategy(String strategy) {
        return List.of(answer(() -> isRegistered(strategy)), answer(() -> alerts.webhooks().webhooks().stream()
                .anyMatch(webhook -> webhook.strategy().equals(strategy))));
    }

    private boolean isRegistered(String strategy) {
        String after = null;
        do {
            RegisteredStrategyPage page = registry.strategies(after, PAGE);
            if (page.strategies().stream().anyMatch(one -> one.code().equals(strategy))) {
                return true;
            }
            after = page.next();
        } while (after != null);
        return false;
    }

    private static Answer answer(BooleanSupplier question) {
        try {
            return question.getAsBoolean() ? Answer.KNOWN : Answer.UNKNOWN;
        } catch (RemoteProblemException e) {
            return e.status() == HttpStatus.NOT_FOUND.value() ? Answer.UNKNOWN : Answer.NOT_ANSWERED;
        } catch (ServiceUnavailableException _) {
            return Answer.NOT_ANSWERED;
        }
    }
}
