package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.home.SuiteHome;
import dev.tradesuite.launcher.issuer.IssuerSettings;
import dev.tradesuite.launcher.run.Part;
import dev.tradesuite.launcher.run.RunListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the person at the console how a run goes: one line per part. */
final class Progress implements RunListener {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    private static final String FIRST_CALL =
            "/api/v1/orchestrator/quick-analyze?symbol=EURUSD&current_price=1.0835&stop_loss_pips=50&risk_percent=2.0";

    private final PrintWriter out;
    private final SuiteHome home;
    private final String frontDoor;
    private final long began = System.nanoTime();
    private int ready;
    private boolean wasReady;

    /**
     * @param out the console
     * @param home where logs and secrets are
     * @param frontDoor URL a user calls
     */
    Progress(PrintWriter out, SuiteHome home, String frontDoor) {
        this.out = out;
        this.home = home;
        this.frontDoor = frontDoor;
    }

    void begin(boolean forked) {
        say("Trade suite %s, %s. Data, logs and secrets: %s"
                .formatted(
                        SuiteVersion.text(),
                        forked ? "each service in a process of its own" : "all services in one process",
                        home.folder()));
    }

    @Override
    public synchronized void ready(Part part, Duration took) {
        ready++;
        line(part, "ready", "%-44s %s".formatted(part.address(), seconds(took)));
    }

    @Override
    public synchronized void stopped(Part part) {
        line(part, "stopped", "");
    }

    @Override
    public synchronized void stopFailed(Part part, String reason) {
        line(part, "did not stop cleanly", "%s; details are in %s".formatted(reason, home.log("launcher")));
    }

    @Override
    public synchronized void died(Part part, String reason, String consequence) {
        line(
                part,
                "ended",
                "%s%s; why is at the end of %s"
                        .formatted(reason.isEmpty() ? "" : reason + "; ", consequence, home.log(part.name())));
    }

    @Override
    public synchronized void repaired(String part, String what) {
        say("  %-31s %-8s %s".formatted(part, "repaired", what));
    }

    @Override
    public synchronized void restarted(Part part, Duration took) {
        line(part, "ready", "again, after %s".formatted(seconds(took)));
    }

    @Override
    public synchronized void tradesReady(List<Part> others) {
        say("Trades are taken at %s after %s. On their way: %s."
                .formatted(
                        frontDoor, sinceBegin(), others.stream().map(Part::name).collect(Collectors.joining(", "))));
    }

    @Override
    public synchronized void allReady() {
        wasReady = true;
        say("All %d parts are ready after %s. Ctrl-C or ./suite stop ends them.".formatted(ready, sinceBegin()));
        say("");
        say("  A token:       TOKEN=$(./suite token)");
        say("  A first call:  curl -H \"Authorization: Bearer $TOKEN\" '%s%s'".formatted(frontDoor, FIRST_CALL));
        say("  The dashboard: ./suite open");
        say("  To sign in:    user %s, password in %s".formatted(IssuerSettings.OPERATOR, home.secrets()));
    }

    synchronized void stopping() {
        say("");
        say("Stopping.");
    }

    /** Whether every part was ready at some time. */
    synchronized boolean wasReady() {
        return wasReady;
    }

    synchronized void makingCache() {
        say("A start cache is made in the background, once, so the next start will be faster.");
    }

    synchronized void end() {
        say("Everything is stopped.");
    }

    private void line(Part part, String state, String rest) {
        say("  %-31s %-8s %s".formatted(part.name(), state, rest).stripTrailing());
    }

    private void say(String text) {
        out.println(text);
        out.flush();
        if (!text.isBlank()) {
            LOG.info("{}", text.strip());
        }
    }

    private String sinceBegin() {
        return seconds(Duration.ofNanos(System.nanoTime() - began));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
