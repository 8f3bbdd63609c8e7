package dev.tradesuite.controller.cycle.web;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.market.MarketSourceException;
import dev.tradesuite.strategy.cycle.CycleRefusedException;
import dev.tradesuite.strategy.parameter.ParameterFault;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.problem.ProblemException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Says to the caller why a cycle did not run, or broke off. */
final class Refusals {

    /** What ledger-service may say of the portfolio, the cycle or the run; the caller hears it as it is. */
    private static final Set<ProblemCode> PASSED_ON = Set.of(
            ProblemCode.NOT_FOUND,
            ProblemCode.PORTFOLIO_NOT_ACTIVE,
            ProblemCode.CYCLE_RUNNING,
            ProblemCode.CYCLE_SUPERSEDED,
            ProblemCode.CYCLE_FENCE_UNKNOWN,
            ProblemCode.CONFLICT);

    private Refusals() {}

    static <T> T asProblems(String marketSource, Supplier<T> cycle) {
        try {
            return cycle.get();
        } catch (CycleRefusedException e) {
            throw problem(e);
        } catch (MarketSourceException e) {
            throw new ProblemException(
                    ProblemCode.SERVICE_OFFLINE, "market source %s: %s".formatted(marketSource, e.getMessage()));
        } catch (RemoteProblemException e) {
            throw passedOn(e).orElseThrow(() -> e);
        }
    }

    static FieldError field(String prefix, ParameterFault fault) {
        return new FieldError(prefix + fault.parameter(), fault.code(), fault.message(), fault.found());
    }

    private static ProblemException problem(CycleRefusedException e) {
        String detail = String.valueOf(e.getMessage());
        return switch (e.why()) {
            case OTHER_STRATEGY -> new ProblemException(ProblemCode.CONFLICT, detail);
            case NOT_ACTIVE -> new ProblemException(ProblemCode.PORTFOLIO_NOT_ACTIVE, detail);
            case BUSY -> new ProblemException(ProblemCode.CYCLE_RUNNING, detail);
            case CONFIG_NOT_VALID ->
                new ProblemException(
                        ProblemCode.VALIDATION_FAILED,
                        detail,
                        e.faults().stream()
                                .map(fault -> field("strategy_config.", fault))
                                .toList());
        };
    }

    private static Optional<ProblemException> passedOn(RemoteProblemException e) {
        String detail =
                e.problem().detail() == null ? e.getMessage() : e.problem().detail();
        return Arrays.stream(ProblemCode.values())
                .filter(PASSED_ON::contains)
                .filter(code -> code.name().equals(e.problem().code()))
                .findFirst()
                .map(code -> new ProblemException(code, String.valueOf(detail)));
    }
}
