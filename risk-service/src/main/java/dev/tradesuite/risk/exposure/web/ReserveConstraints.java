package dev.tradesuite.risk.exposure.web;

import dev.tradesuite.contracts.risk.ReserveRequest;
import jakarta.validation.Configuration;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.hibernate.validator.cfg.GenericConstraintDef;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.stereotype.Component;

/** Adds to the contract of a reservation what its trade may not have. */
@Component
final class ReserveConstraints implements ValidationConfigurationCustomizer {

    @Override
    public void customize(Configuration<?> configuration) {
        if (!(configuration instanceof HibernateValidatorConfiguration hibernate)) {
            throw new IllegalStateException("expected Hibernate Validator, found " + configuration.getClass());
        }
        ConstraintMapping mapping = hibernate.createConstraintMapping();
        mapping.type(ReserveRequest.class).constraint(new GenericConstraintDef<>(ForTheBooks.class));
        hibernate.addMapping(mapping);
    }
}
