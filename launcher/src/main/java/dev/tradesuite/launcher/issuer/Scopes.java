package dev.tradesuite.launcher.issuer;

import java.util.List;

/** What a token can allow. */
public final class Scopes {

    /** Lets a program look at everything and change nothing. */
    public static final String READ = "trade:read";

    /** Lets a person approve what a program proposed; never part of a token unless it is asked for. */
    public static final String APPROVE = "approve";

    /** What a program needs for everything but an approval. */
    public static final List<String> EVERYDAY = List.of(READ, "trade:execute", "portfolio:write", "risk:admin");

    /** Every scope. */
    public static final List<String> ALL = List.of(READ, "trade:execute", "portfolio:write", "risk:admin", APPROVE);

    private Scopes() {}
}
