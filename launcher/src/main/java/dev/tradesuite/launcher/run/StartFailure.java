package dev.tradesuite.launcher.run;

import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.home.SuiteHome;
import dev.tradesuite.support.boot.ConfigMistake;
import java.net.BindException;

/** Puts into one sentence why a part did not start; the log has the rest. */
public final class StartFailure {

    private static final int LONGEST_REASON = 300;

    private final SuiteHome home;

    public StartFailure(SuiteHome home) {
        this.home = home;
    }

    SuiteException of(Part part, Exception failure) {
        if (failure instanceof SuiteException known) {
            return known;
        }
        Throwable root = rootOf(failure);
        if (root instanceof BindException) {
            return new SuiteException(
                    "%s did not start: its address %s was taken by another program in the meantime; try again"
                            .formatted(part.name(), part.address()),
                    failure);
        }
        if (root instanceof ConfigMistake mistake) {
            return new SuiteException(
                    "%s did not start. %s. %s".formatted(part.name(), mistake.getMessage(), mistake.remedy()), failure);
        }
        return new SuiteException(
                "%s did not start: %s; details are in %s".formatted(part.name(), reason(root), home.log(part.name())),
                failure);
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    private static String reason(Throwable root) {
        String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        String reason =
                root.getMessage() == null || message.isBlank() ? root.getClass().getSimpleName() : message.strip();
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "...";
    }
}
