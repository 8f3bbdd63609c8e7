package dev.tradesuite.orchestrator.approval;

import dev.tradesuite.contracts.orchestrator.ApprovalKind;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Approvals of the samples. */
public final class TestApprovals {

    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");

    private TestApprovals() {}

    /** A purchase that was approved when the market had moved. */
    public static Approval notExecuted() {
        ApprovalQuestion question = new ApprovalQuestion(
                ApprovalKind.TRADE,
                "EURUSD",
                "main",
                "BUY 2 lots of EURUSD, with the market at 1.0835",
                "{\"symbol\":\"EURUSD\",\"side\":\"BUY\",\"lots\":2}",
                "ab".repeat(32),
                List.of(new ApprovalQuestion.Check("stop", true, "50 pips of 5 to 500")),
                "ann");
        return Approval.asked(
                        UUID.fromString("019b8d6c-0000-7000-8000-000000000006"),
                        question,
                        TEN,
                        TEN.plus(Duration.ofMinutes(15)))
                .approved(
                        new Ruling("bob", "as agreed", TEN.plusSeconds(60)),
                        UUID.fromString("019b8d6c-0000-7000-8000-000000000007"))
                .begun()
                .notExecuted(
                        List.of(TradeReason.APPROVED_PRICE_MOVED.reason(
                                "The market was at 1.0835 and is at 1.0891, 0.517 % away; at most 0.5 % is allowed.")),
                        TEN.plusSeconds(61));
    }
}
