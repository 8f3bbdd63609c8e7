package dev.tradesuite.launcher.issuer;

import java.util.List;

/** What a token can allow. */
public final class Scopes {

    /** Lets a program look at what is its own and change nothing. */
    public static final String READ = "trade:read";

    /** Lets a person approve what a program proposed; never part of a token unless it is asked for. */
    public static final String APPROVE = "approve";

    /** Lets a person see and do everything, whoever it belongs to; never part of a token unless it is asked for. */
    public static final String ADMIN = "admin";

    /** What services tell one another and nobody else may: for the client of the services alone. */
    public static final String INTERNAL = "internal";

    /** What a program needs for everything that is its own but an approval. */
    public static final List<String> EVERYDAY = List.of(READ, "trade:execute", "portfolio:write", "risk:admin");

    /** Every scope a person or a program of a person can have. */
    public static final List<String> PERSONAL =
            List.of(READ, "trade:execute", "portfolio:write", "risk:admin", APPROVE, ADMIN);

    /** What the services call one another with. */
    public static final List<String> SERVICE =
            List.of(READ, "trade:execute", "portfolio:write", "risk:admin", INTERNAL);

    private Scopes() {}
}
