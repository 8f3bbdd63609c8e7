package dev.tradesuite.contracts.portfolio;

import java.time.Instant;
import java.util.List;

/**
 * A strategy that went from one state to another. The data of the event {@code lifecycle.changed} on
 * {@code portfolio.events}, keyed by strategy.
 *
 * @param code of the strategy
 * @param from state before
 * @param to state after
 * @param at when
 * @param trigger whether somebody asked for it or a rule
 * @param person who, or what
 * @param reason why
 * @param evidence as it was measured then; none where nothing had to be shown
 */
public record LifecycleChanged(
        String code,
        LifecycleState from,
        LifecycleState to,
        Instant at,
        LifecycleTrigger trigger,
        String person,
        String reason,
        List<LifecycleEvidence> evidence) {}
