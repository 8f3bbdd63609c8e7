package dev.tradesuite.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the real script in a project folder made for the test, with Java and Maven that only say how they were called.
 */
class SuiteScriptTest {

    private static final Path SCRIPT = Path.of("..", "suite").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private Path project;
    private Path jdk;
    private Path tools;

    private record Outcome(int exit, String out, String err) {}

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(folder.resolve("my project"));
        Files.copy(SCRIPT, project.resolve("suite"));
        Files.setPosixFilePermissions(project.resolve("suite"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Files.createDirectories(project.resolve("brain-service/src/main/java"));
        Files.createDirectories(project.resolve("db"));
        jdk = fakeJdk("jdk-25", "25.0.1");
        tools = Files.createDirectories(folder.resolve("tools"));
    }

    private Path fakeJdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        program(home.resolve("bin/java"), "for word in \"$@\"; do echo \"[$word]\"; done");
        return home;
    }

    private static void program(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Pretends that everything was built at that time. */
    private void built(Instant time) throws IOException {
        Path suite = Files.createDirectories(project.resolve("launcher/target/suite"));
        Files.writeString(suite.resolve("launcher.jar"), "");
        Files.writeString(suite.resolve("built.txt"), time.toString());
        Files.setLastModifiedTime(suite.resolve("built.txt"), FileTime.from(time));
    }

    private Outcome run(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(project.resolve("suite").toString());
        builder.command().addAll(java.util.List.of(words));
        builder.environment().clear();
        builder.environment().put("PATH", tools + ":/usr/bin:/bin");
        builder.environment().put("HOME", folder.resolve("home").toString());
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out, err);
    }

