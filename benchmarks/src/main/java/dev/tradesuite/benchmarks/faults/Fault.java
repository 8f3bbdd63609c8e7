package dev.tradesuite.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that fails while the suite works.
 *
 * @param name what {@code --only} says
 * @param disk data that must lie on a disk of their own; absent when none must
 * @param harm what is done, load running; when it returns the cause is gone, though not what it caused
 */
record Fault(String name, @Nullable Function<ScratchSuite, Path> disk, Harm harm) {

    Fault(String name, Harm harm) {
        this(name, null, harm);
    }

    /** Why it cannot be done here; null when it can. */
    @Nullable
    String skipped(ScratchSuite suite) {
        return disk == null || suite.isMounted(disk.apply(suite))
                ? null
                : "skipped: no disk of its own can be mounted here (it takes root)";
    }

    /** Does it. */
    interface Harm {
        void to(ScratchSuite suite, FrontDoor door) throws IOException, InterruptedException;
    }
}
