package dev.tradesuite.test;

import java.nio.file.Path;

/** Inputs that once failed, beside a checkout and no part of it. */
public final class SharedCases {

    private SharedCases() {}

    /**
     * The file, or the end of the test: without the cases it counts as skipped.
     *
     * @param path below {@code shared/cases}, such as {@code csv/13-hourly-bars-half-past.csv}
     */
    public static Path require(String path) {
        return SharedFolder.require("cases/" + path);
    }
}
