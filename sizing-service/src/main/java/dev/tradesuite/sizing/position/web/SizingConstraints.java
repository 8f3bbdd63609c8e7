package dev.tradesuite.sizing.position.web;

import dev.tradesuite.contracts.sizing.SizingRequest;
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
 * Adds to the contract what only this service can tell: which symbols there are.
 *
 * <p>As constraints beside the annotated ones they are told together with every other fault of a request.
 */
@Component
final class SizingConstraints implements ValidationConfigurationCustomizer {

    private static final int KEY = 0;

    @Override
    public void customize(Configuration<?> configuration) {
        if (!(configuration instanceof HibernateValidatorConfiguration hibernate)) {
            throw new IllegalStateException("expected Hibernate Validator, found " + configuration.getClass());
        }
        ConstraintMapping mapping = hibernate.createConstraintMapping();
        mapping.type(SizingRequest.class)
                .field("symbol")
                .constraint(new GenericConstraintDef<>(KnownSymbol.class))
                .field("conversionRates")
                .constraint(new GenericConstraintDef<>(OnePricePerPair.class))
                .containerElementType(KEY)
                .constraint(new GenericConstraintDef<>(CurrencyPairSymbol.class));
        hibernate.addMapping(mapping);
    }
}
