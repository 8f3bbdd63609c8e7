package dev.tradesuite.launcher.run;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Something the suite starts and stops. A stopped part can be started again. */
public interface Part {

    /** Name on the console, in the state file and of the log, such as {@code kafka} or {@code brain-service}. */
    String name();

    /** Names of the parts that must be ready before this one starts. */
    Set<String> needs();

    /** Where it answers once it is ready: a URL, or host and port. */
    String address();

    /** Starts it and returns when it answers. */
    void start() throws Exception;

    /** Stops it and returns when it is gone. Does nothing when it does not run. */
    void stop() throws Exception;

    /** Its process, when that is not the launcher's own. */
    default Optional<ProcessHandle> process() {
        return Optional.empty();
    }

    /**
     * Tells when what was started last has ended although nobody stopped it, with the reason where one is known. Empty
     * for a part that ends with the launcher only.
     */
    default Optional<CompletableFuture<String>> ended() {
        return process().map(process -> process.onExit().thenApply(_ -> ""));
    }

    /** Whether there is no end to the attempts to start it again. */
    default boolean restartsForever() {
        return false;
    }

    /** Whether it is started again when it ends although nobody stopped it. */
    default boolean restarts() {
        return true;
    }

    /** Whether the first trade needs it. A part that is not needed for that starts when all that are needed answer. */
    default boolean neededToTrade() {
        return true;
    }

    /** Whether its start keeps the processors busy. A part that mostly waits does not count among parallel starts. */
    default boolean startsBusily() {
        return true;
    }
}
