package dev.tradesuite.launcher.command;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.signals.JobState;
import dev.tradesuite.contracts.signals.ModelJob;
import dev.tradesuite.contracts.signals.ModelJob.JobPart;
import dev.tradesuite.contracts.signals.ModelJob.JobProgress;
import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.client.ModelJobClient;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Shows how far a job is until it is over. Leaving it does not end the job. */
final class JobWatch {

    private static final Duration PACE = Duration.ofMillis(500);
    private static final int WIDTH = 30;

    private final ModelJobClient jobs;
    private final PrintWriter out;
    private final boolean isTerminal;
    private String shown = "";

    /** Watches from where the program was started. */
    static JobWatch on(ModelJobClient jobs, PrintWriter out) {
        boolean isTerminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new JobWatch(jobs, out, isTerminal);
    }

    /** @param isTerminal whether a line can be written over; else one is written when it differs by a tenth */
    JobWatch(ModelJobClient jobs, PrintWriter out, boolean isTerminal) {
        this.jobs = jobs;
        this.out = out;
        this.isTerminal = isTerminal;
    }

    /** Watches a job to its end; returns the exit code. */
    int watch(long id) {
        Thread leaving = Thread.ofPlatform().unstarted(() -> {
            out.printf(
                    Locale.ROOT,
                    "%nJob %d goes on. ./suite jobs %d shows it, ./suite jobs %d --cancel ends it.%n",
                    id,
                    id,
                    id);
            out.flush();
        });
        Runtime.getRuntime().addShutdownHook(leaving);
        ModelJob job = jobs.job(id);
        show(job);
        while (!job.state().isOver()) {
            pause();
            job = jobs.job(id);
            show(job);
        }
        Runtime.getRuntime().removeShutdownHook(leaving);
        end(job);
        return job.state() == JobState.DONE ? ExitCode.OK.value() : ExitCode.FAILED.value();
    }

    private void show(ModelJob job) {
        if (isTerminal) {
            out.print("\r" + line(job) + "  ");
        } else if (!mark(job).equals(shown)) {
            shown = mark(job);
            out.println(line(job));
        }
        out.flush();
    }

    /** What a new line is written for. */
    private static String mark(ModelJob job) {
        return job.state() + " " + (int) (share(job.progress()) * 10);
    }

    private static double share(JobProgress progress) {
        Long total = progress.barsTotal();
        return total == null || total == 0 ? 0 : Math.min(1, (double) progress.barsDone() / total);
    }

    /** How far a job is, in one line. */
    static String line(ModelJob job) {
        JobProgress progress = job.progress();
        int full = (int) Math.round(share(progress) * WIDTH);
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT, "[%s%s] %3.0f %%  ", "#".repeat(full), ".".repeat(WIDTH - full), share(progress) * 100));
        line.append(String.format(
                Locale.ROOT,
                "%,d of %s bars, %,d rows",
                progress.barsDone(),
                progress.barsTotal() == null ? "?" : String.format(Locale.ROOT, "%,d", progress.barsTotal()),
                progress.rowsWritten()));
        if (progress.rowsPerSecond() != null) {
            line.append(String.format(Locale.ROOT, ", %,d rows a second", progress.rowsPerSecond()));
        }
        if (progress.secondsLeft() != null) {
            line.append(", %s left".formatted(time(progress.secondsLeft())));
        }
        if (job.state() != JobState.RUNNING) {
            line.append(", ").append(job.state().name().toLowerCase(Locale.ROOT));
        }
        job.parts().stream()
                .filter(part -> part.error() != null && !part.state().isOver())
                .findFirst()
                .ifPresent(part -> line.append(": ").append(message(part)));
        return line.toString();
    }

    private static String time(long seconds) {
        return seconds < 60 ? seconds + " s" : String.format(Locale.ROOT, "%d min %d s", seconds / 60, seconds % 60);
    }

    private void end(ModelJob job) {
        if (isTerminal) {
            out.println();
        }
        for (JobPart part : job.parts()) {
            out.printf(
                    Locale.ROOT,
                    "  %-12s %-9s %,10d bars %,12d rows%s%n",
                    part.symbol(),
                    part.state().name().toLowerCase(Locale.ROOT),
                    part.progress().barsDone(),
                    part.progress().rowsWritten(),
                    part.error() == null ? "" : "  " + message(part));
        }
        if (job.run() != 0) {
            out.printf(
                    Locale.ROOT,
                    "Read it as run=%d, such as GET /api/models/performance/comparison?period=all&run=%d%n",
                    job.run(),
                    job.run());
        }
        out.flush();
    }

    private static String message(JobPart part) {
        Reason error = part.error();
        return error == null ? "" : error.message();
    }

    private static void pause() {
        try {
            Thread.sleep(PACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
