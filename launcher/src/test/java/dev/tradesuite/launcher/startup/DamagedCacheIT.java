package dev.tradesuite.launcher.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The real script, the real JVM and a real cache, of a program so small that it takes no time. The JVM falls over a
 * cache that is damaged in its middle, so the script must find out before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock("this process")
class DamagedCacheIT {

    private static final Path SCRIPT = Path.of("..", "suite").toAbsolutePath().normalize();
    private static final String NOTE = "suite: the start cache is damaged or of another JDK, so it is deleted";
    private static final String PROGRAM =
            """
            package dev.tradesuite.launcher;
            public class Launcher {
                public static void main(String[] words) {
                    System.out.println("cache " + System.getProperty("suite.cache"));
                    System.out.println("options "
                            + java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
                }
            }
            """;

    private Path project;
    private Path cache;
    private byte[] good;

    private record Outcome(int exit, String text) {}

    @BeforeAll
    void makeProjectAndCache(@TempDir Path folder) throws Exception {
        project = Files.createDirectories(folder.resolve("project"));
        Files.copy(SCRIPT, project.resolve("suite"));
        Files.setPosixFilePermissions(project.resolve("suite"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Path suite = Files.createDirectories(project.resolve("launcher/target/suite"));
        makeJar(folder, suite.resolve("launcher.jar"));
        Files.writeString(suite.resolve("built.txt"), "now");

        cache = wantedCache(run("up").text());
        String configuration = "-XX:AOTConfiguration=" + file(".config");
        make(List.of("-XX:AOTMode=record", configuration), List.of("dev.tradesuite.launcher.Launcher"));
        make(List.of("-XX:AOTMode=create", configuration, "-XX:AOTCache=" + file(".aot")), List.of());
        good = Files.readAllBytes(file(".aot"));
    }

    private static void makeJar(Path folder, Path jar) throws IOException {
        Path source = Files.writeString(folder.resolve("Launcher.java"), PROGRAM);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), source.toString()))
                .isZero();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry("dev/tradesuite/launcher/Launcher.class"));
            Files.copy(classes.resolve("dev/tradesuite/launcher/Launcher.class"), out);
        }
    }

    private static Path wantedCache(String text) {
        String line = text.lines()
                .filter(found -> found.startsWith("cache "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text));
        return Path.of(line.substring("cache ".length()));
    }

    private Path file(String ending) {
        return cache.resolveSibling(cache.getFileName() + ending);
    }

    /** What the background script does, with the options of the suite's JVM. */
    private void make(List<String> more, List<String> main) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        String options = run("status").text();
        String inputs = options.substring(options.indexOf("options [") + "options [".length(), options.indexOf(']'));
        for (String option : inputs.split(", ", -1)) {
            if (!option.startsWith("-D")) {
                command.add(option);
            }
        }
        command.addAll(more);
        command.addAll(List.of(
                "-cp",
                project.toRealPath()
                        .resolve("launcher/target/suite/launcher.jar")
                        .toString()));
        command.addAll(main);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
    }

    @BeforeEach
    void putTheGoodCacheThere() throws Exception {
        Files.write(file(".aot"), good);
        Files.writeString(file(".sum"), sum());
    }

    private String sum() throws Exception {
        Process process =
                new ProcessBuilder("cksum").redirectInput(file(".aot").toFile()).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private Outcome run(String word) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(project.resolve("suite").toString(), word);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("SUITE_BUILD", "never");
        builder.environment().remove("SUITE_JAVA_OPTS");
        Process process =
                builder.directory(project.toFile()).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), text);
    }

    private void assertDeletedAndGoneOnBy(String word) throws Exception {
        Outcome outcome = run(word);

        assertThat(outcome.exit()).as(outcome.text()).isZero();
        assertThat(outcome.text()).contains(NOTE, "options [").doesNotContain("AOTCache=", "fatal error", "[error]");
        assertThat(file(".aot")).doesNotExist();
        assertThat(file(".sum")).doesNotExist();
        assertThat(run("up").text())
                .as("another one is wanted")
                .doesNotContain(NOTE)
                .contains("cache " + cache);
    }

    @Test
    void usesAWholeCache() throws Exception {
        for (String word : List.of("up", "status")) {
            assertThat(run(word).text()).doesNotContain(NOTE).contains("-XX:AOTCache=" + file(".aot"));
        }
    }

    @Test
    void deletesOneThatEndsEarly() throws Exception {
        Files.write(file(".aot"), java.util.Arrays.copyOf(good, good.length / 2));

        assertDeletedAndGoneOnBy("up");
    }

    @Test
    void deletesAnEmptyOne() throws Exception {
        Files.write(file(".aot"), new byte[0]);

        assertDeletedAndGoneOnBy("status");
    }

    @Test
    void deletesOneWithNoiseInItsMiddle() throws Exception {
        byte[] noise = new byte[good.length / 3];
        new Random(42).nextBytes(noise);
        try (RandomAccessFile damaged = new RandomAccessFile(file(".aot").toFile(), "rw")) {
            damaged.seek(good.length / 3);
            damaged.write(noise);
        }

        assertDeletedAndGoneOnBy("status");
    }

    @Test
    void deletesOneOfAnotherJdk() throws Exception {
        // Whole, but another JVM wrote its name into it.
        String text = new String(good, StandardCharsets.ISO_8859_1);
        String version = System.getProperty("java.vm.version");
        int place = text.indexOf(version);
        assertThat(place).as("the JVM writes its version at the beginning").isBetween(0, 4096);
        Files.write(
                file(".aot"),
                (text.substring(0, place) + version.replace('2', '3') + text.substring(place + version.length()))
                        .getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(file(".sum"), sum());

        assertDeletedAndGoneOnBy("up");
    }

    @Test
    void deletesOneWithoutAChecksum() throws Exception {
        Files.move(file(".sum"), file(".other"), StandardCopyOption.REPLACE_EXISTING);

        assertDeletedAndGoneOnBy("up");
    }
}
