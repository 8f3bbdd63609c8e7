package dev.tradesuite.risk.check.web;

import dev.tradesuite.contracts.risk.RiskCheckRequest;
import dev.tradesuite.instruments.constraint.CurrencyPairSymbol;
import dev.tradesuite.instruments.constraint.KnownSymbol;
import dev.tradesuite.instruments.constraint.OnePricePerPair;
import jakarta.validation.Configuration;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.hibernate.validator.cfg.GenericConstraintDef;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.stereotype.Component;

/**
 * Adds to the contract what only this service can tell: which symbols there are, and which fields need one another.
 *
 * <p>As constraints beside the annotated ones they are told together with every other fault of a request.
 */
@Component
final class RiskCheckConstraints implements ValidationConfigurationCustomizer {

    private static final int KEY = 0;

    @Override
    public void customize(Configuration<?> configuration) {
        if (!(configuration instanceof HibernateValidatorConfiguration hibernate)) {
            throw new IllegalStateException("expected Hibernate Validator, found " + configuration.getClass());
        }
        ConstraintMapping mapping = hibernate.createConstraintMapping();
        mapping.type(RiskCheckRequest.class)
                .constraint(new GenericConstraintDef<>(HasAccount.class))
                .field("symbol")
                .constraint(new GenericConstraintDef<>(KnownSymbol.class))
                .field("conversionRates")
                .constraint(new GenericConstraintDef<>(OnePricePerPair.class))
                .containerElementType(KEY)
                .constraint(new GenericConstraintDef<>(CurrencyPairSymbol.class));
        mapping.type(RiskCheckRequest.ExistingPosition.class)
                .field("symbol")
                .constraint(new GenericConstraintDef<>(KnownSymbol.class));
        hibernate.addMapping(mapping);
    }
}
