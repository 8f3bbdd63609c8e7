package dev.tradesuite.gateway.dashboard.web;

import java.nio.charset.StandardCharsets;

/** The page in the place of an app that was not built. */
final class MissingDashboard {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Trade suite: the dashboard is not built</title></head>
            <body>
            <h1>The dashboard is not built</h1>
            <p>This gateway was built on a machine without Node or npm, or where packages could not be had. To build it:</p>
            <ol>
            <li>Install Node 20.19 or newer, which brings npm.</li>
            <li>Stop the suite: <code>./suite stop</code></li>
            <li>Build: <code>mvn -DskipTests package</code>, and look for lines that begin with <code>dashboard:</code></li>
            <li>Start again: <code>./suite up</code></li>
            </ol>
            <p>Everything else works without it: <a href="/docs">the API of every service</a>.</p>
            </body>
            </html>
            """;

    private MissingDashboard() {}

    static byte[] page() {
        return PAGE.getBytes(StandardCharsets.UTF_8);
    }
}
