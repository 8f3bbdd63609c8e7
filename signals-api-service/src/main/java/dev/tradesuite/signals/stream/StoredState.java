package dev.tradesuite.signals.stream;

import java.util.List;

/** How everything stands by the tables, for what is older than the topic. */
@FunctionalInterface
public interface StoredState {

    /** The newest about each subject. */
    List<StreamMessage> read();
}
