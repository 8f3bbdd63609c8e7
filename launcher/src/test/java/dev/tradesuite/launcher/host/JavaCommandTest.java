package dev.tradesuite.launcher.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaCommandTest {

    private final JavaCommand java = new JavaCommand(
            Path.of("/jdk/bin/java"),
            "launcher.jar",
            List.of("-XX:+UseSerialGC", "-Xmx640m", "-XX:AOTCache=a.aot", "-Dsuite.root=/x", "-agentlib:jdwp=x"));

    @Test
    void startsAServiceWithItsOwnHeapAndTheCacheOfThisJvm() {
        assertThat(java.running(JavaCommandTest.class, "256m"))
                .containsExactly(
                        "/jdk/bin/java",
                        "-XX:+UseSerialGC",
                        "-XX:AOTCache=a.aot",
                        "-Xmx256m",
                        "-cp",
                        "launcher.jar",
                        JavaCommandTest.class.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Dx=y", "-agentlib:jdwp=x"})
    void keepsToItselfWhatOnlyOneProcessMayDo(String option) {
        assertThat(JavaCommand.suitsAnotherProcess(option)).isFalse();
    }

    @Test
    void makesTheCacheWithTheOptionsItIsUsedWith() {
        assertThat(java.forCache())
                .containsExactly("/jdk/bin/java", "-XX:+UseSerialGC", "-Xmx640m", "-XX:AOTCache=a.aot");
    }

    @Test
    void runsALauncherInTheBackgroundWithAllOptions() {
        assertThat(java.detached(JavaCommandTest.class))
                .contains("-Xmx640m", "-Dsuite.root=/x")
                .endsWith("-cp", "launcher.jar", JavaCommandTest.class.getName());
    }
}
