package dev.tradesuite.launcher.doctor;

import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.home.SuiteHome;
import dev.tradesuite.launcher.port.PortCheck;
import dev.tradesuite.launcher.postgres.PostgresAccount;
import dev.tradesuite.launcher.service.Services;
import dev.tradesuite.launcher.settings.SuiteSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs every check. */
public final class Doctor {

    private final SuiteSettings settings;
    private final boolean running;
    private final Optional<Instant> built;
    private final Machine machine;

    /**
     * @param settings settings the suite would run with
     * @param running whether a suite runs with them now, so that its ports are meant to be taken
     * @param built when this build was made, if that is known
     */
    public Doctor(SuiteSettings settings, boolean running, Optional<Instant> built) {
        this.settings = settings;
        this.running = running;
        this.built = built;
        this.machine = Machine.local();
    }

    /** What every check found, in the order they are shown. */
    public List<MachineFinding> examine() {
        MachineChecks checks = new MachineChecks(machine);
        List<MachineFinding> findings = new ArrayList<>(List.of(
                checks.java(),
                checks.maven(),
                checks.processors(),
                checks.memory(),
                checks.disk(settings.state()),
                checks.openFiles(),
                checks.clock(built),
                checks.tools(),
                folder(),
                database()));
        findings.addAll(ports());
        return findings;
    }

    private MachineFinding folder() {
        try {
            SuiteHome home = new SuiteHome(settings.state());
            home.prepare();
            return MachineFinding.ok("folder", "%s can be written".formatted(home.folder()));
        } catch (SuiteException e) {
            return MachineFinding.fail("folder", e.getMessage());
        }
    }

    private MachineFinding database() {
        try {
            return MachineFinding.ok("postgresql", PostgresAccount.describe(new SuiteHome(settings.state())));
        } catch (SuiteException e) {
            return MachineFinding.fail("postgresql", e.getMessage());
        }
    }

    private List<MachineFinding> ports() {
        if (running) {
            return List.of(MachineFinding.ok("ports", "in use by the running suite"));
        }
        List<MachineFinding> taken = PortCheck.taken(settings, Services.onDemand()).stream()
                .map(port -> MachineFinding.fail("ports", port.sentence()))
                .toList();
        return taken.isEmpty()
                ? List.of(MachineFinding.ok(
                        "ports",
                        "%s are free"
                                .formatted(String.join(
                                        ", ",
                                        settings.ports().byName().entrySet().stream()
                                                .filter(entry ->
                                                        !Services.onDemand().contains(entry.getKey()))
                                                .map(Map.Entry::getValue)
                                                .sorted()
                                                .map(String::valueOf)
                                                .toList()))))
                : taken;
    }
}
