package dev.tradesuite.brain.model.votes;

import dev.tradesuite.brain.indicator.AnalysisCache;
import dev.tradesuite.brain.indicator.CandleAnalyst;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The weighted votes for tests, by default as a service has them. */
public final class TestVotes {

    private TestVotes() {}

    /** Settings that differ from the defaults where it is said, such as {@code weights.adx=1}. */
    public static VotesSettings settings(String... changes) {
        Map<String, String> properties = new HashMap<>();
        for (String change : changes) {
            String[] parts = change.split("=", 2);
            properties.put("votes." + parts[0], parts[1]);
        }
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("votes", VotesSettings.class);
    }

    /** The model with such settings. */
    public static VotesModel model(String... changes) {
        VotesSettings settings = settings(changes);
        CandleAnalyst analyst = new CandleAnalyst(settings.fibonacci().rules(), settings.maxFlatShare());
        return new VotesModel(settings, new AnalysisCache(analyst, 8));
    }
}
