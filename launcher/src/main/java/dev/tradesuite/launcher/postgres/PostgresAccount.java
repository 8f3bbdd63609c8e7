package dev.tradesuite.launcher.postgres;

import dev.tradesuite.launcher.home.SuiteHome;

/** Tells how PostgreSQL, which refuses to run as root, would run on this machine. */
public final class PostgresAccount {

    private PostgresAccount() {}

    /**
     * The account in words.
     *
     * @throws dev.tradesuite.launcher.SuiteException when there is none
     */
    public static String describe(SuiteHome home) {
        OsAccount account = OsAccount.forFolder(home.postgres());
        if (account.prefix().isEmpty()) {
            return "runs as the user %s".formatted(System.getProperty("user.name"));
        }
        return account.ownedByNobody() ? "runs as nobody, for root" : "runs in a user namespace, for root";
    }
}
