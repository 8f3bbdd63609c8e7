package dev.tradesuite.support.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of access under {@code suite.access}.
 *
 * @param groupsClaim claim of a token that lists the groups of its subject
 * @param ownerKnownFor how long an owner counts before the books are asked again
 * @param ownerWithoutBooks how long the owner known last counts while ledger-service does not answer
 */
@ConfigurationProperties("suite.access")
record AccessSettings(
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue("1m") Duration ownerKnownFor,
        @DefaultValue("12h") Duration ownerWithoutBooks) {}
