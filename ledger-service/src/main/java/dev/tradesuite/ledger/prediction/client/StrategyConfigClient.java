package dev.tradesuite.ledger.prediction.client;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.strategy.ConfigValidation;
import dev.tradesuite.ledger.prediction.StrategyConfigs;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import dev.tradesuite.support.strategy.StrategyAddresses;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The controllers at the addresses of the strategy mapping. */
@Component
final class StrategyConfigClient implements StrategyConfigs {

    private static final Logger LOG = LoggerFactory.getLogger(StrategyConfigClient.class);

    private final StrategyAddresses addresses;
    private final StrategyConfigApi controllers;

    StrategyConfigClient(StrategyAddresses addresses, StrategyConfigApi controllers) {
        this.addresses = addresses;
        this.controllers = controllers;
    }

    @Override
    public Check check(String strategyType, Map<String, Object> config) {
        Optional<URI> controller = addresses.of(strategyType);
        return controller
                .map(address -> ask(address, strategyType, config))
                .orElseGet(() -> new Check.UnknownStrategy(List.copyOf(addresses.types())));
    }

    private Check ask(URI controller, String strategyType, Map<String, Object> config) {
        URI address = UriComponentsBuilder.fromUri(controller)
                .path("/strategy/validate-config")
                .build()
                .toUri();
        try {
            ConfigValidation validation = controllers.validate(address, config);
            return validation.valid() ? new Check.Valid() : faulty(validation.errors());
        } catch (ServiceUnavailableException e) {
            LOG.info("The configuration of a {} portfolio is not checked: {}", strategyType, e.detail());
            return new Check.NotChecked();
        } catch (RemoteProblemException e) {
            if (!e.problem().errors().isEmpty()) {
                return faulty(e.problem().errors());
            }
            LOG.warn("The configuration of a {} portfolio is not checked: {}", strategyType, e.getMessage());
            return new Check.NotChecked();
        }
    }

    private static Check faulty(List<FieldError> errors) {
        return new Check.Faulty(errors.stream()
                .map(error -> new Fault(error.field(), error.code(), error.message(), error.rejected()))
                .toList());
    }
}
