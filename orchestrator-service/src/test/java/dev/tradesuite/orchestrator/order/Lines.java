package dev.tradesuite.orchestrator.order;

import java.util.ArrayList;
import java.util.List;

/** Where an instance comes by, one line after the other, and the line at which it dies. */
public final class Lines {

    private final int deadly;
    private final List<String> passed = new ArrayList<>();
    private boolean died;

    /** @param deadly number of the line at which the instance dies; negative: it lives */
    public Lines(int deadly) {
        this.deadly = deadly;
    }

    public static Lines ofTheLiving() {
        return new Lines(-1);
    }

    public void pass(String line) {
        if (!died && passed.size() == deadly) {
            died = true;
            throw new Death(line);
        }
        passed.add(line);
    }

    public List<String> passed() {
        return List.copyOf(passed);
    }

    /** The instance is gone; nobody in it can do anything about that. */
    public static final class Death extends Error {

        private static final long serialVersionUID = 1L;

        Death(String line) {
            super(line);
        }
    }
}
