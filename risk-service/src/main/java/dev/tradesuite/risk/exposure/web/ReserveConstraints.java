package dev.tradesuite.risk.exposure.web;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.risk.ReserveRequest;
import dev.tradesuite.contracts.risk.ReserveStakesRequest;
import jakarta.validation.Configuration;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.hibernate.validator.cfg.GenericConstraintDef;
import org.hibernate.validator.cfg.context.TypeConstraintMappingContext;
import org.hibernate.validator.cfg.defs.DecimalMinDef;
import org.hibernate.validator.cfg.defs.NotBlankDef;
import org.hibernate.validator.cfg.defs.NotNullDef;
import org.hibernate.validator.cfg.defs.SizeDef;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.stereotype.Component;

/** Adds to the contract of a reservation what its trade may not have, and what the books of stakes must. */
@Component
final class ReserveConstraints implements ValidationConfigurationCustomizer {

    @Override
    public void customize(Configuration<?> configuration) {
        if (!(configuration instanceof HibernateValidatorConfiguration hibernate)) {
            throw new IllegalStateException("expected Hibernate Validator, found " + configuration.getClass());
        }
        ConstraintMapping mapping = hibernate.createConstraintMapping();
        mapping.type(ReserveRequest.class).constraint(new GenericConstraintDef<>(ForTheBooks.class));
        mapping.type(ReserveStakesRequest.class).field("books").valid();
        requireBooks(mapping.type(Account.class));
        hibernate.addMapping(mapping);
    }

    /** What is read of books that come along with stakes. Positions paid in full are no instruments. */
    private static void requireBooks(TypeConstraintMappingContext<Account> account) {
        account.field("id")
                .constraint(new NotBlankDef())
                .constraint(new SizeDef().max(64))
                .field("currency")
                .constraint(new NotBlankDef())
                .field("initialBalance")
                .constraint(new NotNullDef())
                .field("equity")
                .constraint(new NotNullDef())
                .field("marginUsed")
                .constraint(new NotNullDef())
                .constraint(new DecimalMinDef().value("0"))
                .field("positions")
                .constraint(new NotNullDef())
                .constraint(new SizeDef().max(0).message("must be empty: positions paid in full are no instruments"))
                .field("equityAt")
                .constraint(new NotNullDef())
                .field("updatedAt")
                .constraint(new NotNullDef());
    }
}
