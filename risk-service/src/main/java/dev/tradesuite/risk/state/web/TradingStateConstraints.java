package dev.tradesuite.risk.state.web;

import dev.tradesuite.contracts.risk.ChangeTradingStateRequest;
import jakarta.validation.Configuration;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.hibernate.validator.cfg.GenericConstraintDef;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.stereotype.Component;

/** Adds to the contract which fields of a change of a trading state need one another. */
@Component
final class TradingStateConstraints implements ValidationConfigurationCustomizer {

    @Override
    public void customize(Configuration<?> configuration) {
        if (!(configuration instanceof HibernateValidatorConfiguration hibernate)) {
            throw new IllegalStateException("expected Hibernate Validator, found " + configuration.getClass());
        }
        ConstraintMapping mapping = hibernate.createConstraintMapping();
        mapping.type(ChangeTradingStateRequest.class).constraint(new GenericConstraintDef<>(NamesSubject.class));
        hibernate.addMapping(mapping);
    }
}
