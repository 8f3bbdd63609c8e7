package dev.tradesuite.signals.stream.messaging;

import dev.tradesuite.signals.latest.LatestStore;
import dev.tradesuite.signals.position.PositionStore;
import dev.tradesuite.signals.series.SeriesStore;
import dev.tradesuite.signals.stream.BarFollower;
import dev.tradesuite.signals.stream.FeedHistory;
import dev.tradesuite.signals.stream.LastCloses;
import dev.tradesuite.signals.stream.StoredState;
import dev.tradesuite.signals.stream.StreamHub;
import dev.tradesuite.support.event.EventSignatures;
import tools.jackson.databind.json.JsonMapper;

/** Makes what reads the topic. */
public final class FeedReading {

    private final FeedTopic topic;
    private final JsonMapper json;
    private final EventSignatures signatures;
    private final FeedTextMapper texts;

    public FeedReading(FeedTopic topic, JsonMapper json, EventSignatures signatures, FeedTextMapper texts) {
        this.topic = topic;
        this.json = json;
        this.signatures = signatures;
        this.texts = texts;
    }

    /** What is older than memory. */
    public FeedHistory history() {
        return new TopicHistory(topic, () -> new FeedRecordMapper(json, signatures, texts, new LastCloses()));
    }

    /**
     * The one who reads what comes.
     *
     * @param closes told of every close
     * @param memory messages that are held
     */
    public FeedReader reader(StreamHub hub, BarFollower follower, StoredState stored, LastCloses closes, int memory) {
        return new FeedReader(
                topic, () -> new FeedRecordMapper(json, signatures, texts, closes), hub, follower, stored, memory);
    }

    /** How everything stands by the tables. */
    public StoredState stored(SeriesStore series, LatestStore latest, PositionStore positions, LastCloses closes) {
        return new StoredStateMapper(series, latest, positions, texts, closes);
    }
}
