package dev.tradesuite.brain.feed.replay;

import java.util.Optional;

/** Where replays stand in time: the same for every instance and after every start. */
public interface ReplayPlaces {

    /** Where a feed stands. */
    Optional<ReplayPlace> find(String feed);

    /** Keeps where a feed stands. */
    void keep(String feed, ReplayPlace place);
}
