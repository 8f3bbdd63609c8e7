package dev.tradesuite.learning.model;

/** What reading a model version gave. */
public sealed interface ModelRead {

    /** It can be asked. */
    record Served(TrainedModel model) implements ModelRead {}

    /**
     * It cannot: a file is missing, damaged or foreign. A rule stands in for it.
     *
     * @param version the version that was to be read
     * @param problem what was expected and what was found
     */
    record Unreadable(String version, String problem) implements ModelRead {

        /** Reason on the wire. */
        public static final String CODE = "MODEL_UNREADABLE";
    }
}
