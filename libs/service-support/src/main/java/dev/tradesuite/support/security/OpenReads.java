package dev.tradesuite.support.security;

import java.util.Locale;
import java.util.Set;

/**
 * Whether what the models say may be read without a token, {@code suite.signals.open-reads}: at signals-api-service and
 * at the gateway alike.
 *
 * <p>Who sends a token has it checked all the same: a bad one is refused, and a good one that allows less is no worse
 * than none. Writing always needs one.
 */
public final class OpenReads {

    /** The setting. */
    public enum Mode {
        /** Where the server listens on this machine alone. */
        LOOPBACK,
        /** Nowhere. */
        NEVER,
        /** Everywhere. */
        ALWAYS
    }

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private final Mode mode;
    private final String address;

    /** @param address the server listens on; empty: on all of them */
    public OpenReads(Mode mode, String address) {
        this.mode = mode;
        this.address = address;
    }

    /**
     * Whether a request needs no token.
     *
     * @param host it was sent to, as its {@code Host} header has it, without the port. A page of somewhere else whose
     *     name leads to this machine is not this machine
     */
    public boolean isOpenTo(String host) {
        return switch (mode) {
            case ALWAYS -> true;
            case NEVER -> false;
            case LOOPBACK -> isThisMachine(address) && isThisMachine(host);
        };
    }

    private static boolean isThisMachine(String name) {
        return THIS_MACHINE.contains(name.toLowerCase(Locale.ROOT)) || name.matches("127\\.\\d+\\.\\d+\\.\\d+");
    }
}
