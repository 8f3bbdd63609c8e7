package dev.tradesuite.launcher.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real background script with a program in place of the JVM. */
class StartCacheTest {

    /** Does what the JVM does with those options: records, then makes a cache of what it recorded. */
    private static final String JVM =
            """
            #!/bin/sh
            for word in "$@"; do
                case $word in
                    -XX:AOTMode=*) mode=${word#*=} ;;
                    -XX:AOTConfiguration=*) config=${word#*=} ;;
                    -XX:AOTCache=*) cache=${word#*=} ;;
                esac
            done
            case $mode in
                record) mkdir "$word" && echo "recorded of $word" > "$config" && TRAINING ;;
                create) cp "$config" "$cache" ;;
            esac
            """;

    @TempDir
    Path folder;

    private Path key;

    @BeforeEach
    void mark() throws IOException {
        key = folder.resolve("my caches").resolve("42-17");
        Files.createDirectories(key.getParent());
        Files.createFile(new StartCache(key).file(".training"));
    }

    private Process start(String training) throws IOException {
        Path java = Files.writeString(folder.resolve("java"), JVM.replace("TRAINING", training));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new ProcessBuilder(
                        "sh", "-c", StartCache.SCRIPT, "suite-cache", key.toString(), "a.jar", "Main", java.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static void launcherEnds(Process script) throws IOException {
        script.getOutputStream().close();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(key.getParent())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void makesTheCacheOnceTheLauncherHasEndedAndLeavesNothingElse() throws Exception {
        Process script = start("true");
        assertThat(script.waitFor(200, TimeUnit.MILLISECONDS))
                .as("waits for the launcher")
                .isFalse();

        launcherEnds(script);

        assertThat(script.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(files()).containsExactlyInAnyOrder("42-17.aot", "42-17.sum");
        assertThat(key.resolveSibling("42-17.aot")).hasContent("recorded of " + key + ".scratch");
    }

    @Test
    void keepsNothingOfATrainingRunThatFails() throws Exception {
        Process script = start("false");

        launcherEnds(script);

        assertThat(script.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(files()).isEmpty();
    }

    @Test
    void endsTheTrainingRunWhenTheMarkIsGone() throws Exception {
        Process script = start("exec sleep 300");
        launcherEnds(script);
        await().until(() -> script.descendants().anyMatch(StartCacheTest::sleeps));
        ProcessHandle training =
                script.descendants().filter(StartCacheTest::sleeps).findFirst().orElseThrow();

        Files.delete(new StartCache(key).file(".training"));

        assertThat(script.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(training.isAlive()).isFalse();
        assertThat(files()).isEmpty();
    }

    /** The training run, not the pause of the script between two looks at the mark. */
    private static boolean sleeps(ProcessHandle process) {
        return process.info()
                .arguments()
                .filter(words -> List.of(words).contains("300"))
                .isPresent();
    }

    @Test
    void twoSuitesDoNotMakeTheSameCache() throws IOException {
        assertThat(new StartCache(key).makeAfterExit()).isFalse();
    }

    @Test
    void noCacheIsWantedUnlessTheScriptSaysSo() {
        assertThat(StartCache.wanted()).isEmpty();
    }
}
