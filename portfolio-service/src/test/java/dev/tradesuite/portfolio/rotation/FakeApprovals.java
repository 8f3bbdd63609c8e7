package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.contracts.orchestrator.ApprovalState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Approvals as the orchestrator keeps them: the same key is the same approval. */
final class FakeApprovals implements RotationApprovals {

    final List<Question> questions = new ArrayList<>();
    final Map<String, Answer.Stands> byKey = new TreeMap<>();
    boolean away;

    @Override
    public Answer ask(Question question) {
        if (away) {
            return new Answer.NotAsked("the orchestrator is away");
        }
        questions.add(question);
        return byKey.computeIfAbsent(
                question.key(),
                _ -> new Answer.Stands(
                        UUID.randomUUID(),
                        ApprovalState.PENDING,
                        question.payloadHash(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Override
    public Answer find(UUID approval) {
        if (away) {
            return new Answer.NotAsked("the orchestrator is away");
        }
        return byKey.values().stream()
                .filter(one -> one.id().equals(approval))
                .<Answer>map(one -> one)
                .findFirst()
                .orElseGet(Answer.Unknown::new);
    }

    /** What is decided about the newest question. */
    ProposalService.Ruling decide(ApprovalState state, String by) {
        Question newest = questions.getLast();
        Answer.Stands before = byKey.get(newest.key());
        if (before == null) {
            throw new AssertionError("nothing was asked");
        }
        byKey.put(
                newest.key(),
                new Answer.Stands(
                        before.id(), state, before.payloadHash(), Optional.of(by), Optional.of("I have looked at it")));
        return new ProposalService.Ruling(
                before.id(), state, before.payloadHash(), Optional.of(by), Optional.of("I have looked at it"));
    }
}
