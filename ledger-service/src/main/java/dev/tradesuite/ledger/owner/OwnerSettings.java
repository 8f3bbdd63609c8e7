package dev.tradesuite.ledger.owner;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of owners under {@code suite.ledger}.
 *
 * @param firstOwner owner of what nobody opened: the account of the settings, and everything from before there were
 *     owners
 */
@ConfigurationProperties("suite.ledger")
public record OwnerSettings(String firstOwner) {}
