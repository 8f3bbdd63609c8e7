package dev.tradesuite.support.event;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What proves that an event is one of this installation.
 *
 * @param signingSecret signs what is sent; empty: nothing is signed and every event is believed
 * @param previousSigningSecret the one before, whose signatures count as well while the secret is changed; empty: none
 */
@ConfigurationProperties("suite.events")
record EventSettings(@DefaultValue("") String signingSecret, @DefaultValue("") String previousSigningSecret) {

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "EventSettings[%s]".formatted(signingSecret.isEmpty() ? "unsigned" : "signed");
    }
}
