package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.doctor.Doctor;
import dev.tradesuite.launcher.doctor.MachineFinding;
import dev.tradesuite.launcher.doctor.MachineFinding.Level;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at the machine and says what to do. */
@Command(
        name = "doctor",
        description = "Checks whether this machine can run the suite, and says what to do where it cannot.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing keeps the suite from running", "1:at least one check failed"})
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<MachineFinding> findings =
                new Doctor(options.settings(), options.running().isPresent(), built()).examine();
        for (MachineFinding finding : findings) {
            out.printf(
                    "  %-5s %-12s %s%n",
                    finding.level().name().toLowerCase(Locale.ROOT), finding.subject(), finding.text());
        }
        boolean failed = findings.stream().anyMatch(finding -> finding.level() == Level.FAIL);
        return (failed ? ExitCode.FAILED : ExitCode.OK).value();
    }

    /** The age of the jar this class comes from. */
    private static Optional<Instant> built() {
        String jar = System.getProperty("java.class.path", "").split(":", -1)[0];
        try {
            return jar.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Files.getLastModifiedTime(Path.of(jar)).toInstant());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
