package dev.tradesuite.brain.advisor;

import dev.tradesuite.brain.indicator.Indicator;
import java.util.Locale;

/** The words an advisor is asked with, the same for every vendor. */
public final class AdvisorPrompt {

    /** Who the advisor is and what it may say. */
    public static final String ROLE =
            """
            You review a rule-based trading signal before it is acted on. You see indicator readings of one market on \
            its last closed candle and nothing else. Say how strongly you object to buying and how strongly you object \
            to selling right now, each from 0 (no objection) to 1 (veto), and why in at most two sentences. You cannot \
            recommend a trade. Object only for reasons visible in the readings: contradictions, exhaustion, missing \
            range. When the readings give no reason to object, answer 0.""";

    private AdvisorPrompt() {}

    /** The market, as lines of name and value. */
    public static String about(Briefing briefing) {
        StringBuilder text = new StringBuilder()
                .append("symbol: ")
                .append(briefing.symbol())
                .append('\n')
                .append("timeframe: ")
                .append(briefing.timeframe())
                .append('\n')
                .append("last candle closed at: ")
                .append(briefing.lastClosedAt())
                .append('\n')
                .append("last close: ")
                .append(briefing.lastClose())
                .append('\n');
        for (Indicator indicator : Indicator.values()) {
            briefing.readings().get(indicator).ifPresent(value -> text.append(
                            indicator.name().toLowerCase(Locale.ROOT))
                    .append(": ")
                    .append(value)
                    .append('\n'));
        }
        return text.toString();
    }
}
