package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.home.ProcessId;
import dev.tradesuite.launcher.home.RunState;
import dev.tradesuite.launcher.home.RunState.PartPhase;
import dev.tradesuite.launcher.home.RunState.PartState;
import dev.tradesuite.launcher.home.RunState.Phase;
import dev.tradesuite.launcher.service.Services;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what is running and whether it answers. */
@Command(
        name = "status",
        description = "Shows every part of the suite, where it is and whether it answers.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every part answers", "1:a part does not answer", "3:the suite is not running"})
final class StatusCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Override
    public Integer call() {
        RunState state = options.requireRunning();
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "The suite is %s: process %d, started %s, %s.%n",
                state.phase().name().toLowerCase(Locale.ROOT),
                state.launcher().pid(),
                state.startedAt(),
                state.forked() ? "each service in a process of its own" : "all services in one process");
        boolean allAnswer = true;
        for (PartState part : state.parts()) {
            boolean answers = part.phase() == PartPhase.READY && PartProbe.answers(part);
            allAnswer &= answers;
            out.printf("  %-31s %-12s %-44s %s%n", part.name(), word(part, answers), part.address(), process(part));
        }
        Services.ALL.stream()
                .filter(service -> state.part(service.name()).isEmpty())
                .forEach(service -> out.printf(
                        "  %-31s %-12s ./suite up --with %s starts it%n", service.name(), "off", service.key()));
        return (allAnswer && state.phase() == Phase.READY ? ExitCode.OK : ExitCode.FAILED).value();
    }

    private static String word(PartState part, boolean answers) {
        return part.phase() == PartPhase.READY && !answers
                ? "no answer"
                : part.phase().name().toLowerCase(Locale.ROOT);
    }

    private static String process(PartState part) {
        ProcessId process = part.process();
        return process == null ? "" : "process " + process.pid();
    }
}
