package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.contracts.portfolio.RotationAction;
import dev.tradesuite.contracts.portfolio.RotationState;
import dev.tradesuite.portfolio.registry.StrategySource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Proposals, marks, looks and events in memory. */
final class MemoryProposals
        implements ProposalStore, RotationMarks, RotationRunStore, RotationEvents, RotationLimitsStore {

    final TreeMap<UUID, StrategyProposal> byId = new TreeMap<>();
    final TreeMap<String, String> marks = new TreeMap<>();
    final List<String> events = new ArrayList<>();
    final Map<String, RotationLimits> limits = new TreeMap<>();
    RotationLimits usual = RotationLimits.DEFAULT;

    /** The only one there is. */
    StrategyProposal only() {
        if (byId.size() != 1) {
            throw new AssertionError("expected one proposal, found " + byId.values());
        }
        return byId.firstEntry().getValue();
    }

    @Override
    public boolean add(StrategyProposal proposal) {
        return open(proposal.strategy()).isEmpty() && byId.put(proposal.id(), proposal) == null;
    }

    @Override
    public StrategyProposal save(StrategyProposal proposal) {
        StrategyProposal saved = new StrategyProposal(
                proposal.id(),
                proposal.strategy(),
                proposal.plan(),
                proposal.evidence(),
                proposal.effect(),
                proposal.progress(),
                proposal.version() + 1);
        byId.put(saved.id(), saved);
        return saved;
    }

    @Override
    public Optional<StrategyProposal> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<StrategyProposal> lock(UUID id) {
        return find(id);
    }

    @Override
    public Optional<StrategyProposal> open(String code) {
        return byId.values().stream()
                .filter(one -> one.strategy().equals(code) && ProposalTable.isOpen(one.state()))
                .findFirst();
    }

    @Override
    public Optional<StrategyProposal> ofApproval(UUID approval) {
        return byId.values().stream()
                .filter(one -> one.progress().approval().equals(Optional.of(approval)))
                .findFirst();
    }

    @Override
    public Optional<Instant> decidedAt(String code, RotationAction action) {
        return byId.values().stream()
                .filter(one -> one.strategy().equals(code) && one.plan().action() == action)
                .filter(one -> one.state() == RotationState.DONE || one.state() == RotationState.REJECTED)
                .flatMap(one -> one.progress().decided().stream())
                .map(StrategyProposal.Decided::at)
                .max(Comparator.naturalOrder());
    }

    @Override
    public List<StrategyProposal> in(RotationState state, int most) {
        return byId.values().stream()
                .filter(one -> one.state() == state)
                .limit(most)
                .toList();
    }

    @Override
    public List<Listed> page(Optional<RotationState> state, Optional<UUID> before, int most) {
        return byId.descendingMap().values().stream()
                .filter(one -> state.map(wanted -> wanted == one.state()).orElse(true))
                .filter(one -> before.map(id -> one.id().compareTo(id) < 0).orElse(true))
                .limit(most)
                .map(one -> new Listed(one, new StrategySource.Imported()))
                .toList();
    }

    @Override
    public void mark(Set<String> codes, String cause) {
        codes.forEach(code -> marks.put(code, cause));
    }

    @Override
    public void markAll(String cause) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Mark> all() {
        return marks.keySet().stream().map(code -> new Mark(code, 0)).toList();
    }

    @Override
    public void clear(List<Mark> seen) {
        seen.forEach(mark -> marks.remove(mark.code()));
    }

    @Override
    public void keep(RotationRun run) {
        // Nobody reads it.
    }

    @Override
    public void forgetBefore(Instant time) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void proposed(StrategyProposal proposal) {
        events.add(
                "proposed %s %s".formatted(proposal.strategy(), proposal.plan().action()));
    }

    @Override
    public void decided(StrategyProposal proposal) {
        events.add("decided %s %s %s"
                .formatted(proposal.strategy(), proposal.plan().action(), proposal.state()));
    }

    @Override
    public Optional<RotationLimits> find(Optional<String> code) {
        return code.isEmpty() ? Optional.of(usual) : Optional.ofNullable(limits.get(code.get()));
    }

    @Override
    public Map<String, RotationLimits> ofStrategies() {
        return limits;
    }

    @Override
    public void save(Optional<String> code, RotationLimits changed, String person, Instant now) {
        throw new UnsupportedOperationException();
    }
}
