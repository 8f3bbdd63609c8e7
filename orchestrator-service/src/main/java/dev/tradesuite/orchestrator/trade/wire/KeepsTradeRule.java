package dev.tradesuite.orchestrator.trade.wire;

import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.instruments.InstrumentCatalog;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
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
@Constraint(validatedBy = KeepsTradeRule.Validator.class)
@interface KeepsTradeRule {

    /** Name of the {@link TradeRule}; the code of the fault. */
    String code();

    String message() default "contradicts another field";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Tells each fault of the field it is in; made by Spring, which hands in the catalogue and the clock. */
    final class Validator implements ConstraintValidator<KeepsTradeRule, TradeRequest> {

        private final InstrumentCatalog catalog;
        private final Clock clock;
        private TradeRule rule = TradeRule.CONTRADICTION;

        Validator(InstrumentCatalog catalog, Clock clock) {
            this.catalog = catalog;
            this.clock = clock;
        }

        @Override
        public void initialize(KeepsTradeRule constraint) {
            rule = TradeRule.valueOf(constraint.code());
        }

        @Override
        public boolean isValid(@Nullable TradeRequest request, ConstraintValidatorContext context) {
            if (request == null) {
                return true;
            }
            List<TradeRule.Fault> faults = rule.faults(request, known(request));
            context.disableDefaultConstraintViolation();
            faults.forEach(fault -> context.buildConstraintViolationWithTemplate(fault.message())
                    .addPropertyNode(fault.field())
                    .addConstraintViolation());
            return faults.isEmpty();
        }

        @SuppressWarnings("NullAway") // A body may leave out what its constraints ask for.
        private TradeRule.Context known(TradeRequest request) {
            return new TradeRule.Context(
                    request.symbol() == null
                            ? null
                            : catalog.find(request.symbol()).orElse(null),
                    clock.instant());
        }
    }
}
