package dev.tradesuite.brain.signal.web;

import dev.tradesuite.contracts.brain.DecideRequest;
import dev.tradesuite.contracts.brain.ReplayRequest;
import dev.tradesuite.instruments.constraint.KnownSymbol;
import jakarta.validation.Configuration;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.hibernate.validator.cfg.GenericConstraintDef;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.stereotype.Component;

/**
 * Adds to the contracts what only this service can tell: which symbols and models there are, what time it is, what a
 * candle is.
 *
 * <p>As constraints beside the annotated ones they are told together with every other fault of a request.
 */
@Component
final class SignalConstraints implements ValidationConfigurationCustomizer {

    @Override
    public void customize(Configuration<?> configuration) {
        if (!(configuration instanceof HibernateValidatorConfiguration hibernate)) {
            throw new IllegalStateException("expected Hibernate Validator, found " + configuration.getClass());
        }
        ConstraintMapping mapping = hibernate.createConstraintMapping();
        mapping.type(DecideRequest.class)
                .constraint(without(CandleFault.RANGE_BROKEN))
                .constraint(without(CandleFault.OFF_GRID))
                .constraint(without(CandleFault.OVERLAPPING))
                .constraint(without(CandleFault.IN_FUTURE))
                .field("symbol")
                .constraint(new GenericConstraintDef<>(KnownSymbol.class))
                .field("model")
                .constraint(new GenericConstraintDef<>(KnownModel.class))
                .field("asOf")
                .constraint(new GenericConstraintDef<>(PastMoment.class));
        mapping.type(ReplayRequest.class)
                .constraint(new GenericConstraintDef<>(ReplaySpan.class))
                .field("symbol")
                .constraint(new GenericConstraintDef<>(KnownSymbol.class))
                .field("model")
                .constraint(new GenericConstraintDef<>(KnownModel.class))
                .field("from")
                .constraint(new GenericConstraintDef<>(PastMoment.class));
        hibernate.addMapping(mapping);
    }

    private static GenericConstraintDef<SoundCandles> without(CandleFault fault) {
        return new GenericConstraintDef<>(SoundCandles.class)
                .param("without", fault)
                .param("code", fault.name());
    }
}
