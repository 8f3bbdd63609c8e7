package dev.tradesuite.portfolio.monitoring;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.LimitStanding;
import dev.tradesuite.contracts.portfolio.PortfolioLimit;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How an account stands to a limit.
 *
 * @param measured empty when it cannot be measured, or does not apply
 * @param subject strategy that is meant; empty when it is the account
 * @param reason why it is not known, or does not apply
 */
public record JudgedLimit(
        PortfolioLimit limit,
        LimitStanding standing,
        OptionalDouble measured,
        double allowed,
        Optional<String> subject,
        Optional<Reason> reason) {}
