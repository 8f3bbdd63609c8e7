package dev.tradesuite.test;

import java.nio.file.Path;

/** Market data that lies beside a checkout and is no part of it. */
public final class SharedData {

    private SharedData() {}

    /**
     * The file, or the end of the test: without the data it counts as skipped.
     *
     * @param path below {@code shared/data}, such as {@code fx/EURUSD_M5.csv.gz}
     */
    public static Path require(String path) {
        return SharedFolder.require("data/" + path);
    }
}