    @Test
    void runsTheLauncherWithTheJdkAndPassesTheWordsOn() throws IOException, InterruptedException {
        built(Instant.now().plusSeconds(60));

        Outcome outcome = run(Map.of("SUITE_JAVA_OPTS", "-Xmx2g -Da=b"), "import", "my file.csv");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out().lines())
                .contains(
                        "[-XX:+UseSerialGC]",
                        "[-Xmx2g]",
                        "[-Da=b]",
                        "[-Dsuite.root=%s]".formatted(project.toRealPath()))
                .endsWith("[dev.tradesuite.launcher.Launcher]", "[import]", "[my file.csv]");
    }

    @Test
    void findsTheStrategyControllersBesideTheLauncher() throws IOException, InterruptedException {
        built(Instant.now().plusSeconds(60));
        Path suite = project.toRealPath().resolve("launcher/target/suite");
        for (String name : java.util.List.of("strategy-b-service", "strategy-a-service")) {
            Path target = Files.createDirectories(
                    suite.resolve("strategies").resolve(name).resolve("target"));
            Files.writeString(target.resolve(name + "-1.jar"), "");
        }

        assertThat(run(Map.of(), "up").out().lines())
                .contains("[%s/launcher.jar:%s:%s]"
                        .formatted(
                                suite,
                                suite.resolve("strategies/strategy-a-service/target/strategy-a-service-1.jar"),
                                suite.resolve("strategies/strategy-b-service/target/strategy-b-service-1.jar")));
    }

    @Test
    void saysWhereItLookedWhenThereIsNoJdk() throws IOException, InterruptedException {
        built(Instant.now().plusSeconds(60));
        Path old = fakeJdk("jdk-17", "17.0.15");

        // The machine the test runs on has a JDK in one of the usual folders, so only the message's parts are shown.
        Outcome outcome = run(
                Map.of(
                        "JAVA_HOME",
                        old.toString(),
                        "SUITE_JDK_FOLDERS",
                        folder.resolve("none").toString()),
                "up");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .hasLineCount(1)
                .startsWith("suite: no JDK 25 or newer was found in JAVA_HOME (%s is version 17)".formatted(old))
                .contains("on the PATH", "/usr/lib/jvm", "~/.sdkman", "or set JAVA_HOME to it.");
    }

    @Test
    void findsAJdkInTheUsualFoldersWhenJavaHomeIsOld() throws IOException, InterruptedException {
        built(Instant.now().plusSeconds(60));
        Path old = fakeJdk("jdk-17", "17.0.15");

        Outcome outcome = run(Map.of("JAVA_HOME", old.toString(), "SUITE_JDK_FOLDERS", jdk.toString()), "status");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("[status]");
    }

    @Test
    void worksWithoutAHome() throws IOException, InterruptedException {
        built(Instant.now().plusSeconds(60));

        Process process = new ProcessBuilder(
                        "env",
                        "-i",
                        "PATH=/usr/bin:/bin",
                        "SUITE_BUILD=never",
                        "JAVA_HOME=" + jdk,
                        project.resolve("suite").toString(),
                        "status")
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(err).isEmpty();
        assertThat(process.waitFor()).isZero();
        assertThat(out).contains("[status]");
    }

    @Test
    void givesJavaALocaleThatCanReadTheFolder() throws IOException, InterruptedException {
        built(Instant.now().plusSeconds(60));
        program(jdk.resolve("bin/java"), "echo \"locale ${LC_ALL:-none}\"");

        assertThat(run(Map.of("LC_ALL", "C"), "status").out()).isEqualTo("locale C\n");

        // The shell makes the name from its bytes, whatever the locale of the test is.
        ProcessBuilder other = new ProcessBuilder(
                "/bin/sh",
                "-c",
                "new=$2/$(printf 'bugs \\303\\274n'); cp -r \"$1\" \"$new\"; exec \"$new/suite\" status",
                "sh",
                project.toString(),
                folder.toString());
        other.environment().put("LC_ALL", "C");
        other.environment().put("JAVA_HOME", jdk.toString());
        Process process = other.redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(out.equals("locale C.UTF-8\n") || out.contains("set LC_ALL to one of UTF-8"))
                .as(out)
                .isTrue();
    }

    @Test
    void buildsTheProgramThatTrainsModelsWhenItIsAskedFor() throws IOException, InterruptedException {
        built(Instant.now().plusSeconds(60));
        program(
                tools.resolve("mvn"),
                "echo \"maven $*\"; mkdir -p model-training/target/training; touch %s"
                        .formatted("model-training/target/training/model-training.jar"));

        Outcome first = run(Map.of(), "models", "list");
        Outcome second = run(Map.of(), "models", "list");

        assertThat(first.err()).isEqualTo("suite: building the program that trains models\n");
        assertThat(first.out()).contains("-pl model-training -am package").endsWith("[models]\n[list]\n");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).doesNotContain("maven").endsWith("[models]\n[list]\n");
        assertThat(run(Map.of(), "status").out()).doesNotContain("maven");
    }

    @Test
    void saysThatMavenIsMissingWhenNothingIsBuilt() throws IOException, InterruptedException {
        Outcome outcome = run(Map.of("PATH", onlyTheShellsTools()), "up");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("suite: building for the first time", "suite: Maven (mvn) is not on the PATH");
    }

    @Test
    void buildsWhatIsOlderThanItsSources() throws IOException, InterruptedException {
        built(Instant.now().minusSeconds(60));
        Files.writeString(
                project.resolve("pom.xml"),
                """
                <project>
                    <module>strategy-momentum-service</module>
                    <module>strategy-mean-reversion-service</module>
                </project>
                """);
        program(tools.resolve("mvn"), "echo \"maven $* on $JAVA_HOME\"; touch launcher/target/suite/built.txt");

        Outcome first = run(Map.of(), "up");
        Outcome second = run(Map.of(), "up");

        assertThat(first.err()).contains("suite: building, because ", " is newer than the last build");
        assertThat(first.out())
                .contains("maven -q -B -DskipTests", "package on " + jdk, "[up]")
                .contains("-pl launcher,strategy-momentum-service,strategy-mean-reversion-service -am");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).doesNotContain("maven").contains("[up]");
    }

    @Test
    void stopsWhenTheBuildFails() throws IOException, InterruptedException {
        built(Instant.now().minusSeconds(60));
        program(tools.resolve("mvn"), "echo '[ERROR] does not compile'; exit 1");

        Outcome outcome = run(Map.of(), "up");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).isEqualTo("[ERROR] does not compile\n");
        assertThat(outcome.err()).endsWith("suite: the build failed; the messages above say why.\n");
    }

    @Test
    void doesNotBuildWhenToldNotToOrWhenOnlyAsking() throws IOException, InterruptedException {
        built(Instant.now().minusSeconds(60));
        program(tools.resolve("mvn"), "echo maven");

        assertThat(run(Map.of("SUITE_BUILD", "never"), "up").out()).doesNotContain("maven");
        assertThat(run(Map.of(), "status").out()).doesNotContain("maven");
    }

    @Test
    void doesNotReplaceTheJarsOfARunningSuite() throws IOException, InterruptedException {
        built(Instant.now().minusSeconds(60));
        program(tools.resolve("mvn"), "echo maven");
        Path suite = project.resolve("launcher/target/suite");
        Path alive = Files.createFile(
                suite.resolve("in-use." + ProcessHandle.current().pid()));
        Path dead = Files.createFile(suite.resolve("in-use.999999999"));

        assertThat(run(Map.of(), "up").out()).doesNotContain("maven");

        Files.delete(alive);
        assertThat(run(Map.of(), "up").out()).contains("maven");
        assertThat(dead).doesNotExist();
    }

    @Test
    void asksForAStartCacheUntilThereIsOneAndUsesItThen() throws IOException, InterruptedException {
        built(Instant.now().plusSeconds(60));

        Path cache = wantedCache(run(Map.of(), "up"));
        assertThat(cache).startsWithRaw(project.toRealPath().resolve(".suite/aot"));
        assertThat(wantedCache(run(Map.of(), "up", "--detach"))).isEqualTo(cache);
        assertThat(run(Map.of(), "status").out()).doesNotContain("AOT", "suite.cache");

        Files.createFile(cache.resolveSibling(cache.getFileName() + ".aot"));
        Files.writeString(cache.resolveSibling(cache.getFileName() + ".sum"), "4294967295 0\n");
        for (String[] words : new String[][] {{"up"}, {"up", "--fork"}, {"status"}}) {
            assertThat(run(Map.of(), words).out())
                    .contains("[-XX:AOTCache=%s.aot]".formatted(cache))
                    .doesNotContain("suite.cache");
        }
    }

    @Test
    void startsWithoutACacheAndAsksForNoneWhereNoneIsWanted() throws IOException, InterruptedException {
        built(Instant.now().plusSeconds(60));

        assertThat(run(Map.of("SUITE_CACHE", "never"), "up").out()).doesNotContain("AOT", "suite.cache");
    }

    @Test
    void anUpgradeBuildsLikeAStartAndWaitsForTheSuiteToBeStopped() throws IOException, InterruptedException {
        built(Instant.now().minusSeconds(60));
        program(tools.resolve("mvn"), "echo maven; touch launcher/target/suite/built.txt");
        Path alive = Files.createFile(project.resolve("launcher/target/suite")
                .resolve("in-use." + ProcessHandle.current().pid()));

        Outcome refused = run(Map.of(), "upgrade");
        Files.delete(alive);
        Outcome upgrade = run(Map.of(), "upgrade");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .isEqualTo("suite: a suite runs from this folder; stop it first, with ./suite stop.\n");
        assertThat(refused.out()).isEmpty();
        assertThat(upgrade.out()).contains("maven", "[-Dsuite.cache=", "[upgrade]");
    }

    private static Path wantedCache(Outcome outcome) {
        String option = outcome.out()
                .lines()
                .filter(line -> line.startsWith("[-Dsuite.cache="))
                .findFirst()
                .orElseThrow();
        return Path.of(option.substring("[-Dsuite.cache=".length(), option.length() - 1));
    }

    @Test
    void aStartEndsTheMakingOfACacheAndAQuestionDoesNot() throws IOException, InterruptedException {
        built(Instant.now().plusSeconds(60));
        Path caches = Files.createDirectories(project.resolve(".suite/aot"));
        Path mark = Files.createFile(caches.resolve("1-2.training"));

        run(Map.of(), "status");
        assertThat(mark).exists();

        run(Map.of(), "up");
        assertThat(mark).doesNotExist();
    }

    @Test
    void wantsAnotherCacheForAnotherBuildOrAnotherJdk() throws IOException, InterruptedException {
        built(Instant.now().plusSeconds(60));
        String first = run(Map.of(), "up").out();

        built(Instant.now().plusSeconds(120));
        String otherBuild = run(Map.of(), "up").out();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.2\"\n");
        String otherJdk = run(Map.of(), "up").out();

        assertThat(first).isNotEqualTo(otherBuild);
        assertThat(otherBuild).isNotEqualTo(otherJdk);
    }

    /** A search path with the few tools the script uses and without Maven. */
    private String onlyTheShellsTools() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String tool : java.util.List.of(
                "sh",
                "dirname",
                "readlink",
                "sed",
                "cat",
                "cksum",
                "tr",
                "find",
                "head",
                "mkdir",
                "rm",
                "uname",
                "wc")) {
            for (String place : java.util.List.of("/usr/bin", "/bin")) {
                Path original = Path.of(place, tool);
                if (Files.exists(original) && Files.notExists(bin.resolve(tool))) {
                    program(bin.resolve(tool), "exec %s \"$@\"".formatted(original));
                }
            }
        }
        return bin.toString();
    }
}
