package dev.tradesuite.portfolio.lifecycle.web;

import static java.util.Objects.requireNonNullElse;

import dev.tradesuite.contracts.portfolio.LifecycleRules;
import dev.tradesuite.portfolio.lifecycle.EvidenceRules;

/** The rules of the lifecycle between contracts and domain; what is left out is the default. */
final class LifecycleRulesMapper {

    private static final EvidenceRules USUAL = EvidenceRules.DEFAULT;

    private LifecycleRulesMapper() {}

    static EvidenceRules rules(LifecycleRules stated) {
        return new EvidenceRules(
                validation(requireNonNullElse(stated.validation(), new LifecycleRules.Validation(null))),
                paper(requireNonNullElse(stated.paper(), new LifecycleRules.Paper(null, null, null, null, null, null))),
                live(requireNonNullElse(stated.live(), new LifecycleRules.Live(null, null, null))),
                suspension(requireNonNullElse(stated.suspension(), new LifecycleRules.Suspension(null, null, null))),
                requireNonNullElse(stated.periodsPerYear(), USUAL.periodsPerYear()),
                stated.broker());
    }

    private static EvidenceRules.Validation validation(LifecycleRules.Validation stated) {
        return new EvidenceRules.Validation(
                requireNonNullElse(stated.returns(), USUAL.validation().returns()));
    }

    private static EvidenceRules.Paper paper(LifecycleRules.Paper stated) {
        EvidenceRules.Paper usual = USUAL.paper();
        return new EvidenceRules.Paper(
                requireNonNullElse(stated.days(), usual.days()),
                requireNonNullElse(stated.sharpe(), usual.sharpe()),
                requireNonNullElse(stated.drawdown(), usual.drawdown()),
                requireNonNullElse(stated.deflatedSharpe(), usual.deflatedSharpe()),
                requireNonNullElse(stated.variants(), usual.variants()),
                stated.ratioVariance());
    }

    private static EvidenceRules.Live live(LifecycleRules.Live stated) {
        EvidenceRules.Live usual = USUAL.live();
        return new EvidenceRules.Live(
                requireNonNullElse(stated.days(), usual.days()),
                requireNonNullElse(stated.sharpeShare(), usual.sharpeShare()),
                requireNonNullElse(stated.volatilityShare(), usual.volatilityShare()));
    }

    private static EvidenceRules.Suspension suspension(LifecycleRules.Suspension stated) {
        EvidenceRules.Suspension usual = USUAL.suspension();
        return new EvidenceRules.Suspension(
                requireNonNullElse(stated.days(), usual.days()),
                requireNonNullElse(stated.sharpeShare(), usual.sharpeShare()),
                requireNonNullElse(stated.drawdown(), usual.drawdown()));
    }

    static LifecycleRules of(EvidenceRules rules) {
        EvidenceRules.Paper paper = rules.paper();
        EvidenceRules.Live live = rules.live();
        EvidenceRules.Suspension suspension = rules.suspension();
        return new LifecycleRules(
                new LifecycleRules.Validation(rules.validation().returns()),
                new LifecycleRules.Paper(
                        paper.days(),
                        paper.sharpe(),
                        paper.drawdown(),
                        paper.deflatedSharpe(),
                        paper.variants(),
                        paper.ratioVariance()),
                new LifecycleRules.Live(live.days(), live.sharpeShare(), live.volatilityShare()),
                new LifecycleRules.Suspension(suspension.days(), suspension.sharpeShare(), suspension.drawdown()),
                rules.periodsPerYear(),
                rules.broker());
    }
}
