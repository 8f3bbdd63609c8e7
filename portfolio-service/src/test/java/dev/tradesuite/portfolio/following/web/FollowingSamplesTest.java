package dev.tradesuite.portfolio.following.web;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.portfolio.FollowingLeg;
import dev.tradesuite.contracts.portfolio.FollowingOutcome;
import dev.tradesuite.contracts.portfolio.FollowingReason;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.portfolio.following.FollowRequest;
import dev.tradesuite.portfolio.following.FollowStep;
import dev.tradesuite.portfolio.following.FollowedSignal;
import dev.tradesuite.portfolio.following.Follower;
import dev.tradesuite.portfolio.following.FollowerKey;
import dev.tradesuite.portfolio.following.FollowingReader;
import dev.tradesuite.portfolio.following.ModelBar;
import dev.tradesuite.portfolio.following.StrategyHoldings.Answer;
import dev.tradesuite.test.ContractSamples;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FollowingSamplesTest {

    private static final FollowerKey KEY = new FollowerKey("main", "ml-xgb-eurusd");
    private static final Instant BAR = Instant.parse("2026-03-02T10:05:00Z");
    private static final ModelBar.Wish LONG = new ModelBar.Wish(
            Direction.LONG, new BigDecimal("0.52"), new BigDecimal("1.0827"), new BigDecimal("1.0847"), false);

    private static final FollowStep ORDERED = new FollowStep(
            2,
            KEY,
            new FollowStep.Change(
                    "EURUSD", Timeframe.M5, BAR, new BigDecimal("1.0835"), FollowingLeg.OPEN, 0, Direction.FLAT, LONG),
            BAR.plusMillis(120),
            new FollowStep.Progress(
                    FollowingOutcome.ORDERED,
                    null,
                    new FollowRequest.Buy(
                            Side.BUY,
                            new BigDecimal("5200.00"),
                            new BigDecimal("1.0827"),
                            new BigDecimal("1.0847"),
                            new BigDecimal("1.0835")),
                    0,
                    false,
                    new FollowStep.Ordered(UUID.fromString("019b8d6c-0000-7000-8000-000000000002"), OrderStatus.FILLED),
                    BAR.plusMillis(180)));

    private static final FollowStep NOT_FOLLOWED = new FollowStep(
            1,
            KEY,
            new FollowStep.Change(
                    "EURUSD",
                    Timeframe.M5,
                    BAR.minusSeconds(600),
                    new BigDecimal("1.0830"),
                    FollowingLeg.CLOSE,
                    0,
                    Direction.LONG,
                    new ModelBar.Wish(Direction.FLAT, BigDecimal.ZERO, null, null, false)),
            BAR.minusSeconds(599),
            new FollowStep.Progress(
                    FollowingOutcome.NOT_FOLLOWED,
                    Reason.of(FollowingReason.NOTHING_HELD, FollowingReason.NOTHING_HELD.sentence()),
                    null,
                    0,
                    false,
                    null,
                    BAR.minusSeconds(598)));

    @Test
    void stepIsWrittenAsItsSampleSays() {
        ContractSamples.compare("FollowingStep", FollowingMapper.step(ORDERED));
    }

    @Test
    void followingIsWrittenAsItsSampleSays() {
        ContractSamples.compare(
                "StrategyFollowing",
                FollowingMapper.following(
                        new FollowingReader.View(
                                KEY,
                                Optional.of(new Follower(
                                        KEY,
                                        "ML_XGB",
                                        LifecycleState.PAPER,
                                        new Follower.Share(new BigDecimal("10000"), 0.2, 3))),
                                Optional.of(new FollowedSignal(
                                        KEY, "EURUSD", Timeframe.M5, BAR, new BigDecimal("1.0835"), LONG, 3, false)),
                                new Answer.Held(Direction.LONG, new BigDecimal("0.04"), new BigDecimal("4334.00")),
                                List.of()),
                        List.of(ORDERED, NOT_FOLLOWED),
                        "1"));
    }
}
