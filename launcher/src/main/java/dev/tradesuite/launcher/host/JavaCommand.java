package dev.tradesuite.launcher.host;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How to start another JVM like this one.
 *
 * @param java the program
 * @param classPath class path of this JVM; the same one, so that its ahead-of-time cache fits
 * @param options options of this JVM
 */
public record JavaCommand(Path java, String classPath, List<String> options) {

    private static final String HEAP = "-Xmx";

    /** Only one process can record for the cache; see the script. */
    private static final List<String> RECORDING =
            List.of("-XX:AOTMode", "-XX:AOTConfiguration", "-XX:-DisplayVMOutput", "-XX:+UnlockDiagnosticVMOptions");

    /** System property with the file a detached launcher records to. */
    private static final String DETACHED_RECORDING = "suite.record";

    public JavaCommand {
        options = List.copyOf(options);
    }

    /** The command of this JVM. */
    public static JavaCommand ofThisJvm() {
        return new JavaCommand(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    /** The words that run a class with that much heap. Debuggers, agents and system properties stay behind. */
    List<String> running(Class<?> main, String heap) {
        return words(options.stream().filter(JavaCommand::suitsAnotherProcess), List.of(HEAP + heap), main.getName());
    }

    /** The words that run the same class as this JVM in the background, recording for the cache if it was asked to. */
    public List<String> detached(Class<?> main) {
        String recording = System.getProperty(DETACHED_RECORDING);
        return words(
                options.stream(),
                recording == null
                        ? List.of()
                        : List.of(
                                "-XX:AOTMode=record",
                                "-XX:AOTConfiguration=" + recording,
                                "-XX:+UnlockDiagnosticVMOptions",
                                "-XX:-DisplayVMOutput"),
                main.getName());
    }

    /** The words that make a cache from what this JVM recorded. */
    public List<String> makingCache(Path recording, Path cache) {
        return words(
                options.stream().filter(JavaCommand::suitsAnotherProcess),
                List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recording, "-XX:AOTCache=" + cache));
    }

    private List<String> words(Stream<String> inherited, List<String> further, String... main) {
        List<String> words = new ArrayList<>();
        words.add(java.toString());
        inherited.forEach(words::add);
        words.addAll(further);
        words.addAll(List.of("-cp", classPath));
        words.addAll(List.of(main));
        return words;
    }

    static boolean suitsAnotherProcess(String option) {
        boolean recording = RECORDING.stream().anyMatch(option::startsWith);
        return (option.startsWith("-X") && !option.startsWith(HEAP) && !recording)
                || option.startsWith("--enable-native-access")
                || option.startsWith("--sun-misc-unsafe-memory-access");
    }
}
