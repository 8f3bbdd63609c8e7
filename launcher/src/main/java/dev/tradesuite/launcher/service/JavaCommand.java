package dev.tradesuite.launcher.service;

import dev.tradesuite.launcher.Launcher;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to start another JVM like this one.
 *
 * @param java the program
 * @param classPath class path of this JVM; the same one, so that its ahead-of-time cache fits
 * @param options options of this JVM that are good for a service too
 */
public record JavaCommand(Path java, String classPath, List<String> options) {

    private static final String HEAP = "-Xmx";
    private static final String CACHE_OUTPUT = "-XX:AOTCacheOutput";

    /** System property that names the cache a detached launcher makes; see the script. */
    private static final String DETACHED_CACHE = "suite.detached-cache";

    public JavaCommand {
        options = List.copyOf(options);
    }

    /** The command of this JVM. */
    public static JavaCommand ofThisJvm() {
        return new JavaCommand(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(JavaCommand::suitsService)
                        .toList());
    }

    /** The words that run this launcher once more, with other arguments. */
    public static List<String> again(List<String> arguments) {
        JavaCommand java = ofThisJvm();
        List<String> words = new ArrayList<>();
        words.add(java.java().toString());
        words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        String cache = System.getProperty(DETACHED_CACHE);
        if (cache != null) {
            words.add(CACHE_OUTPUT + "=" + cache);
        }
        words.add("-cp");
        words.add(java.classPath());
        words.add(Launcher.class.getName());
        words.addAll(arguments);
        return words;
    }

    /** The heap is set per service; a cache is made by one process only; debuggers and agents stay here. */
    static boolean suitsService(String option) {
        return (option.startsWith("-X") && !option.startsWith(HEAP) && !option.startsWith(CACHE_OUTPUT))
                || option.startsWith("--enable-native-access")
                || option.startsWith("--sun-misc-unsafe-memory-access");
    }

    /** The words that run a class with that much heap. */
    List<String> running(Class<?> main, String heap) {
        List<String> words = new ArrayList<>();
        words.add(java.toString());
        words.addAll(options);
        words.add(HEAP + heap);
        words.add("-cp");
        words.add(classPath);
        words.add(main.getName());
        return words;
    }
}
