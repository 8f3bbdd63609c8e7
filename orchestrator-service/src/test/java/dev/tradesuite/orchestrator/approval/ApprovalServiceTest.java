package dev.tradesuite.orchestrator.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.orchestrator.ApprovalKind;
import dev.tradesuite.contracts.orchestrator.ApprovalState;
import dev.tradesuite.orchestrator.approval.ApprovalOutcome.Decided;
import dev.tradesuite.orchestrator.approval.ApprovalOutcome.OtherContent;
import dev.tradesuite.orchestrator.approval.ApprovalOutcome.OwnQuestion;
import dev.tradesuite.orchestrator.approval.ApprovalOutcome.TooLate;
import dev.tradesuite.orchestrator.approval.ApprovalOutcome.Unknown;
import dev.tradesuite.orchestrator.order.Lines;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.idempotency.Claim;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApprovalServiceTest {

    private static final ApprovalQuestion QUESTION = new ApprovalQuestion(
            ApprovalKind.ROTATION, "TREND", null, "Retire TREND", "{\"a\":1}", "0".repeat(64), List.of(), "ann");

    private final ApprovalWorld world = new ApprovalWorld(true, Lines.ofTheLiving(), true, "");

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void oneOfAnotherServiceIsFinalOnceItIsApproved() {
        Approval asked = ask();

        assertThat(world.approve(asked.id(), "bob"))
                .isInstanceOfSatisfying(Decided.class, decided -> assertThat(decided.approval())
                        .satisfies(approval -> assertThat(approval.state()).isEqualTo(ApprovalState.APPROVED))
                        .satisfies(approval -> assertThat(approval.endedAt()).isNotNull()));
        assertThat(world.service.reject(asked.id(), world.ruling("bob"), Claim.NONE))
                .isInstanceOf(TooLate.class);
        assertThat(world.approvals.events).containsExactly("PENDING", "APPROVED");
    }

    @Test
    void whoAskedMayRejectButNotApprove() {
        Approval asked = ask();

        assertThat(world.approve(asked.id(), "ann")).isInstanceOf(OwnQuestion.class);
        assertThat(world.service.reject(asked.id(), world.ruling("ann"), Claim.NONE))
                .isInstanceOf(Decided.class);
        assertThat(world.approvals.only().state()).isEqualTo(ApprovalState.REJECTED);
    }

    @Test
    void approvalOfSomethingElseDoesNotCount() {
        Approval asked = ask();

        assertThat(world.service.approve(asked.id(), "1".repeat(64), world.ruling("bob"), Claim.NONE))
                .isInstanceOf(OtherContent.class);
        assertThat(world.approvals.only().isPending()).isTrue();
        assertThat(world.service.approve(asked.id(), "0".repeat(64), world.ruling("bob"), Claim.NONE))
                .isInstanceOf(Decided.class);
    }

    @Test
    void oneWhoseTimeIsOverExpiresWhenItIsTouched() {
        Approval touched = ask();
        world.trades.clock().advance(Duration.ofMinutes(15));

        assertThat(world.approve(touched.id(), "bob")).isInstanceOfSatisfying(TooLate.class, late -> assertThat(
                        late.approval().state())
                .isEqualTo(ApprovalState.EXPIRED));
        assertThat(world.approvals.events).containsExactly("PENDING", "EXPIRED");
    }

    @Test
    void oneWhoseTimeIsOverExpiresWhenItIsReadOrSwept() {
        Approval read = ask();
        world.trades.clock().advance(Duration.ofMinutes(15));
        assertThat(world.service.find(read.id()).map(Approval::state)).contains(ApprovalState.EXPIRED);

        Approval swept = world.service.ask(QUESTION, Duration.ofSeconds(5), _ -> {});
        world.service.expireOverdue();
        assertThat(world.approvals.find(swept.id()).map(Approval::state)).contains(ApprovalState.PENDING);
        world.trades.clock().advance(Duration.ofSeconds(5));
        world.service.expireOverdue();
        assertThat(world.approvals.find(swept.id()).map(Approval::state)).contains(ApprovalState.EXPIRED);
    }

    @Test
    void nothingIsThereUnderAnUnknownId() {
        assertThat(world.approve(Ids.next(), "bob")).isInstanceOf(Unknown.class);
    }

    private Approval ask() {
        return world.service.ask(QUESTION, null, _ -> {});
    }
}
