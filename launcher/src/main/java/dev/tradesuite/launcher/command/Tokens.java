package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.client.TokenClient;
import dev.tradesuite.launcher.home.RunState;
import dev.tradesuite.launcher.home.RunState.PartPhase;
import dev.tradesuite.launcher.home.RunState.PartState;
import dev.tradesuite.launcher.home.Secrets;
import dev.tradesuite.launcher.home.SuiteHome;
import dev.tradesuite.launcher.issuer.IssuerPart;

/** Finds the issuer of a running suite and the secret to ask it with. */
final class Tokens {

    private Tokens() {}

    static TokenClient of(RunState state, SuiteHome home, IssuerClient client) {
        Secrets secrets = Secrets.loadOrCreate(home.secrets());
        return new TokenClient(address(state, IssuerPart.NAME), client.id(), secrets.get(client.secret()));
    }

    /** Where a part answers; a part that is not ready is told in a sentence. */
    static String address(RunState state, String part) {
        return state.part(part)
                .filter(found -> found.phase() == PartPhase.READY)
                .map(PartState::address)
                .orElseThrow(() -> new SuiteException(
                        ExitCode.NOT_RUNNING,
                        "%s is not ready; ./suite status shows how far the suite is".formatted(part)));
    }
}
