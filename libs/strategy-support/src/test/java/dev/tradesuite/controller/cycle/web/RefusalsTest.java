package dev.tradesuite.controller.cycle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.market.MarketSourceException;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.problem.ProblemException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    @Test
    void answersWhatTheCycleAnswers() {
        assertThat(Refusals.asProblems("file", () -> "report")).isEqualTo("report");
    }

    @Test
    void marketSourceThatIsAwayIsAServiceThatIsOffline() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Refusals.asProblems("gamma", () -> {
                    throw new MarketSourceException("nothing answers");
                }))
                .withMessageContaining("market source gamma: nothing answers")
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.SERVICE_OFFLINE));
    }

    @Test
    void passesOnWhatTheBooksSayOfThePortfolio() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Refusals.asProblems("file", () -> {
                    throw told(409, ProblemCode.CYCLE_SUPERSEDED);
                }))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CYCLE_SUPERSEDED));
    }

    @Test
    void faultOfTheControllerItselfIsNotTheCallers() {
        RemoteProblemException fault = told(400, ProblemCode.VALIDATION_FAILED);

        assertThatExceptionOfType(RemoteProblemException.class)
                .isThrownBy(() -> Refusals.asProblems("file", () -> {
                    throw fault;
                }))
                .isSameAs(fault);
    }

    private static RemoteProblemException told(int status, ProblemCode code) {
        return new RemoteProblemException(
                "ledger",
                status,
                new Problem(
                        URI.create("about:blank"), "Refused", status, "because", null, code.name(), List.of(), null));
    }
}
