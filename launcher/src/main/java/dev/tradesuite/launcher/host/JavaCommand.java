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
        Stream<String> suitable =
                options.stream().filter(option -> !option.startsWith(HEAP)).filter(JavaCommand::suitsAnotherProcess);
        return words(suitable, List.of(HEAP + heap), main.getName());
    }

    /** The words that run the same class as this JVM in the background. */
    public List<String> detached(Class<?> main) {
        return words(options.stream(), List.of(), main.getName());
    }

    /**
     * The program and the options that another JVM like this one needs for a cache; class path and main class follow.
     */
    public List<String> forCache() {
        List<String> words = new ArrayList<>(List.of(java.toString()));
        options.stream().filter(JavaCommand::suitsAnotherProcess).forEach(words::add);
        return words;
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
        return option.startsWith("-X")
                || option.startsWith("--enable-native-access")
                || option.startsWith("--sun-misc-unsafe-memory-access");
    }
}
