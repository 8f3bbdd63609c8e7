package dev.tradesuite.orchestrator.trade.web;

import dev.tradesuite.contracts.orchestrator.PlaceOrderRequest;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.instruments.InstrumentCatalog;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.NodeBuilderCustomizableContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request keeps a rule about several of its fields. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {KeepsRule.OfTrade.class, KeepsRule.OfOrder.class})
@interface KeepsRule {

    /** Name of the {@link TradeRule} or {@link OrderRule}; the code of the fault. */
    String code();

    String message() default "contradicts another field";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** For trades; made by Spring, which hands in the catalogue and the clock. */
    final class OfTrade extends Validator<TradeRequest> {

        OfTrade(InstrumentCatalog catalog, Clock clock) {
            super(catalog, clock);
        }

        @Override
        @SuppressWarnings("NullAway") // A body may leave out what its constraints ask for.
        List<RuleFault> faults(String code, TradeRequest request) {
            return TradeRule.valueOf(code).faults(request, known(request.symbol()));
        }
    }

    /** For direct orders; made by Spring, which hands in the catalogue and the clock. */
    final class OfOrder extends Validator<PlaceOrderRequest> {

        OfOrder(InstrumentCatalog catalog, Clock clock) {
            super(catalog, clock);
        }

        @Override
        @SuppressWarnings("NullAway") // A body may leave out what its constraints ask for.
        List<RuleFault> faults(String code, PlaceOrderRequest request) {
            return OrderRule.valueOf(code).faults(request, known(request.symbol()));
        }
    }

    /** Tells each fault of the field it is in. */
    abstract class Validator<R> implements ConstraintValidator<KeepsRule, R> {

        private final InstrumentCatalog catalog;
        private final Clock clock;
        private String code = "";

        Validator(InstrumentCatalog catalog, Clock clock) {
            this.catalog = catalog;
            this.clock = clock;
        }

        /** What is wrong with the request. */
        abstract List<RuleFault> faults(String rule, R request);

        @Override
        public void initialize(KeepsRule constraint) {
            code = constraint.code();
        }

        @Override
        public boolean isValid(@Nullable R request, ConstraintValidatorContext context) {
            if (request == null) {
                return true;
            }
            List<RuleFault> faults = faults(code, request);
            context.disableDefaultConstraintViolation();
            faults.forEach(fault -> report(fault, context));
            return faults.isEmpty();
        }

        RuleContext known(@Nullable String symbol) {
            return new RuleContext(symbol == null ? null : catalog.find(symbol).orElse(null), clock.instant());
        }

        private static void report(RuleFault fault, ConstraintValidatorContext context) {
            String[] path = fault.field().split("\\.", -1);
            NodeBuilderCustomizableContext node = context.buildConstraintViolationWithTemplate(fault.message())
                    .addPropertyNode(path[0]);
            for (int i = 1; i < path.length; i++) {
                node = node.addPropertyNode(path[i]);
            }
            node.addConstraintViolation();
        }
    }
}
