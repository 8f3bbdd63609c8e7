package dev.tradesuite.brain.advisor.web;

import dev.tradesuite.brain.advisor.AdvisorOpinion;
import dev.tradesuite.brain.advisor.AdvisorOpinions.Heard;
import dev.tradesuite.brain.model.bar.Opinion;
import dev.tradesuite.brain.model.overlay.OverlayService.Standing;
import dev.tradesuite.contracts.brain.MarketOpinions;
import dev.tradesuite.contracts.brain.MarketOpinions.MarketOpinion;
import dev.tradesuite.contracts.brain.MarketOpinions.OpinionRole;
import dev.tradesuite.contracts.brain.MarketOpinions.OpinionState;
import dev.tradesuite.contracts.brain.PositionSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what is heard of the language models into the contract. */
final class OpinionMapper {

    /** The overlay asks this vendor alone. */
    private static final String OVERLAY_PROVIDER = "anthropic";

    private OpinionMapper() {}

    /**
     * All opinions on a symbol.
     *
     * @param overlayModel model behind the overlay when it has not answered
     */
    static MarketOpinions of(
            String symbol, Instant now, List<Heard> advisors, List<Standing> overlay, String overlayModel) {
        return new MarketOpinions(
                symbol,
                now,
                Stream.concat(
                                advisors.stream().map(heard -> advisor(heard, now)),
                                overlay.stream().map(standing -> overlay(standing, now, overlayModel)))
                        .toList());
    }

    private static MarketOpinion advisor(Heard heard, Instant now) {
        AdvisorOpinion said = heard.newest().orElse(null);
        return new MarketOpinion(
                heard.advisor(),
                said == null ? heard.model() : said.model(),
                OpinionRole.ADVISOR,
                heard.timeframe().orElse(null),
                state(said != null, heard.missing().isEmpty()),
                null,
                null,
                null,
                null,
                said == null ? null : said.objections().toBuy(),
                said == null ? null : said.objections().toSell(),
                said == null ? null : said.objections().reason(),
                said == null ? null : said.formedAt(),
                said == null ? null : age(said.formedAt(), now),
                said == null ? null : said.validUntil(),
                heard.missing().orElse(null));
    }

    private static MarketOpinion overlay(Standing standing, Instant now, String model) {
        Opinion.Given said = standing.newest().orElse(null);
        Instant askedAt = standing.askedAt().orElse(null);
        return new MarketOpinion(
                OVERLAY_PROVIDER,
                said == null ? model : said.model(),
                OpinionRole.OVERLAY,
                standing.timeframe().orElse(null),
                state(said != null, standing.missing().isEmpty()),
                said == null ? null : said.lean() > 0 ? PositionSignal.LONG : PositionSignal.SHORT,
                said == null ? null : said.verdict(),
                said == null ? null : said.confidence(),
                said == null ? null : said.sizeFraction(),
                null,
                null,
                said == null ? null : said.reasoning(),
                askedAt,
                age(askedAt, now),
                standing.validUntil().orElse(null),
                standing.missing().orElse(null));
    }

    private static OpinionState state(boolean isThere, boolean isFresh) {
        if (!isThere) {
            return OpinionState.ABSENT;
        }
        return isFresh ? OpinionState.FRESH : OpinionState.STALE;
    }

    private static @Nullable Long age(@Nullable Instant askedAt, Instant now) {
        return askedAt == null
                ? null
                : Math.max(0, Duration.between(askedAt, now).toSeconds());
    }
}
