package dev.tradesuite.orchestrator.trade.web;

import dev.tradesuite.contracts.orchestrator.ClosePositionRequest;
import dev.tradesuite.contracts.orchestrator.PlaceOrderRequest;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.risk.RiskCheckRequest.ExistingPosition;
import dev.tradesuite.instruments.constraint.CurrencyPairSymbol;
import dev.tradesuite.instruments.constraint.KnownSymbol;
import dev.tradesuite.instruments.constraint.OnePricePerPair;
import jakarta.validation.Configuration;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.hibernate.validator.cfg.GenericConstraintDef;
import org.hibernate.validator.cfg.context.TypeConstraintMappingContext;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.stereotype.Component;

/**
 * Adds to the contract what only this service can tell: which symbols there are, and what fields ask of one another.
 *
 * <p>As constraints beside the annotated ones they are told together with every other fault of a request.
 */
@Component
final class TradeConstraints implements ValidationConfigurationCustomizer {

    private static final int KEY = 0;

    @Override
    public void customize(Configuration<?> configuration) {
        if (!(configuration instanceof HibernateValidatorConfiguration hibernate)) {
            throw new IllegalStateException("expected Hibernate Validator, found " + configuration.getClass());
        }
        ConstraintMapping mapping = hibernate.createConstraintMapping();
        TypeConstraintMappingContext<TradeRequest> trade = mapping.type(TradeRequest.class);
        for (TradeRule rule : TradeRule.values()) {
            trade.constraint(keeps(rule.name()));
        }
        trade.field("symbol").constraint(new GenericConstraintDef<>(KnownSymbol.class));
        trade.field("conversionRates")
                .constraint(new GenericConstraintDef<>(OnePricePerPair.class))
                .containerElementType(KEY)
                .constraint(new GenericConstraintDef<>(CurrencyPairSymbol.class));
        TypeConstraintMappingContext<PlaceOrderRequest> order = mapping.type(PlaceOrderRequest.class);
        for (OrderRule rule : OrderRule.values()) {
            order.constraint(keeps(rule.name()));
        }
        order.field("symbol").constraint(new GenericConstraintDef<>(KnownSymbol.class));
        mapping.type(ClosePositionRequest.class)
                .field("conversionRates")
                .constraint(new GenericConstraintDef<>(OnePricePerPair.class))
                .containerElementType(KEY)
                .constraint(new GenericConstraintDef<>(CurrencyPairSymbol.class));
        mapping.type(ExistingPosition.class).field("symbol").constraint(new GenericConstraintDef<>(KnownSymbol.class));
        hibernate.addMapping(mapping);
    }

    private static GenericConstraintDef<KeepsRule> keeps(String code) {
        return new GenericConstraintDef<>(KeepsRule.class).param("code", code);
    }
}
