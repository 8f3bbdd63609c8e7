package dev.tradesuite.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes its arguments into {@code called.txt} in the folder of the project and ends with 7. */
public final class CalledProgram {

    private CalledProgram() {}

    /** Writes, then ends. */
    public static void main(String[] arguments) throws IOException {
        List<String> lines = new ArrayList<>(List.of(arguments));
        lines.add("models=" + System.getenv("SUITE_MODELS"));
        lines.add("threads=" + System.getenv("OMP_NUM_THREADS"));
        Path jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
        Path root = jar.resolve("../../../..").normalize();
        Files.write(root.resolve("called.txt"), lines);
        System.exit(7);
    }
}
