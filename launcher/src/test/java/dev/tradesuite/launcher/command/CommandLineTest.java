package dev.tradesuite.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.launcher.home.RunLock;
import dev.tradesuite.launcher.home.SuiteHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CommandLineTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        CommandLine command =
                SuiteCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return command.execute(words);
    }

    private int runOnFolder(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--set=state=" + folder.resolve("state"));
        return run(all.toArray(String[]::new));
    }

    @Test
    void saysWhatItCanDo() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("up", "stop", "status", "token", "import", "doctor", "Exit codes:");
    }

    @Test
    void listsEverySettingWithItsDefault() {
        assertThat(run("up", "--help")).isZero();
        assertThat(out.toString()).contains("ports.issuer=9000", "token.lifetime=1h", "fork.restart=true");
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        assertThat(run("statsu")).isEqualTo(2);
        assertThat(err.toString())
                .contains("suite: Unmatched argument", "suite status")
                .doesNotContain("Exception");
    }

    @Test
    void namesAWrongSetting() {
        assertThat(run("status", "--set", "ports.issuer=many")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("suite: ports.issuer must be a whole number from 1 to 65535, but is 'many'\n");
    }

    @Test
    void saysThatNothingIsRunning() {
        for (String command : List.of("status", "token")) {
            assertThat(runOnFolder(command)).isEqualTo(3);
        }
        assertThat(err.toString()).contains("no suite is running on").contains("start it with ./suite up");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void hasNothingToBackUpBeforeTheFirstStartAndRestoresOnlyWhatIsThere() {
        assertThat(runOnFolder("backup", folder.resolve("a.zip").toString())).isEqualTo(1);
        assertThat(runOnFolder("restore", folder.resolve("b.zip").toString())).isEqualTo(1);
        assertThat(runOnFolder("restore")).isEqualTo(2);

        assertThat(err.toString())
                .contains(
                        "suite: there is nothing to back up: no suite was ever started on ",
                        "suite: there is no file " + folder.resolve("b.zip"),
                        "Missing required parameter: 'FILE'")
                .doesNotContain("Exception");
        assertThat(folder.resolve("a.zip")).doesNotExist();
    }

    @Test
    void tellsOfDeadLettersOnlyWhileTheSuiteRuns() {
        assertThat(runOnFolder("dead-letters", "list")).isEqualTo(3);
        assertThat(run("dead-letters")).isEqualTo(2);
        assertThat(runOnFolder("dead-letters", "replay", "--topic", "orders.events"))
                .isEqualTo(3);
        assertThat(err.toString()).contains("no suite is running on", "say what to do: list, show, replay or drop");
    }

    @Test
    void leavesAFolderAloneThatAnotherCommandWorksOn() throws IOException {
        SuiteHome home = new SuiteHome(folder.resolve("state"));
        home.prepare();
        try (RunLock _ = RunLock.tryTake(home.lock()).orElseThrow()) {
            for (String[] words : new String[][] {{"up"}, {"stop"}, {"restore", "x.zip"}}) {
                assertThat(runOnFolder(words)).isEqualTo(1);
            }
        }
        assertThat(err.toString().lines())
                .hasSize(3)
                .allMatch(line -> line.equals("suite: another command is at work on %s; try again when it has ended"
                        .formatted(home.folder())));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "up --detach;                                    up",
                "up --detach --fork --set state=a --set=suite.x=1; up --fork --set state=a --set=suite.x=1",
                "up --config x.yml --with hybrid --detach;       up --config x.yml --with hybrid",
                "up --detach=true --set ports.issuer=9001;       up --set ports.issuer=9001"
            },
            delimiter = ';')
    void startsInTheBackgroundWithTheSameWords(String words, String background) {
        CommandLine command = SuiteCommand.commandLine();
        command.parseArgs(words.split(" "));
        UpCommand up = command.getParseResult()
                .subcommand()
                .commandSpec()
                .commandLine()
                .getCommand();

        assertThat(String.join(" ", up.wordsOfDetached())).isEqualTo(background);
    }

    @Test
    void namesTheStrategiesThereAreWhenAnotherIsAskedFor() {
        assertThat(runOnFolder("up", "--with", "astrology")).isEqualTo(2);
        assertThat(err.toString()).startsWith("suite: there is no service 'astrology' to start; --with takes ");
    }

    @Test
    void stoppingNothingIsFine() {
        assertThat(runOnFolder("stop")).isZero();
        assertThat(out.toString()).startsWith("No suite is running on ");
    }

    @Test
    void namesABusyPortItsSettingAndItsOwner() throws IOException {
        try (ServerSocket busy = new ServerSocket(0)) {
            assertThat(runOnFolder("up", "--set", "ports.issuer=" + busy.getLocalPort()))
                    .isEqualTo(1);
            assertThat(err.toString())
                    .contains(
                            "suite: port %d is in use by java (process %d)"
                                    .formatted(
                                            busy.getLocalPort(),
                                            ProcessHandle.current().pid()),
                            "--set ports.issuer=PORT");
        }
    }

    @Test
    void namesAFolderThatCannotBeUsed() throws IOException {
        Files.writeString(folder.resolve("state"), "a file");

        assertThat(runOnFolder("up")).isEqualTo(1);
        assertThat(err.toString()).contains("cannot be written (a file is in its place)");
    }

    @Test
    void doctorLooksAtEverything() {
        int exit = runOnFolder("doctor");

        assertThat(exit).isIn(0, 1);
        assertThat(out.toString()).contains("java", "memory", "disk", "clock", "folder", "ports", "postgresql");
    }

    @Test
    void keepsTheStackTraceOfAnUnexpectedFailureOffTheConsole() throws IOException {
        CommandLine command = SuiteCommand.commandLine().setErr(new PrintWriter(err));

        int exit = new CommandFailures()
                .handleExecutionException(new IllegalStateException("boom"), command, command.parseArgs());

        assertThat(exit).isEqualTo(1);
        String message = err.toString();
        assertThat(message)
                .startsWith("suite: unexpected failure: java.lang.IllegalStateException: boom; please report it with ")
                .hasLineCount(1);
        Path details = Path.of(message.substring(message.lastIndexOf(' ')).strip());
        assertThat(details).content().contains("at " + CommandLineTest.class.getName());
        Files.delete(details);
    }
}
