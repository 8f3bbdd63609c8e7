package dev.tradesuite.contracts.portfolio;

/** What came of looking at a strategy, and why a proposal stands where it stands. */
public enum RotationReason {
    NOTHING_BROKEN("It keeps every rule."),
    EVIDENCE_UNKNOWN("What a rule needs is not known, so nothing is proposed."),
    NOTHING_TO_REDUCE("It has no weight in any target portfolio that could be reduced."),
    ALREADY_PROPOSED("A proposal for it waits for an answer."),
    LATELY_DECIDED("The same was decided a short while ago, so it is not proposed again yet."),
    STRATEGY_MOVED("The strategy has another state by now."),
    PROPOSED("It breaks rules, and a person is asked."),
    PROPOSED_AGAIN("Nobody answered, it still breaks the rules, and a person is asked again."),
    CARRIED_OUT_BY_RULE("It breaks rules, and the settings let them act without a person."),
    APPROVED_BY_PERSON("A person said yes."),
    REJECTED_BY_PERSON("A person said no."),
    NOT_ANSWERED("Nobody answered in time."),
    EVIDENCE_CHANGED("Measured anew, it does not break the rules it was proposed for."),
    APPROVAL_OF_OTHER_CONTENT("What was approved is not what was proposed, so nothing is carried out."),
    OTHER_PROPOSAL("Another proposal has taken its place.");

    private final String sentence;

    RotationReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence. */
    public String sentence() {
        return sentence;
    }
}
