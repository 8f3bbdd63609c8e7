package dev.tradesuite.signals.activity.messaging;

import dev.tradesuite.contracts.signals.FeedNews;
import dev.tradesuite.signals.activity.JobNews;
import dev.tradesuite.signals.job.BookJob;
import dev.tradesuite.signals.job.web.JobMapper;
import dev.tradesuite.signals.stream.StreamAudience;
import dev.tradesuite.signals.stream.StreamHub;
import dev.tradesuite.signals.stream.StreamKind;
import dev.tradesuite.signals.stream.messaging.FeedTextMapper;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tells the clients of this instance how far jobs are. */
@Component
final class JobMomentPublisher implements JobNews {

    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private final StreamHub hub;
    private final FeedTextMapper texts;
    private final JsonMapper json;

    JobMomentPublisher(StreamHub hub, FeedTextMapper texts, JsonMapper json) {
        this.hub = hub;
        this.texts = texts;
        this.json = json;
    }

    @Override
    public boolean isListenedTo() {
        return hub.clients() > 0;
    }

    @Override
    public void progressed(BookJob job, Instant at) {
        FeedNews news = new FeedNews(
                StreamKind.JOB_PROGRESS.wireName(),
                at,
                "job.progress",
                null,
                json.convertValue(JobMapper.of(job), DATA));
        hub.heardMoment(seq -> texts.moment(
                seq, StreamKind.JOB_PROGRESS, Long.toString(job.id()), new StreamAudience.Readers(), news));
    }
}
